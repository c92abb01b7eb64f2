/** Which version counts on a day. */
import type { ProcedureVersions } from '@lien-thong/client';

export type VersionRow = ProcedureVersions['versions'][number];
type Dated = Pick<VersionRow, 'version' | 'effectiveFrom' | 'effectiveTo'>;

/**
 * The version in force: the latest first day not after the day, unless that one has ended. One that was superseded does not come
 * back. Days as `2026-11-25`; drafts must not be among them.
 */
export function inForceOn<Version extends Dated>(versions: readonly Version[], day: string): Version | null {
  const [latest] = versions
    .filter(
      ({ effectiveFrom, effectiveTo }) =>
        effectiveFrom <= day && (effectiveTo === null || effectiveTo >= effectiveFrom),
    )
    .sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom) || b.version - a.version);
  return latest === undefined || (latest.effectiveTo !== null && latest.effectiveTo < day) ? null : latest;
}

/** Twelve months from the beginning of a day's month: what a verdict on a version is about. */
export function proofYear(day: string): { readonly from: string; readonly to: string } {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const last = new Date(Date.UTC(year + 1, month - 1, 0));
  return { from: `${day.slice(0, 7)}-01`, to: last.toISOString().slice(0, 10) };
}

/** The day after. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

const LOCAL_MINUTES = 7 * 60;

/** The day an instant falls on in Viet Nam. */
export function dayOfInstant(instant: string): string {
  return new Date(Date.parse(instant) + LOCAL_MINUTES * 60_000).toISOString().slice(0, 10);
}
