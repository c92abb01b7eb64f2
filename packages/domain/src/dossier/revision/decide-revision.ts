/** What changes how the journal reads: times put right, facts entered late, and conflicts settled (DESIGN 4.8, ADR 0027). */
import { canonicalJson } from '../../kernel/canonical-json.js';
import { isRefusal, refuse } from '../../kernel/refusal.js';
import type { Refusal } from '../../kernel/refusal.js';
import { promiseFor } from '../../sla/promise.js';
import type { Instant } from '../../time/instant.js';
import type { Act, Decision } from '../act.js';
import { fact } from '../act.js';
import { correctedTimes, factKey, partsOf } from './as-it-happened.js';
import type { DossierEvent, EventData, PromiseFact } from '../events.js';
import { isDeclared } from '../events.js';
import { clocksMoved, conflictOf, gatheredHistory, isContradiction, readWith, secondPersonRefusal } from './revised.js';
import { minutesBetween, notAhead } from '../times.js';

type Correct = Act<'correctTime'>;

/** The fact as it was written; null where there is none of that number. */
function factNamed({ command, facts }: Correct): DossierEvent | null {
  const { seq, part } = command;
  const event = gatheredHistory(facts).find((each) => each.seq === seq);
  if (part === undefined || event === undefined) return event ?? null;
  return event.type === 'dossier.lateFactsEntered.v1' ? (partsOf(event)[part - 1] ?? null) : null;
}

/** The fact, if somebody declared it and it is his agency that corrects it. */
function correctable(act: Correct): DossierEvent | Refusal {
  const { seq } = act.command;
  const event = factNamed(act);
  if (event === null) return refuse('fact-not-yours', { seq });
  if (!isDeclared(event.type)) return refuse('fact-not-declared', { seq, type: event.type });
  const { kind, agencyId } = event.actor;
  const isOwn = kind !== 'engine' && agencyId !== null && agencyId === act.facts.party.agencyId;
  return isOwn ? event : refuse('fact-not-yours', { seq });
}

/** A reception promises a date, which follows from its time. */
function promiseAt(to: Instant, event: DossierEvent, { file, facts }: Correct): PromiseFact | null {
  if (event.type !== 'dossier.received.v1') return null;
  const { pin, resolution } = file.dossier;
  return promiseFor({ pin, resolution, receivedAt: to, rules: facts.rules });
}

type Corrected = EventData<'dossier.timeCorrected.v1'>;

/** The correction without what it moves: `occurred-in-future`, `time-unchanged`, `second-person-required`. */
function correctionOf(act: Correct, event: DossierEvent): Corrected | Refusal {
  const { command, facts } = act;
  const { seq, part = null, reason, approvedBy } = command;
  const to = notAhead(command.to, facts.now);
  if (typeof to !== 'string') return to;
  const known = correctedTimes(gatheredHistory(facts)).get(factKey(seq, part));
  const from = known?.to ?? event.occurredAt;
  if (from === to) return refuse('time-unchanged', { seq, to });
  const minutes = Math.abs(minutesBetween(known?.vouchedFor ?? event.occurredAt, to));
  const alone = secondPersonRefusal(minutes, approvedBy, facts);
  if (alone !== null) return alone;
  const opinion = 'consultation' in event.data ? event.data.consultation : null;
  const promise = promiseAt(to, event, act);
  const which = { seq, part, type: event.type, from, to };
  return { ...which, reason, approvedBy: approvedBy ?? null, promise, opinion, clocks: [] };
}

/**
 * Puts the time of a fact right: the journal is folded again as if it had been declared so. Where the fact itself could not have
 * happened then it is refused (`time-correction-illegal`); where a later fact could not have followed, the claim is recorded as a
 * conflict and nothing changes.
 */
export const correctTime: Decision<'correctTime'> = (act) => {
  const { file, at, phase, facts } = act;
  const event = correctable(act);
  if (isRefusal(event)) return event;
  const data = correctionOf(act, event);
  if (isRefusal(data)) return data;
  const read = readWith([fact('dossier.timeCorrected.v1', { at, phase }, data)], facts);
  if (!isContradiction(read)) {
    const clocks = clocksMoved(file, read, facts.now);
    return [fact('dossier.timeCorrected.v1', { at, phase: read.dossier.phase }, { ...data, clocks })];
  }
  const { seq, part, type, from, to, reason } = data;
  const isItself =
    read.event.seq === seq && read.event.type === event.type && (part === null || sameFact(read.event, event));
  if (isItself) return refuse('time-correction-illegal', { seq, to, rule: read.rule });
  return conflictOf({ kind: 'timeCorrection', seq, part, type, from, to, reason }, read, act);
};

function sameFact(a: DossierEvent, b: DossierEvent): boolean {
  return canonicalJson(a.data) === canonicalJson(b.data);
}

/** Whether the journal was put right about the conflict since it was found: the fact it names corrected, or the late one entered. */
function isSuperseded(found: DossierEvent, history: readonly DossierEvent[]): boolean {
  if (found.type !== 'dossier.conflictFound.v1') return false;
  const { claim, contradicts } = found.data;
  const named = claim.kind === 'timeCorrection' ? [claim.seq, contradicts.seq] : [contradicts.seq];
  return history.some(
    (event) =>
      event.seq > found.seq &&
      (event.type === 'dossier.lateFactsEntered.v1' ||
        (event.type === 'dossier.timeCorrected.v1' && named.includes(event.data.seq)) ||
        event.type === 'dossier.receptionCorrected.v1'),
  );
}

/**
 * Settles a conflict, by a second person: not the one whose claim it is. `kept`: the journal was right. `superseded`: it has been put
 * right meanwhile. Refusals: `conflict-not-open`, `second-person-required`, `conflict-not-superseded`.
 */
export const resolveConflict: Decision<'resolveConflict'> = ({ command, file, phase, facts }) => {
  const { conflict, resolution, reason } = command;
  const history = gatheredHistory(facts);
  const open = file.dossier.openConflicts?.find((each) => each.conflict === conflict);
  const found = history.find(({ seq }) => seq === conflict);
  if (open === undefined || found === undefined) return refuse('conflict-not-open', { conflict });
  const { officerId, agencyId } = facts.party;
  const isClaimant = officerId === open.officerId && agencyId === open.claimedBy;
  if (officerId === null || isClaimant) return refuse('second-person-required', { conflict });
  if (resolution === 'superseded' && !isSuperseded(found, history)) {
    return refuse('conflict-not-superseded', { conflict, contradicts: open.contradicts.seq });
  }
  return [fact('dossier.conflictResolved.v1', { at: facts.now, phase }, { conflict, settled: resolution, reason })];
};
