/** I4 alerts ⇔ breaches. */
import type { DossierEvent, DossierId } from '@lien-thong/domain';
import type { DossierRows } from '../../memory/rows.js';
import { PlainClocks } from '../plain/clocks.js';
import { plainRules } from '../plain/rules.js';
import { asReadAt, minuteOfText, nameOf } from '../plain/story.js';
import { first, pinOf } from './evidence.js';
import type { Complaint } from './evidence.js';

/** A rung in the journal against what was known when it was found out. */
function rungComplaint(event: DossierEvent, clocks: PlainClocks): Complaint {
  if (event.type !== 'dossier.clockWarned.v1' && event.type !== 'dossier.clockBreached.v1') return null;
  const { clockId, epoch, rungAt } = event.data;
  const what = `${event.dossierId} seq ${event.seq}: ${nameOf(event)} of ${clockId}`;
  const clock = clocks.clocks.get(clockId);
  if (clock === undefined || clock.epoch !== epoch) return `${what} (${epoch}) is of no clock`;
  const until = minuteOfText(event.recordedAt);
  const true_ =
    event.type === 'dossier.clockBreached.v1' ? clock.breach(until) : clock.warning(event.data.percent, until);
  const said = minuteOfText(rungAt);
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
  for (const { type, data } of events) {
    const rung =
      type === 'dossier.clockBreached.v1' ? 'breach' : type === 'dossier.clockWarned.v1' ? `${data.percent}` : null;
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

/** I4, when all is quiet: whatever breached or, running, came to a warning is in the journal; the rows say the same minutes. */
export function alertsAreComplete(id: DossierId, rows: DossierRows, now: number): Complaint {
  // A clock that was set back may stand before what has happened.
  const until = Math.max(now, minuteOfText(rows.dossier.lastFactAt));
  const rungs = rungsOf(id, rows.events);
  if (typeof rungs === 'string') return rungs;
  const clocks = walked(rows.events, { from: rows.events.length, until: rows.events.length });
  if (typeof clocks === 'string') return clocks;
  const { warnPercents } = plainRules(pinOf(rows.events)).procedure;
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
    const missing = warnPercents.find(
      (percent) =>
        clock.running &&
        clock.warning(percent, until) !== null &&
        !rungs.has(rungKey(clock.id, clock.epoch, `${percent}`)),
    );
    return missing === undefined ? null : `${id}: ${clock.id} came to ${missing} % and nobody was told`;
  });
}
