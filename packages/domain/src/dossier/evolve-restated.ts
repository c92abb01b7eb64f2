/** A calendar that changed: which version the dossier counts on from now on, and a lapse that has not happened after all. */
import type { Dossier } from './dossier.js';
import type { EventOf } from './events.js';

type Restated = EventOf<'dossier.calendarRestated.v1'>;

export const LEGAL = 'legal:';
export const DESK = 'desk:';

/** A transfer lapsed with the breach of its delivery or its acceptance; without the breach there is no lapse. */
function isLapseWithdrawn({ transfer }: Dossier, { data }: Restated): boolean {
  if (transfer === null || !transfer.lapsed) return false;
  const clocks = [`delivery:${transfer.attempt}`, `acceptance:${transfer.attempt}`];
  return data.clocks.some(({ clockId, breachWithdrawn }) => breachWithdrawn && clocks.includes(clockId));
}

export function restatedChange(dossier: Dossier, event: Restated): Partial<Dossier> {
  const { calendar, toVersion } = event.data;
  const lapse =
    dossier.transfer !== null && isLapseWithdrawn(dossier, event)
      ? { transfer: { ...dossier.transfer, lapsed: false } }
      : {};
  if (calendar.startsWith(LEGAL)) return { ...lapse, pin: { ...dossier.pin, calendarVersion: toVersion } };
  const desks = { ...dossier.restatedDesks, [calendar.slice(DESK.length)]: toVersion };
  return { ...lapse, restatedDesks: desks };
}
