/** From when on a publication may bind, and until when a version may still be used. Days are those of Asia/Ho_Chi_Minh. */
import { dayFromIso, dayOf, isoOfDay, minuteOf, plusMinutes } from '@lien-thong/domain';
import type { Day, Instant } from '@lien-thong/domain';
import { EVERY_MS } from '../reference/reference-watch.js';

/** By then every replica has noticed: dossiers of one day are not received under two versions (twice the interval of looking). */
const NOTICED_AFTER_MINUTES = Math.ceil((2 * EVERY_MS) / 60_000);

/** The day it will be when everybody knows. */
export function dayOfNotice(now: Instant): Day {
  return dayOf(plusMinutes(minuteOf(now), NOTICED_AFTER_MINUTES));
}

/** The first day a version published now may bind: the next one, so that no dossier that is already there is touched. */
export function earliestEffectiveFrom(now: Instant): string {
  return isoOfDay((dayOfNotice(now) + 1) as Day);
}

/** The first day a version retired now may end on: dossiers of today may be there already. */
export function earliestEffectiveTo(now: Instant): string {
  return isoOfDay(dayOfNotice(now));
}

export const isBefore = (day: string, other: string): boolean => dayFromIso(day) < dayFromIso(other);
