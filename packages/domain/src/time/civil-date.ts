/**
 * Proleptic Gregorian dates as day numbers (0 = 1970-01-01), by integer arithmetic alone: the same answer in whatever
 * time zone the process runs.
 */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

const DAYS_PER_ERA = 146_097; // 400 Gregorian years
const EPOCH_FROM_MARCH_0000 = 719_468; // days from 0000-03-01 to 1970-01-01

/** Days from 1970-01-01 to the date; years begin in March inside, so that the leap day is the last one. */
export function daysFromCivil({ year, month, dayOfMonth }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_FROM_MARCH_0000;
}

/** The date that lies `days` days after 1970-01-01. */
export function civilFromDays(days: number): CivilDate {
  const shifted = days + EPOCH_FROM_MARCH_0000;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDaysPassed = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDaysPassed) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Whether the three numbers name a day that exists (2026-02-29 does not). */
export function isCivilDate({ year, month, dayOfMonth }: CivilDate): boolean {
  if (month < 1 || month > 12 || dayOfMonth < 1) return false;
  const first = daysFromCivil({ year, month, dayOfMonth: 1 });
  const next = daysFromCivil({ year: month === 12 ? year + 1 : year, month: (month % 12) + 1, dayOfMonth: 1 });
  return dayOfMonth <= next - first;
}
