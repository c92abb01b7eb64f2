/** Stories that come under another version of their procedure. */
import type { Rules } from '../dossier/file.js';
import { foldHistory } from '../dossier/fold.js';
import { pinAfter } from '../dossier/pin-after.js';
import { isRefusal } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { rulesFor } from '../testing/office-directory.js';
import type { Story } from '../testing/office.js';
import { instantOf, minuteOf, plusMinutes } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import { amendedFact, amendmentOf } from './amendment-of.js';
import type { AmendmentOutcome, AmendmentQuestion } from './amendment-of.js';
import { reversalOf } from './reversal-of.js';

export const AMENDMENT_ID = '018f4d5e-0000-7000-8000-00000000a001';
const TERMS = { requestedBy: 'person:admin-1', approvedBy: 'person:admin-2' };

/** The rules of each of the versions, every one of them with the others at hand. */
export function versionsOf(...procedures: readonly ProcedureVersion[]): (version: number) => Rules {
  const known = new Map(procedures.map((procedure) => [procedure.version, rulesFor(procedure)]));
  const rulesOf = (version: number): Rules => {
    const rules = known.get(version);
    if (rules === undefined) throw new Error(`no version ${version}`);
    return { ...rules, version: rulesOf };
  };
  return rulesOf;
}

/** A minute after the story's last fact, in which the change is made. */
export const justAfter = ({ now }: Story): Instant => instantOf(plusMinutes(minuteOf(now), 1));

export interface Change {
  readonly to: Rules;
  readonly policy?: AmendmentQuestion['policy'];
  readonly now?: Instant;
  readonly amendmentId?: string;
}

function fileOf({ file }: Story): AmendmentQuestion['file'] {
  if (file === null) throw new Error('no dossier');
  return file;
}

export function found(
  story: Story,
  { to, policy = 'rebaseline', now = justAfter(story) }: Change,
): AmendmentOutcome | Refusal {
  return amendmentOf({ file: fileOf(story), now, from: story.rules, to, policy });
}

/** The story under the other version. Throws when the change is refused. */
export function amended(story: Story, change: Change): Story {
  const outcome = found(story, change);
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.facts)}`);
  const { to, now = justAfter(story), amendmentId = AMENDMENT_ID } = change;
  return story.recorded(amendedFact(outcome, { amendmentId, ...TERMS }, now), to);
}

export function reversal(story: Story, to: Rules, { now = justAfter(story), amendmentId = AMENDMENT_ID } = {}) {
  return reversalOf({ file: fileOf(story), history: story.events, amendmentId, now, from: story.rules, to });
}

/** The story as if the change had never been. Throws when that is refused. */
export function reverted(story: Story, to: Rules, at: { now?: Instant; amendmentId?: string } = {}): Story {
  const outcome = reversal(story, to, at);
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.facts)}`);
  const { now = justAfter(story), amendmentId = AMENDMENT_ID } = at;
  return story.recorded(amendedFact(outcome, { amendmentId, ...TERMS }, now), to);
}

/** The rows of a story without the place of its last fact: what a change that is taken back must leave as it was. */
export function rowsOf({ file }: Pick<Story, 'file'>) {
  if (file === null) return null;
  const { seq: _seq, hash: _hash, recordedAt: _recordedAt, ...dossier } = file.dossier;
  return { dossier, clocks: file.clocks, segments: file.segments };
}

/** What the whole journal gives, by the version it is pinned to as it reads today. */
export function foldedAnew(story: Story, rulesOf: (version: number) => Rules) {
  const pin = pinAfter(story.events);
  return pin === null ? null : foldHistory(story.events, rulesOf(pin.procedureVersion));
}
