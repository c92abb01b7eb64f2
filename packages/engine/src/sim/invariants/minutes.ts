/** I2 minutes are conserved, I4 alerts ⇔ breaches, I5 clocks and times go one way, I16 a conflict is told early. */
import { structuralInfeasibility, structuralTimeline } from '@lien-thong/domain';
import type { Clock, DossierEvent, DossierId, Pin } from '@lien-thong/domain';
import type { DossierRows } from '../../memory/rows.js';
import { PlainClocks } from '../plain/clocks.js';
import { recountOwners } from '../plain/owners.js';
import { MINUTES_PER_DAY, budgetOf, plainRules, workOf } from '../plain/rules.js';
import { asReadAt, minuteOfText, nameOf } from '../plain/story.js';
import type { RowChange } from '../world/watched-database.js';
import { first } from './evidence.js';
import type { Complaint, Evidence, Told } from './evidence.js';

export function pinOf(events: readonly DossierEvent[]): Pin {
  const [event] = events;
  if (event === undefined || !('pin' in event.data)) throw new Error('a journal that does not begin with a pin');
  return event.data.pin;
}

function ownerKey(owner: DossierRows['segments'] extends ReadonlyMap<number, infer S> ? (S extends { owner: infer O } ? O : never) : never): string {
  return owner.kind === 'agency' ? owner.agencyId : owner.kind;
}

/** I2: the stored segments tile the time from reception to the end, and give each owner the minutes the journal gives him. */
export function minutesConserved(id: DossierId, rows: DossierRows, until: number): Complaint {
  const rules = plainRules(pinOf(rows.events));
  const should = recountOwners(rows.events, rules, until);
  const segments = [...rows.segments.values()].sort((a, b) => a.n - b.n);
  const is = new Map<string, number>();
  let at = should.from;
  for (const { n, from, to, owner, legalMinutes } of segments) {
    if (from !== at) return `${id}: segment ${n} begins at ${from}, the one before ends at ${at}`;
    const end = to ?? Math.max(until, from);
    const worked = rules.minutes.between(from, end);
    if (to !== null && legalMinutes !== worked) return `${id}: segment ${n} says ${legalMinutes} minutes of ${worked}`;
    is.set(ownerKey(owner), (is.get(ownerKey(owner)) ?? 0) + worked);
    at = end as typeof from;
  }
  if (at !== should.to) return `${id}: the segments end at ${at}, the dossier at ${should.to}`;
  return first(new Set([...is.keys(), ...should.byOwner.keys()]), (owner) => {
    const [stored, counted] = [is.get(owner) ?? 0, should.byOwner.get(owner) ?? 0];
    return stored === counted ? null : `${id}: ${owner} is charged ${stored} minutes and owned ${counted}`;
  });
}

/** A rung in the journal against what was known when it was found out. */
function rungComplaint(event: DossierEvent, clocks: PlainClocks): Complaint {
  if (event.type !== 'dossier.clockWarned.v1' && event.type !== 'dossier.clockBreached.v1') return null;
  const { clockId, epoch, rungAt } = event.data;
  const what = `${event.dossierId} seq ${event.seq}: ${nameOf(event)} of ${clockId}`;
  const clock = clocks.clocks.get(clockId);
  if (clock === undefined || clock.epoch !== epoch) return `${what} (${epoch}) is of no clock`;
  const until = minuteOfText(event.recordedAt);
  const true_ = event.type === 'dossier.clockBreached.v1' ? clock.breach(until) : clock.warning(event.data.percent, until);
  const said = minuteOfText(rungAt);
  return true_ === said ? null : `${what} is said for minute ${said}, and it was ${true_}`;
}

/** Clocks of the first `until` facts, read with the corrections among the first `from`; each rung after those is checked on the way. */
function walked(events: readonly DossierEvent[], { from, until }: { from: number; until: number }): PlainClocks | string {
  const clocks = new PlainClocks(plainRules(pinOf(events)));
  for (const event of asReadAt(events, until, from)) {
    const complaint = event.seq > from ? rungComplaint(event, clocks) : null;
    if (complaint !== null) return complaint;
    clocks.tell(event);
  }
  return clocks;
}

const rungKey = (clockId: string, epoch: number, rung: string): string => `${clockId} ${epoch} ${rung}`;

/** Every rung in the journal, each once. */
function rungsOf(id: DossierId, events: readonly DossierEvent[]): Set<string> | string {
  const rungs = new Set<string>();
  for (const { type, data } of events) {
    const rung = type === 'dossier.clockBreached.v1' ? 'breach' : type === 'dossier.clockWarned.v1' ? `${data.percent}` : null;
    if (rung === null || !('clockId' in data)) continue;
    const key = rungKey(data.clockId, data.epoch, rung);
    if (rungs.has(key)) return `${id}: ${key} stands twice in the journal`;
    rungs.add(key);
  }
  return rungs;
}

/**
 * I4, as it goes: every rung in the journal was true when it was found out, and stands there once. A corrected reception changes
 * what was true before it: the rungs after each correction are checked on the journal as it read from then on.
 */
export function alertsAreTrue(id: DossierId, { events }: DossierRows): Complaint {
  const rungs = rungsOf(id, events);
  if (typeof rungs === 'string') return rungs;
  const corrections = events.filter(({ type }) => type === 'dossier.receptionCorrected.v1').map(({ seq }) => seq);
  const bounds = [0, ...corrections, events.length];
  return first(bounds.slice(1).keys(), (i) => {
    const clocks = walked(events, { from: bounds[i] ?? 0, until: bounds[i + 1] ?? events.length });
    return typeof clocks === 'string' ? clocks : null;
  });
}

function stored(rows: DossierRows, clockId: string): Clock | undefined {
  return rows.clocks.get(clockId);
}

