/** What a publication asks of the dossiers that are open. */
import { changedDates, dayFromIso, dayOf, minuteOf, plusDays, startOfDay } from '@lien-thong/domain';
import type { CalendarLayer, Day, Instant, Minute } from '@lien-thong/domain';
import { uuid7 } from '../store/uuid7.js';
import type { CalendarKey } from './calendar-name.js';

export interface RunRequest {
  readonly id: string;
  readonly key: CalendarKey;
  readonly version: number;
  readonly requestedAt: Instant;
  /** Of closures: the minutes they change, and when they are known; null for a legal calendar, which moves every open dossier. */
  readonly desk: { readonly from: Minute; readonly to: Minute; readonly startsFrom: Instant } | null;
}

/**
 * The run a publication starts. Every open dossier moves to the new version of a legal calendar, also where no minute changes: what
 * begins tomorrow counts on its pin. Closures move no obligation; only minutes of a desk that were reckoned already have to
 * be told again, so closures to come need no run: null.
 */
export function runOf(published: {
  readonly key: CalendarKey;
  readonly version: number;
  readonly layer: CalendarLayer;
  readonly former: CalendarLayer | null;
  readonly requestedAt: Instant;
}): RunRequest | null {
  const { key, version, layer, former, requestedAt } = published;
  const request = { id: uuid7(), key, version, requestedAt };
  if (key.layer !== 'closure') return { ...request, desk: null };
  const dates = changedDates(former ?? { ...layer, exceptions: [] }, layer);
  const [first, last] = [dates[0], dates.at(-1)];
  const startsFrom = 'knownFrom' in layer ? layer.knownFrom : undefined;
  if (first === undefined || last === undefined || startsFrom === undefined) return null;
  if (dayFromIso(first) > dayOf(minuteOf(startsFrom))) return null;
  const to = startOfDay(plusDays(dayFromIso(last), 1) as Day);
  return { ...request, desk: { from: startOfDay(dayFromIso(first)), to, startsFrom } };
}
