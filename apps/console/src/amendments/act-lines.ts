/** What has happened to an amendment, in the order in which it did. */
import type { AdministrationAct, Amendment } from '@lien-thong/client';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { amendmentWords } from './words.js';

export function useOwnId(): string {
  const me = useMe();
  return me.officerId ?? me.id;
}

/** Whether whoever looks did one of these. */
export function isMine(own: string, ...acts: readonly (AdministrationAct | null)[]): boolean {
  return acts.some((act) => act?.kind === 'person' && act.id === own);
}

export function useActLines({ drafted, changed, dryRun, approved, ...rest }: Amendment): readonly string[] {
  const words = useWords(amendmentWords);
  const own = useOwnId();
  const { finishedAt, revertUntil, revert } = rest;
  const who = ({ kind, id }: AdministrationAct) =>
    kind === 'software' ? words.software(id) : id === own ? words.me : id;
  const did = (act: AdministrationAct | null | undefined, sentence: (who: string, at: string) => string) =>
    act === null || act === undefined ? [] : [sentence(who(act), instantText(act.at))];
  const at = (instant: string | null | undefined, sentence: (at: string) => string) =>
    instant === null || instant === undefined ? [] : [sentence(instantText(instant))];
  return [
    ...did(drafted, words.drafted),
    ...did(changed.at === drafted.at ? null : changed, words.changed),
    ...at(dryRun?.at, words.lookedAt),
    ...did(approved, words.approved),
    ...at(finishedAt, words.finished),
    ...(revert?.approved === null || revert === null ? at(revertUntil, words.revertUntil) : []),
    ...did(revert?.requested, words.revertAsked),
    ...did(revert?.approved, words.revertApproved),
    ...at(revert?.revertedAt, words.reverted),
  ];
}