/** I4, when all is quiet: whatever breached or, running, came to a warning is in the journal; the rows say the same minutes. */
export function alertsAreComplete(id: DossierId, rows: DossierRows, until: number): Complaint {
  const rungs = rungsOf(id, rows.events);
  if (typeof rungs === 'string') return rungs;
  const clocks = walked(rows.events, { from: rows.events.length, until: rows.events.length });
  if (typeof clocks === 'string') return clocks;
  const { warnPercents } = plainRules(pinOf(rows.events)).procedure;
  return first(clocks.clocks.values(), (clock) => {
    const row = stored(rows, clock.id);
    if (row === undefined || row.epoch !== clock.epoch) return `${id}: ${clock.id} ${clock.epoch} is not stored`;
    if (!clock.running && row.used !== clock.used(until)) {
      return `${id}: ${clock.id} has used ${row.used} minutes by its row and ${clock.used(until)} by its journal`;
    }
    const breach = clock.breach(until);
    if (breach !== null && !rungs.has(rungKey(clock.id, clock.epoch, 'breach'))) {
      return `${id}: ${clock.id} breached at ${breach} and nobody was told`;
    }
    const missing = warnPercents.find(
      (percent) =>
        clock.running && clock.warning(percent, until) !== null && !rungs.has(rungKey(clock.id, clock.epoch, `${percent}`)),
    );
    return missing === undefined ? null : `${id}: ${clock.id} came to ${missing} % and nobody was told`;
  });
}

/** What may move a due instant: a fact that names the reason. */
const MOVES_NOTHING = ['assigned', 'apologyIssued', 'applicantNotified', 'clockWarned', 'clockBreached', 'transferLapsed'];

/** I5 for the rows: within one epoch nobody gives a minute back, and no due instant moves without a reason. */
export function clocksMonotone({ id, before, after, events }: RowChange): Complaint {
  const refolded = events.some(({ type }) => type === 'dossier.receptionCorrected.v1');
  if (before === null || refolded) return null;
  const reason = events.some((event) => !MOVES_NOTHING.includes(nameOf(event)));
  return first(before.clocks.values(), (was) => {
    const is = after.clocks.get(was.id);
    if (is === undefined) return `${id}: ${was.id} has gone`;
    if (is.epoch !== was.epoch) return is.epoch > was.epoch ? null : `${id}: ${was.id} went back an epoch`;
    if (is.used < was.used) return `${id}: ${was.id} was given back ${was.used - is.used} minutes`;
    const moved = was.dueAt !== null && is.dueAt !== null && was.dueAt !== is.dueAt;
    return moved && !reason ? `${id}: ${was.id} is due at another time for no reason` : null;
  });
}

/** Receipts and opinions come at their own pace, and what is found out is dated when it is found. */
const AT_THEIR_OWN_PACE = ['transferDelivered', 'consultationAnswered'];

/** I5 for the facts: learnt in order and not in the future; declared in order, but for those that come at their own pace. */
export function timesGoOn({ event, before }: Told, previous: DossierEvent | null, { highest }: Evidence): Complaint {
  const what = `${event.dossierId} seq ${event.seq} ${nameOf(event)}`;
  if (event.occurredAt > event.recordedAt) return `${what} was recorded before it happened`;
  if (previous !== null && event.recordedAt < previous.recordedAt) return `${what} was recorded before the fact before it`;
  if (Date.parse(event.recordedAt) > Date.parse(highest) + 1000) return `${what} was recorded in the future`;
  const free = [...AT_THEIR_OWN_PACE, 'receptionCorrected'].includes(nameOf(event));
  const early = before !== null && !free && minuteOfText(event.occurredAt) < before.lastFact;
  return early ? `${what} happened before the last fact` : null;
}

/** Minutes the parties may take and need, from the procedure's own numbers: negative is overdue by construction. */
function slackOf(pin: Pin, crosses: boolean): number | null {
  const { procedure } = plainRules(pin);
  const limit = budgetOf(pin.limit);
  if ('days' in limit) return null;
  let left = 'work' in limit ? limit.work : MINUTES_PER_DAY;
  const counts = crosses && procedure.clockStart === 'reception' && !procedure.transferExcluded;
  if (counts) left -= workOf(procedure.legs.transfer.budget) + workOf(procedure.legs.acceptance.budget);
  let steps = 0;
  for (const { minimumWorkMinutes } of procedure.steps) steps += minimumWorkMinutes;
  for (const { requiredForDecision, pausesLegalClock, minimumWorkMinutes } of procedure.consultations) {
    if (requiredForDecision && !pausesLegalClock) steps = Math.max(steps, minimumWorkMinutes);
  }
  left -= steps;
  if (crosses && procedure.legalEnd === 'readyForReturn') left -= workOf(procedure.legs.resultTransfer.budget);
  return left;
}

/** I16: from the first minute on, what cannot be kept by construction is known as such, and nothing else is. */
export function conflictToldEarly({ event }: Told): Complaint {
  if (event.type !== 'dossier.received.v1') return null;
  const { pin, resolution } = event.data;
  const crossesBoundary = resolution?.agencyId !== pin.receivingAgency;
  const slack = slackOf(pin, crossesBoundary);
  if (slack === null) return null;
  const { procedure } = plainRules(pin);
  const budget = budgetOf(pin.limit);
  const limitMinutes = 'work' in budget ? budget.work : MINUTES_PER_DAY;
  const question = { procedure, limitMinutes, minutesPerDay: MINUTES_PER_DAY, crossesBoundary };
  const told = structuralInfeasibility(structuralTimeline(question)) === 'limit';
  return told === slack < 0 ? null : `${event.dossierId}: ${slack} minutes are left by construction, and the risk says ${told}`;
}
