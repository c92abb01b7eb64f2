/** An admin's way through a version: drafted by one, published by another. */
import { expect } from '@jest/globals';
import type { Answer } from './answer.js';
import type { HttpCaller } from './http-caller.js';

export const MARITAL = '1.004873';
export const REASON = { reason: 'Thí điểm theo chỉ đạo của Ủy ban nhân dân thành phố' };

/** No supplement may be asked for: a timeline without waits is proved in a moment. */
export const NO_SUPPLEMENT = { policy: 'pause', maxRounds: 0, timeout: '30cd' };

export type Definition = Record<string, unknown> & { legs: Record<string, Record<string, unknown>> };

/** The first version as it is exported, with other budgets of legs and whatever else changes. */
export async function definitionOf(
  caller: HttpCaller,
  { transfer, ...changes }: { transfer?: string } & Record<string, unknown> = {},
): Promise<Definition> {
  const { body } = await caller.get(`/v1/procedures/${MARITAL}/versions/1`);
  const definition = body as Definition;
  const legs =
    transfer === undefined
      ? definition.legs
      : { ...definition.legs, transfer: { ...definition.legs['transfer'], budget: transfer } };
  return { ...definition, legs, ...changes };
}

export interface Drafted {
  readonly version: number;
  readonly revision: number;
  readonly findings: readonly { rule: string; severity: string; path: string }[];
}

export async function draft(caller: HttpCaller, definition: object): Promise<Drafted> {
  const answer = await caller.post(`/v1/procedures/${MARITAL}/versions`, definition);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body as Drafted;
}

export interface Publishing {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly revision?: number;
  readonly approval?: object;
  readonly key?: string;
}

/** What an approver reads before he approves; null where there is nothing to be read. Asks again while the proof is underway. */
export async function readVerdict(
  caller: HttpCaller,
  { version, effectiveFrom }: Pick<Publishing, 'version' | 'effectiveFrom'>,
): Promise<{ readonly verdict: string; readonly digest: string } | null> {
  const path = `/v1/procedures/${MARITAL}/versions/${version}/feasibility?proofs=none&effectiveFrom=${effectiveFrom}`;
  for (let tries = 0; tries < 20; tries++) {
    const { status, body } = await caller.get(path);
    if (status === 200) return (body as { current: { verdict: string; digest: string } }).current;
    if (status !== 503) return null;
  }
  throw new Error(`no verdict on version ${version}`);
}

/** Publishes, in the name of who has read the verdict when there is a reason; `approval: {}` leaves all of it out. */
export async function publish(caller: HttpCaller, publishing: Publishing): Promise<Answer> {
  const { version, effectiveFrom, revision = 1, approval = REASON, key } = publishing;
  const approves = Object.keys(approval).length > 0;
  const read = approves && !('verdict' in approval) ? await readVerdict(caller, publishing) : null;
  const verdict = read === null ? {} : { verdict: read.digest };
  return caller.post(
    `/v1/procedures/${MARITAL}/versions/${version}/publish`,
    { effectiveFrom, ...(approves ? { approval: { ...approval, ...verdict } } : {}) },
    { 'if-match': `"v${revision}"`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
  );
}

export function change(
  caller: HttpCaller,
  { version, ifMatch, definition }: { version: number; ifMatch: string; definition?: object },
): Promise<Answer> {
  const path = `/v1/procedures/${MARITAL}/versions/${version}`;
  if (definition === undefined) return caller.send('DELETE', path, { headers: { 'if-match': ifMatch } });
  return caller.send('PUT', path, {
    headers: { 'content-type': 'application/json', 'if-match': ifMatch },
    raw: JSON.stringify(definition),
  });
}
