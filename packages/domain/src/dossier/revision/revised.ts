/** A revision weighed: the journal with it, read again, or what in it cannot be. */
import { movedClocks } from '../../sla/restate.js';
import { minuteOf } from '../../time/instant.js';
import type { Instant } from '../../time/instant.js';
import { fact } from '../act.js';
import type { Contradiction } from './contradiction.js';
import { contradictionIn } from './contradiction.js';
import type { DossierEvent, EventData, Fact, FactOf } from '../events.js';
import type { DecideFacts, DossierFile } from '../file.js';
import { effectiveHistory, foldHistory } from '../fold.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { refuse } from '../../kernel/refusal.js';
import type { Refusal } from '../../kernel/refusal.js';
import { CORRECTION_ALONE_MINUTES } from '../commands.js';

/** The whole journal; what it says of the past cannot be judged by the state alone. Throws when it was not gathered. */
export function gatheredHistory({ history }: DecideFacts): readonly DossierEvent[] {
  if (history === null) throw new Error('the journal was not gathered');
  return history;
}

/** The journal with facts that nobody has written yet. */
export function withUnwritten(facts: readonly Fact[], { history, now, party }: DecideFacts): readonly DossierEvent[] {
  const journal = history ?? [];
  const last = journal.at(-1);
  if (last === undefined) return journal;
  const { kind, agencyId, officerId } = party;
  return [
    ...journal,
    ...facts.map((each, i): DossierEvent => {
      const seq = last.seq + 1 + i;
      const actor = { kind, agencyId, officerId };
      return { ...each, id: '', dossierId: last.dossierId, seq, recordedAt: now, actor, prevHash: '', hash: '' };
    }),
  ];
}

/** The file as it is with the revision, or the first fact that it makes impossible. */
export function readWith(revision: readonly Fact[], facts: DecideFacts): DossierFile | Contradiction {
  const journal = withUnwritten(revision, facts);
  const contradiction = contradictionIn(effectiveHistory(journal), facts.rules);
  return contradiction ?? foldHistory(journal, facts.rules);
}

export function isContradiction(read: DossierFile | Contradiction): read is Contradiction {
  return 'rule' in read;
}

/** Clocks the revision moves, breaches withdrawn that have not happened by it. */
export function clocksMoved(
  before: DossierFile,
  after: DossierFile,
  now: Instant,
): EventData<'dossier.timeCorrected.v1'>['clocks'] {
  return movedClocks(before, after, minuteOf(now));
}

type Claim = EventData<'dossier.conflictFound.v1'>['claim'];

/** The same claim is recorded once while it is open. */
function openAlready(claim: Claim, { dossier }: DossierFile, history: readonly DossierEvent[]): number | null {
  const open = new Set((dossier.openConflicts ?? []).map(({ conflict }) => conflict));
  const same = history.find(
    (event) =>
      event.type === 'dossier.conflictFound.v1' &&
      open.has(event.seq) &&
      canonicalJson(event.data.claim) === canonicalJson(claim),
  );
  return same?.seq ?? null;
}

/** The record of a claim that contradicts a later fact: nothing else changes. `conflict-already-open` for a claim made before. */
export function conflictOf(
  claim: Claim,
  { event, rule }: Contradiction,
  { file, facts }: { readonly file: DossierFile; readonly facts: DecideFacts },
): readonly [FactOf<'dossier.conflictFound.v1'>] | Refusal {
  const conflict = openAlready(claim, file, gatheredHistory(facts));
  if (conflict !== null) return refuse('conflict-already-open', { conflict });
  const by = { at: facts.now, phase: file.dossier.phase };
  return [fact('dossier.conflictFound.v1', by, { claim, contradicts: { seq: event.seq, type: event.type }, rule })];
}

/** Null when one person may, or a second one signs who is not the first: `second-person-required` beyond the bound. */
export function secondPersonRefusal(
  minutes: number,
  approvedBy: string | undefined,
  { party }: DecideFacts,
): Refusal | null {
  const approved = approvedBy !== undefined && approvedBy !== party.officerId;
  if (minutes <= CORRECTION_ALONE_MINUTES || approved) return null;
  return refuse('second-person-required', { minutes: Math.ceil(minutes), bound: CORRECTION_ALONE_MINUTES });
}
