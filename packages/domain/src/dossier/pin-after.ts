/** What a journal pins its dossier to as it reads today. */
import { amendmentsInForce } from './amendments-in-force.js';
import type { DossierEvent, Pin } from './events.js';
import { LEGAL } from './evolve-restated.js';

/**
 * The pin of the first fact, in the calendar version of the last restatement and the procedure version of the last amendment that was
 * not taken back; null for a journal that does not begin with an opening fact. Pure.
 */
export function pinAfter(events: readonly DossierEvent[]): Pin | null {
  const [first] = events;
  if (first?.type !== 'dossier.submitted.v1' && first?.type !== 'dossier.received.v1') return null;
  const amended = amendmentsInForce(events).at(-1)?.data;
  const { toVersion: procedureVersion, limit } = amended ?? {};
  const pin =
    procedureVersion === undefined || limit === undefined
      ? first.data.pin
      : { ...first.data.pin, procedureVersion, limit };
  const restated = events.findLast(
    (event) => event.type === 'dossier.calendarRestated.v1' && event.data.calendar.startsWith(LEGAL),
  );
  if (restated?.type !== 'dossier.calendarRestated.v1') return pin;
  return { ...pin, calendarVersion: restated.data.toVersion };
}
