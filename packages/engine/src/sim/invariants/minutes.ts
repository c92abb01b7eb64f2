/** I2 minutes are conserved, I5 clocks and times go one way. */
import type { DossierEvent, DossierId, Owner } from '@lien-thong/domain';
import type { DossierRows } from '../../memory/rows.js';
import { recountOwners } from '../plain/owners.js';
import { plainRules } from '../plain/rules.js';
import { REMARKS, REVISIONS, minuteOfText, nameOf } from '../plain/story.js';
import type { RowChange } from '../world/watched-database.js';
import { first, pinOf } from './evidence.js';
import type { Complaint, Evidence, Told } from './evidence.js';

function ownerKey(owner: Owner): string {
  return owner.kind === 'agency' ? owner.agencyId : owner.kind;
}

/** I2: the stored segments tile the time from reception to the end, and give each owner the minutes the journal gives him. */
export function minutesConserved(id: DossierId, rows: DossierRows, now: number): Complaint {
  const rules = plainRules(pinOf(rows.events));
  // A clock that was set back may stand before what has happened.
  const until = Math.max(now, minuteOfText(rows.dossier.lastFactAt));
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

/** What may move a due instant: a fact that names the reason. */
const MOVES_NOTHING = [
  'assigned',
  'apologyIssued',
  'applicantNotified',
  'clockWarned',
  'clockRunsLow',
  'clockBreached',
  'transferLapsed',
  'conflictFound',
  'conflictResolved',
];

/** Receipts and opinions come at their own pace, and what is found out is dated when it is found. */
const AT_THEIR_OWN_PACE = ['transferDelivered', 'consultationAnswered', 'resultArrived'];

/** What is put right or entered late, and a receipt or an opinion that comes behind what happened after it. */
function changesThePast(event: DossierEvent, before: DossierRows): boolean {
  if (REVISIONS.includes(nameOf(event))) return true;
  if (!AT_THEIR_OWN_PACE.includes(nameOf(event))) return false;
  return minuteOfText(event.occurredAt) < minuteOfText(before.dossier.lastFactAt);
}

/** I5 for the rows: within one epoch nobody gives a minute back, and no due instant moves without a reason. */
export function clocksMonotone({ id, before, after, events }: RowChange): Complaint {
  if (before === null || events.some((event) => changesThePast(event, before))) return null;
  const reason = events.some((event) => !MOVES_NOTHING.includes(nameOf(event)));
  const receipt = events.some((event) => AT_THEIR_OWN_PACE.includes(nameOf(event)));
  return first(before.clocks.values(), (was) => {
    const is = after.clocks.get(was.id);
    if (is === undefined) return `${id}: ${was.id} has gone`;
    if (is.epoch !== was.epoch) return is.epoch > was.epoch ? null : `${id}: ${was.id} went back an epoch`;
    // What ended before it was known to have ended never ran since.
    const endedBefore = receipt && was.stoppedAt === null && is.stoppedAt !== null;
    if (is.used < was.used && !endedBefore) return `${id}: ${was.id} was given back ${was.used - is.used} minutes`;
    const moved = was.dueAt !== null && is.dueAt !== null && was.dueAt !== is.dueAt;
    return moved && !reason ? `${id}: ${was.id} is due at another time for no reason` : null;
  });
}

/** I5 for the facts: learnt in order and not in the future; declared in order, but for those that come at their own pace. */
export function timesGoOn({ event, before }: Told, previous: DossierEvent | null, { highest }: Evidence): Complaint {
  const what = `${event.dossierId} seq ${event.seq} ${nameOf(event)}`;
  if (event.occurredAt > event.recordedAt) return `${what} was recorded before it happened`;
  if (previous !== null && event.recordedAt < previous.recordedAt)
    return `${what} was recorded before the fact before it`;
  if (Date.parse(event.recordedAt) > Date.parse(highest) + 1000) return `${what} was recorded in the future`;
  const free = [...AT_THEIR_OWN_PACE, ...REMARKS].includes(nameOf(event));
  const early = before !== null && !free && minuteOfText(event.occurredAt) < before.lastFact;
  return early ? `${what} happened before the last fact` : null;
}
