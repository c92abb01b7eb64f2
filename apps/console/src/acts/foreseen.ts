/** What a dry run tells of the moments to come. */
import type { Foreseen } from '@lien-thong/client';

export type MomentKind = 'promise' | 'estimate' | 'provisional' | 'newPromise';

export interface Moment {
  readonly kind: MomentKind;
  readonly at: string;
}

/** The moments its facts fix: what is promised, first of all whether it is certain. */
export function momentsOf({ facts }: Pick<Foreseen, 'facts'>): readonly Moment[] {
  return facts.flatMap(({ data }) => [promiseOf(data['promise']), newPromiseOf(data['newPromise'])].flat());
}

function promiseOf(promise: unknown): readonly Moment[] {
  if (typeof promise !== 'object' || promise === null || !('at' in promise) || typeof promise.at !== 'string')
    return [];
  const isSaid = (name: 'estimate' | 'provisional') => (promise as Readonly<Record<string, unknown>>)[name] === true;
  const kind = isSaid('provisional') ? 'provisional' : isSaid('estimate') ? 'estimate' : 'promise';
  return [{ kind, at: promise.at }];
}

function newPromiseOf(at: unknown): readonly Moment[] {
  return typeof at === 'string' ? [{ kind: 'newPromise', at }] : [];
}
