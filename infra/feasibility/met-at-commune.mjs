// @ts-check
/** Which procedures of the national list a commune's one-stop centre meets, and which of their limits a clock may use. */
import { applyOverrides, catalogueEntry, procedureOverride } from '@lien-thong/domain';

/** @typedef {import('@lien-thong/domain').CatalogueEntry} CatalogueEntry */
/** @typedef {import('@lien-thong/domain').ProcedureOverride} ProcedureOverride */
/** @typedef {import('@lien-thong/domain').CsvRecord} CsvRecord */
/** @typedef {import('@lien-thong/domain').Duration} Duration */
/** @typedef {Extract<import('@lien-thong/domain').CatalogueLimit, { kind: 'known' }>} KnownLimit */

/**
 * Fields the portal calls communal because their own stations stand in communes: who goes there does not go to the one-stop centre. The
 * field of the maritime authorities also has the registration of small craft, which some communes take in; it is left out with its field.
 */
export const COUNTERS_OF_THEIR_OWN = [
  'Hải quan',
  'Quản lý biên giới',
  'Hàng hải và đường thủy nội địa',
  'Thuế',
  'Kho bạc Nhà nước',
  'Tòa án',
];

/** Why a row is not computed, in the order in which it is asked. */
export const FALLEN_OUT = /** @type {const} */ ([
  'noCommuneLevel',
  'counterOfItsOwn',
  'portal_unit_missing',
  'text_only',
  'none',
  'hour',
  'month',
]);
/** @typedef {(typeof FALLEN_OUT)[number]} FallenOut */

/**
 * What the clock of a limit needs to know beside its length.
 * @typedef {{ duration: Duration, limitCutoff: string | null, clockStart: 'reception' | 'competentReceipt', transferExcluded: boolean }} Limit
 */

/**
 * A limit of a procedure: where it stands, and for which channels it is shown.
 * @typedef {{ limit: Limit, basis: 'portal' | 'override', channels: string, first: boolean }} LimitRow
 */

/** @typedef {{ entry: CatalogueEntry, why: FallenOut | null, limits: readonly LimitRow[] }} Sifted */

/**
 * @param {KnownLimit} known
 * @returns {FallenOut | null}
 */
function unusable(known) {
  if (known.duration !== null) return null;
  // Hours the portal does not call working hours; months, which are no number of days.
  return known.basis === 'portal' && known.unit === 'month' ? 'month' : 'hour';
}

/**
 * @param {CatalogueEntry} entry
 * @returns {FallenOut | null}
 */
function whyNot({ levels, field, limit }) {
  if (!levels.includes('commune')) return 'noCommuneLevel';
  if (COUNTERS_OF_THEIR_OWN.includes(field)) return 'counterOfItsOwn';
  return limit.kind === 'unknown' ? limit.reason : unusable(limit);
}

/**
 * @param {CatalogueEntry} entry whose first limit is usable
 * @returns {readonly LimitRow[]} the first limit shown, then every other one the clock may use
 */
function limitsOf({ limit: first, limitByChannel }) {
  if (first.kind === 'unknown' || first.duration === null) return [];
  if (first.basis === 'override') {
    const { limit: duration, limitCutoff, clockStart, transferExcluded } = first.override;
    const limit = { duration, limitCutoff, clockStart, transferExcluded };
    return [{ limit, basis: 'override', channels: '', first: true }];
  }
  /** @type {Map<Duration, Set<string>>} */
  const channels = new Map([[first.duration, new Set()]]);
  for (const { channel, limit } of limitByChannel) {
    if (limit.kind === 'unknown' || limit.duration === null) continue;
    channels.set(limit.duration, (channels.get(limit.duration) ?? new Set()).add(channel));
  }
  return [...channels].map(([duration, shown], index) => ({
    limit: { duration, limitCutoff: null, clockStart: 'reception', transferExcluded: false },
    basis: 'portal',
    channels: [...shown].join(' '),
    first: index === 0,
  }));
}

/**
 * Every row of the list, with why it is not computed or with its limits. Overrides stand in place of what the portal does not show, except
 * those that are illustrations. Pure.
 * @param {{ procedures: readonly CsvRecord[], overrides: readonly CsvRecord[] }} seeds
 * @returns {readonly Sifted[]}
 */
export function sift({ procedures, overrides }) {
  const real = overrides.map((row) => procedureOverride(row)).filter(({ illustration }) => !illustration);
  return applyOverrides(
    procedures.map((row) => catalogueEntry(row)),
    real,
  ).map((entry) => {
    const why = whyNot(entry);
    return { entry, why, limits: why === null ? limitsOf(entry) : [] };
  });
}

/** @param {readonly Sifted[]} sifted @returns {Readonly<Record<FallenOut, number>>} */
export function countFallen(sifted) {
  const counts = FALLEN_OUT.map((key) => [key, sifted.filter(({ why }) => why === key).length]);
  return /** @type {Record<FallenOut, number>} */ (Object.fromEntries(counts));
}
