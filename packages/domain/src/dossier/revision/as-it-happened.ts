/** The journal as it happened: corrected times, and facts learnt late where they belong (DESIGN 4.8). */
import { minuteOf } from '../../time/instant.js';
import type { Instant } from '../../time/instant.js';
import type { DossierEvent, EventOf, EventType, PromiseFact } from '../events.js';
import { isDeclared } from '../events.js';

/** Facts by which the state changes, beside a resumption, which goes back to where the suspension came from. */
const CHANGES_STATE: ReadonlySet<EventType> = new Set<EventType>([
  'dossier.submitted.v1',
  'dossier.received.v1',
  'dossier.receptionRefused.v1',
  'dossier.jurisdictionResolved.v1',
  'dossier.transferDispatched.v1',
  'dossier.transferAccepted.v1',
  'dossier.transferRefused.v1',
  'dossier.transferRecalled.v1',
  'dossier.transferRedirected.v1',
  'dossier.supplementRequested.v1',
  'dossier.supplementProvided.v1',
  'dossier.paymentRequested.v1',
  'dossier.paymentConfirmed.v1',
  'dossier.suspended.v1',
  'dossier.decided.v1',
  'dossier.resultDispatched.v1',
  'dossier.resultArrived.v1',
  'dossier.resultReturned.v1',
  'dossier.withdrawn.v1',
  'dossier.closed.v1',
]);

/** One fact: its number, and of several entered together which. */
export const factKey = (seq: number, part: number | null = null): string =>
  part === null ? `${seq}` : `${seq}/${part}`;

interface Corrected {
  readonly to: Instant;
  readonly promise: PromiseFact | null;
  /** The time two persons stand for: of the last approved correction; null while none was. */
  readonly vouchedFor: Instant | null;
}

/** The time of each fact that was put right, by its key; the last word counts. */
export function correctedTimes(events: readonly DossierEvent[]): ReadonlyMap<string, Corrected> {
  const times = new Map<string, Corrected>();
  const reception = events.find(({ type }) => type === 'dossier.received.v1')?.seq ?? 0;
  for (const event of events) {
    if (event.type !== 'dossier.timeCorrected.v1' && event.type !== 'dossier.receptionCorrected.v1') continue;
    const { to, promise, approvedBy } = event.data;
    const key = 'seq' in event.data ? factKey(event.data.seq, event.data.part) : factKey(reception);
    times.set(key, { to, promise, vouchedFor: approvedBy === null ? (times.get(key)?.vouchedFor ?? null) : to });
  }
  return times;
}

function retimed(event: DossierEvent, corrected: Corrected | undefined): DossierEvent {
  if (corrected === undefined) return event;
  const { to, promise } = corrected;
  if (event.type !== 'dossier.received.v1') return { ...event, occurredAt: to };
  return { ...event, occurredAt: to, data: { ...event.data, promise } };
}

/** The facts entered together, each as if it had been recorded with its carrier. */
export function partsOf(carrier: EventOf<'dossier.lateFactsEntered.v1'>): readonly DossierEvent[] {
  return carrier.data.facts.map(({ type, occurredAt, phase, data }) => {
    // The pair of type and data was checked by the schema of the carrier.
    return { ...carrier, type, occurredAt, phase, data } as DossierEvent;
  });
}

/** The fact, and those entered with it, at the times that hold for them today. */
function told(event: DossierEvent, times: ReadonlyMap<string, Corrected>): readonly DossierEvent[] {
  if (event.type !== 'dossier.lateFactsEntered.v1') return [retimed(event, times.get(factKey(event.seq)))];
  const parts = partsOf(event).map((part, i) => retimed(part, times.get(factKey(event.seq, i + 1))));
  return [...parts, event];
}

/** Where a fact of that minute stands: behind all that happened no later, whatever was found out meanwhile. */
export function placeAt(facts: readonly DossierEvent[], at: Instant): number {
  const minute = minuteOf(at);
  const place = facts.findIndex(({ type, occurredAt }) => isDeclared(type) && minuteOf(occurredAt) > minute);
  return place === -1 ? facts.length : place;
}

function isArrival(event: DossierEvent): boolean {
  return event.type === 'dossier.transferDelivered.v1' && event.data.leg === 'transfer';
}

/**
 * A fact that changes no state has the one it was put behind. A receipt learnt after the recall it came before was recorded in the state of
 * the day: in its own place the copy has arrived.
 */
function inTheirState(facts: readonly DossierEvent[]): readonly DossierEvent[] {
  let before: DossierEvent['phase'] | null = null;
  let suspendedIn: DossierEvent['phase'] | null = null;
  return facts.map((event) => {
    const back = event.type === 'dossier.resumed.v1' ? suspendedIn : before;
    const led = isArrival(event) && before === 'inTransfer' ? 'awaitingAcceptance' : (back ?? event.phase);
    const phase = CHANGES_STATE.has(event.type) ? event.phase : led;
    if (event.type === 'dossier.suspended.v1') suspendedIn = before;
    before = phase;
    return phase === event.phase ? event : { ...event, phase };
  });
}

/** Whether it reads just as it was written: nothing put right, nothing learnt behind something later. */
function isAsWritten(events: readonly DossierEvent[]): boolean {
  let last: number | null = null;
  for (const { type, occurredAt } of events) {
    if (REVISIONS.has(type)) return false;
    if (!isDeclared(type)) continue;
    const minute = minuteOf(occurredAt);
    if (last !== null && minute < last) return false;
    last = minute;
  }
  return true;
}

const REVISIONS: ReadonlySet<EventType> = new Set<EventType>([
  'dossier.receptionCorrected.v1',
  'dossier.timeCorrected.v1',
  'dossier.lateFactsEntered.v1',
]);

/** Whether the fact changes what was before it, so that the whole journal must be read again. `lastFactAt`: null before the first. */
export function revises(event: DossierEvent, lastFactAt: Instant | null): boolean {
  const { type, occurredAt } = event;
  if (event.type === 'dossier.versionAmended.v1') return event.data.reverts !== null;
  if (REVISIONS.has(type)) return true;
  return lastFactAt !== null && isDeclared(type) && minuteOf(occurredAt) < minuteOf(lastFactAt);
}

/**
 * The journal as it reads today: every declared fact at its last corrected time and in the place that time gives it (to the minute; of one
 * minute in the order they were learnt), in the state the dossier then was in. Facts keep their numbers; what was found out, and remarks,
 * keep their neighbours. Pure.
 */
export function asItHappened(events: readonly DossierEvent[]): readonly DossierEvent[] {
  if (isAsWritten(events)) return events;
  const times = correctedTimes(events);
  const facts: DossierEvent[] = [];
  for (const event of events.flatMap((each) => told(each, times))) {
    const place = isDeclared(event.type) ? placeAt(facts, event.occurredAt) : facts.length;
    facts.splice(place, 0, event);
  }
  return inTheirState(facts);
}
