/** An amendment taken back: the dossier as if it had never been, and the fact that says so (ADR 0029). */
import { amendmentsInForce } from '../dossier/amendments-in-force.js';
import type { Amended } from '../dossier/amendments-in-force.js';
import { fact } from '../dossier/act.js';
import type { DossierEvent } from '../dossier/events.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import { foldHistory } from '../dossier/fold.js';
import { ENGINE } from '../kernel/actor.js';
import { isRefusal, refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import { isFinal } from '../procedure/phase.js';
import { changedClocks } from './changed-clocks.js';
import { minuteOf } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import { newlyOver } from './amendment-of.js';
import type { AmendmentOutcome } from './amendment-of.js';
import { stateImage } from './state-image.js';

export interface ReversalQuestion {
  readonly file: DossierFile;
  /** The whole journal. */
  readonly history: readonly DossierEvent[];
  readonly amendmentId: string;
  readonly now: Instant;
  /** Of the version the dossier is under now, and of the one it goes back to. */
  readonly from: Rules;
  readonly to: Rules;
}

export type ReversalOutcome = Pick<AmendmentOutcome, 'data' | 'image' | 'becomesOverdue'>;

/** The amendment that is taken back, as it stands in the journal; only the last one in force can be. */
function meant({ history, amendmentId }: ReversalQuestion): Amended | Refusal {
  const inForce = amendmentsInForce(history);
  const place = inForce.findIndex(({ data }) => data.amendmentId === amendmentId);
  const [found, last] = [inForce[place], inForce.at(-1)];
  if (found === undefined) return refuse('amendment-not-in-force', { amendmentId });
  if (found === last) return found;
  return refuse('amendment-followed', { amendmentId, by: last?.data.amendmentId ?? null });
}

function dataOf({ seq, data }: Amended): AmendmentOutcome['data'] {
  const legs = data.legs.map(({ leg, before, after }) => ({ leg, before: after, after: before }));
  const versions = { fromVersion: data.toVersion, toVersion: data.fromVersion };
  const limits = { limitBefore: data.limit, limit: data.limitBefore, limitBy: 'kept' as const };
  return { ...versions, policy: data.policy, reverts: seq, ...limits, legs, clocks: [] };
}

function foldedWith(
  { file, history, amendmentId, now, to }: ReversalQuestion,
  data: AmendmentOutcome['data'],
): DossierFile {
  const { dossier } = file;
  const terms = { amendmentId, requestedBy: '', approvedBy: '' };
  const made = fact('dossier.versionAmended.v1', { at: now, phase: dossier.phase }, { ...data, ...terms });
  const { id: dossierId, seq, hash } = dossier;
  const event = { ...made, id: '', dossierId, seq: seq + 1, recordedAt: now, actor: ENGINE, prevHash: hash, hash: '' };
  return foldHistory([...history, event], to);
}

/**
 * What taking the amendment back would make of the dossier. Refusals: `amendment-not-in-force`, `amendment-followed` by another one,
 * `amendment-dossier-ended`, `amendment-dossier-decided` since, and those of `stateImage` for what happened meanwhile and the former
 * version does not know. Pure.
 */
export function reversalOf(question: ReversalQuestion): ReversalOutcome | Refusal {
  const { file, from, to, now } = question;
  const { dossier } = file;
  if (isFinal(dossier.phase)) return refuse('amendment-dossier-ended', { phase: dossier.phase });
  if (dossier.outcome !== null) return refuse('amendment-dossier-decided', { phase: dossier.phase });
  const amendment = meant(question);
  if (isRefusal(amendment)) return amendment;
  const image = stateImage(dossier, from, to);
  if (isRefusal(image)) return image;
  const data = dataOf(amendment);
  const after = foldedWith(question, data);
  const clocks = changedClocks(file, after, minuteOf(now));
  return { data: { ...data, clocks }, image, becomesOverdue: newlyOver(file, after, minuteOf(now)) };
}
