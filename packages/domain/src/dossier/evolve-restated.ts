/** A calendar that changed: which version the dossier counts on from now on, and a lapse that has not happened after all. */
import type { Dossier } from './dossier.js';
import type { EventOf } from './events.js';

type Restated = EventOf<'dossier.calendarRestated.v1'>;

export const LEGAL = 'legal:';
export const DESK = 'desk:';

/** A transfer lapsed with the breach of its delivery or its acceptance; without the breach there is no lapse. */
export function lapseWithdrawn(
  { transfer }: Dossier,
  clocks: readonly { readonly clockId: string; readonly breachWithdrawn: boolean }[],
): Pick<Dossier, 'transfer'> | Record<string, never> {
  if (transfer === null || !transfer.lapsed) return {};
  const ids = [`delivery:${transfer.attempt}`, `acceptance:${transfer.attempt}`];
  const isWithdrawn = clocks.some(({ clockId, breachWithdrawn }) => breachWithdrawn && ids.includes(clockId));
  return isWithdrawn ? { transfer: { ...transfer, lapsed: false } } : {};
}

export function restatedChange(dossier: Dossier, event: Restated): Partial<Dossier> {
  const { calendar, toVersion, clocks } = event.data;
  const lapse = lapseWithdrawn(dossier, clocks);
  if (calendar.startsWith(LEGAL)) return { ...lapse, pin: { ...dossier.pin, calendarVersion: toVersion } };
  const desks = { ...dossier.restatedDesks, [calendar.slice(DESK.length)]: toVersion };
  return { ...lapse, restatedDesks: desks };
}
