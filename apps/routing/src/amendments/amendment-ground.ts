/** What a dry run rests on beside the dossiers: versions of the procedure and calendars. What has changed of it since is named. */
import { createHash } from 'node:crypto';
import { canonicalJson, dayOf, isoOfDay, minuteOf } from '@lien-thong/domain';
import type { Instant, Period } from '@lien-thong/domain';
import { Problem } from '../http/problem.js';
import type { LiveReference } from '../reference/live-reference.js';

const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** `<calendars> <versions>`, each a digest. */
export function groundOf(reference: LiveReference, periods: readonly Period[]): string {
  const calendars = [...reference.legalVersions()].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${digestOf(calendars)} ${digestOf(periods)}`;
}

/** Names of what differs between two grounds. */
export function changedSince(ground: string | null, now: string): readonly string[] {
  const [was, is] = [(ground ?? '').split(' '), now.split(' ')];
  return ['calendars', 'versions'].filter((_, place) => was[place] !== is[place]);
}

/**
 * All versions are published ones of the procedure, the target another than the sources and in force today (Asia/Ho_Chi_Minh). Throws
 * amendment-versions-unknown, amendment-version-same, amendment-target-not-in-force.
 */
export function expectVersions(
  { fromVersions, toVersion }: { readonly fromVersions: readonly number[]; readonly toVersion: number },
  periods: readonly Period[],
  now: Instant,
): void {
  const known = new Map(periods.map((period) => [period.version, period]));
  const unknown = [...fromVersions, toVersion].filter((version) => !known.has(version));
  if (unknown.length > 0) throw new Problem('amendment-versions-unknown', { versions: unknown.map(String) });
  if (fromVersions.includes(toVersion)) throw new Problem('amendment-version-same', { version: toVersion });
  const { effectiveFrom = '', effectiveTo = null } = known.get(toVersion) ?? {};
  const today = isoOfDay(dayOf(minuteOf(now)));
  if (effectiveFrom <= today && (effectiveTo === null || effectiveTo >= today)) return;
  throw new Problem('amendment-target-not-in-force', { version: toVersion, effectiveFrom, effectiveTo });
}
