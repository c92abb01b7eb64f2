/** I4 alerts ⇔ breaches. */
import type { DossierEvent, DossierId } from '@lien-thong/domain';
import type { DossierRows } from '../../memory/rows.js';
import { PlainClocks } from '../plain/clocks.js';
import { plainRules } from '../plain/rules.js';
import { REVISIONS, asReadAt, minuteOfText, nameOf } from '../plain/story.js';
import { first, pinOf } from './evidence.js';
import type { Complaint } from './evidence.js';
import { comeOf, instantOfRung, isConfigured, isRung, planComplaint, rungName } from './rungs.js';

/** A rung in the journal against what was known when it was found out. */
function rungComplaint(event: DossierEvent, clocks: PlainClocks): Complaint {
  if (!isRung(event)) return null;
  const { clockId, epoch, rungAt } = event.data;
  const what = `${event.dossierId} seq ${event.seq}: ${nameOf(event)} of ${clockId}`;
  const clock = clocks.clocks.get(clockId);
  if (clock === undefined || clock.epoch !== epoch) return `${what} (${epoch}) is of no clock`;
  if (!isConfigured(event, clock, clocks.rules)) return `${what} (${rungName(event)}) is no rung of its procedure`;
  const until = minuteOfText(event.recordedAt);
  const said = minuteOfText(rungAt);
  if (event.type === 'dossier.clockRunsLow.v1' && event.data.rung.kind === 'risk') {
    const early = planComplaint(clocks, event.data.rung.level, said);
    return early === null ? null : `${what} ${early}`;
  }
  const true_ = instantOfRung(event, clock, until);
  return true_ === said ? null : `${what} is said for minute ${said}, and it was ${true_}`;
}

/** Clocks of the first `until` facts, read with the corrections among the first `from`; each rung after those is checked on the way. */
function walked(
  events: readonly DossierEvent[],
  { from, until }: { from: number; until: number },
): PlainClocks | string {
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
  for (const event of events) {
    // A breach that has not happened after all may happen in its time.
    for (const clock of 'clocks' in event.data ? event.data.clocks : []) {
      if (clock.breachWithdrawn) rungs.delete(rungKey(clock.clockId, clock.epoch, 'breach'));
    }
    if (!isRung(event)) continue;
    const key = rungKey(event.data.clockId, event.data.epoch, rungName(event));
    if (rungs.has(key)) return `${id}: ${key} stands twice in the journal`;
    rungs.add(key);
  }
  return rungs;
}

/**
 * I4, as it goes: every rung in the journal was true when it was found out, and stands there once. A revision changes what was true
 * before it: the rungs after each are checked on the journal as it read from then on.
 */
export function alertsAreTrue(id: DossierId, { events }: DossierRows): Complaint {
  const rungs = rungsOf(id, events);
  if (typeof rungs === 'string') return rungs;
  const corrections = events.filter((event) => REVISIONS.includes(nameOf(event))).map(({ seq }) => seq);
  const bounds = [0, ...corrections, events.length];
  return first(bounds.slice(1).keys(), (i) => {
    const clocks = walked(events, { from: bounds[i] ?? 0, until: bounds[i + 1] ?? events.length });
    return typeof clocks === 'string' ? clocks : null;
  });
}

/** I4, when all is quiet: whatever breached or, running, came to a warning is in the journal; the rows say the same minutes. */
export function alertsAreComplete(id: DossierId, rows: DossierRows, now: number): Complaint {
  // A clock that was set back may stand before what has happened.
  const until = Math.max(now, minuteOfText(rows.dossier.lastFactAt));
  const rungs = rungsOf(id, rows.events);
  if (typeof rungs === 'string') return rungs;
  const clocks = walked(rows.events, { from: rows.events.length, until: rows.events.length });
  if (typeof clocks === 'string') return clocks;
  return first(clocks.clocks.values(), (clock) => {
    const row = rows.clocks.get(clock.id);
    if (row === undefined || row.epoch !== clock.epoch) return `${id}: ${clock.id} ${clock.epoch} is not stored`;
    if (!clock.running && row.used !== clock.used(until)) {
      return `${id}: ${clock.id} has used ${row.used} minutes by its row and ${clock.used(until)} by its journal`;
    }
    const breach = clock.breach(until);
    if (breach !== null && !rungs.has(rungKey(clock.id, clock.epoch, 'breach'))) {
      return `${id}: ${clock.id} breached at ${breach} and nobody was told`;
    }
    const missing = comeOf(clock, clocks, until).find((rung) => !rungs.has(rungKey(clock.id, clock.epoch, rung)));
    return missing === undefined ? null : `${id}: ${clock.id} came to ${missing} and nobody was told`;
  });
}
