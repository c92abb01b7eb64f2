/** One dossier brought under another version of its procedure, or back: its track with the fact, or why it stays. */
import { ENGINE, amendedFact, amendmentOf, dueRungs, isRefusal, refuse, reversalOf } from '@lien-thong/domain';
import type {
  AmendmentOutcome,
  AmendmentQuestion,
  AmendmentTerms,
  DossierEvent,
  Instant,
  Refusal,
} from '@lien-thong/domain';
import { later, signerOf } from '../ledger/stamp.js';
import { fileOf, followedBy } from '../ledger/track.js';
import type { Track } from '../ledger/track.js';
import type { Ids } from '../ports/ids.js';
import type { Reference } from '../ports/reference.js';
import type { LoadedDossier } from '../ports/store.js';

export interface Amending {
  readonly fromVersions: readonly number[];
  readonly toVersion: number;
  readonly policy: AmendmentQuestion['policy'];
  readonly terms: AmendmentTerms;
}

interface Moment {
  readonly now: Instant;
  readonly ids: Ids;
  readonly reference: Reference;
  /** May become overdue by the change alone: it was named when that was approved. */
  readonly isNamed: boolean;
}

/** Rungs that were due before the change stand before it in the journal, by the rules of before. */
function withDueRungs(track: Track, { now, ids }: Moment): Track {
  const file = fileOf(track);
  if (file === null) return track;
  return dueRungs(file, { until: now, now }, track.rules).reduce(
    (longer, fact) => followedBy(longer, { fact, actor: signerOf(fact, 0, ENGINE) }, { ids, now }),
    track,
  );
}

function unnamed({ becomesOverdue }: Pick<AmendmentOutcome, 'becomesOverdue'>, { isNamed }: Moment): Refusal | null {
  if (isNamed || becomesOverdue.length === 0) return null;
  return refuse('amendment-overdue-unnamed', { clocks: becomesOverdue });
}

/**
 * The dossier under the new version. A refusal is one of `amendmentOf`, `amendment-moved-on` where it is under none of the versions the
 * amendment starts from, or `amendment-overdue-unnamed`. Throws when a version is gone.
 */
export function amendedTrack(stored: LoadedDossier, amending: Amending, moment: Moment): Track | Refusal {
  const { dossier } = stored.file;
  const { pin } = dossier;
  const { fromVersions, toVersion, policy, terms } = amending;
  if (!fromVersions.includes(pin.procedureVersion)) {
    return refuse('amendment-moved-on', { version: pin.procedureVersion });
  }
  const [from, to] = [moment.reference.rulesOf(pin), moment.reference.rulesOf({ ...pin, procedureVersion: toVersion })];
  const at = { ...moment, now: later(moment.now, dossier.recordedAt) };
  const before = withDueRungs({ dossierId: dossier.id, rules: from, stored, journal: null, drafts: [] }, at);
  const file = fileOf(before) ?? stored.file;
  const outcome = amendmentOf({ file, now: at.now, from, to, policy });
  if (isRefusal(outcome)) return outcome;
  const refused = unnamed(outcome, moment);
  if (refused !== null) return refused;
  const fact = amendedFact(outcome, terms, at.now);
  return followedBy({ ...before, rules: to }, { fact, actor: signerOf(fact, 0, ENGINE) }, at);
}

/**
 * The dossier as if the amendment had never been. A refusal is one of `reversalOf`, `amendment-moved-on`, or
 * `amendment-overdue-unnamed`. Throws JournalFault for a journal that does not fold.
 */
export function revertedTrack(
  stored: LoadedDossier,
  journal: readonly DossierEvent[],
  { amending, moment }: { readonly amending: Amending; readonly moment: Moment },
): Track | Refusal {
  const { dossier } = stored.file;
  const { pin } = dossier;
  const { toVersion, terms } = amending;
  const amended = journal.find(
    (event) => event.type === 'dossier.versionAmended.v1' && event.data.amendmentId === terms.amendmentId,
  );
  if (amended?.type !== 'dossier.versionAmended.v1')
    return refuse('amendment-not-in-force', { version: pin.procedureVersion });
  if (pin.procedureVersion !== toVersion) return refuse('amendment-moved-on', { version: pin.procedureVersion });
  const procedureVersion = amended.data.fromVersion;
  const [from, to] = [moment.reference.rulesOf(pin), moment.reference.rulesOf({ ...pin, procedureVersion })];
  const now = later(moment.now, dossier.recordedAt);
  const { amendmentId } = terms;
  const outcome = reversalOf({ file: stored.file, history: journal, amendmentId, now, from, to });
  if (isRefusal(outcome)) return outcome;
  const refused = unnamed(outcome, moment);
  if (refused !== null) return refused;
  const fact = amendedFact(outcome, terms, now);
  const track = { dossierId: dossier.id, rules: to, stored, journal, drafts: [] };
  return followedBy(track, { fact, actor: signerOf(fact, 0, ENGINE) }, { ids: moment.ids, now });
}
