// @ts-check
/** The result as rows of text: what the CSV holds, and all that the document is made of. */
import { WORK_SHARES } from './one-day-rule.mjs';

/** @typedef {import('./met-at-commune.mjs').Limit} Limit */
/** @typedef {import('./met-at-commune.mjs').LimitRow} LimitRow */
/** @typedef {import('./met-at-commune.mjs').Sifted} Sifted */
/** @typedef {import('./prove-limit.mjs').Proved} Proved */
/** @typedef {Readonly<Record<string, string>>} Row one line of the CSV by its header */

const ABOUT = ['code', 'name', 'field', 'levels', 'shown', 'not_computed'];
const OF_LIMIT = ['limit', 'clock', 'basis', 'channels', 'counted', 'way_back', 'left_minutes', 'worst_start'];
/** @param {number} share @returns {[string, string, string]} */
export const columnsAt = (share) => [`verdict_${share}`, `late_share_${share}`, `repair_${share}`];
export const COLUMNS = [...ABOUT, ...OF_LIMIT, ...WORK_SHARES.flatMap(columnsAt)];

/** What the proof depends on, as one text. @param {Limit} limit */
export const keyOf = ({ duration, ...clock }) => `${duration} ${clockOf(clock)}`;

/** @param {Omit<Limit, 'duration'>} clock */
function clockOf({ limitCutoff, clockStart, transferExcluded }) {
  if (transferExcluded) return 'transfer left out';
  if (clockStart === 'competentReceipt') return 'from competent receipt';
  return limitCutoff === null ? 'from reception' : `from reception, cut-off ${limitCutoff}`;
}

/** Limits of equal key once, in the order of the list. @param {readonly Sifted[]} sifted @returns {readonly Limit[]} */
export function distinctLimits(sifted) {
  const limits = sifted.flatMap((one) => one.limits.map(({ limit }) => limit));
  return [...new Map(limits.map((limit) => [keyOf(limit), limit])).values()];
}

/** @param {Sifted} sifted @returns {Row} */
function about({ entry: { code, name, field, levels, limit }, why }) {
  const shown =
    limit.kind === 'unknown' ? (limit.shown ?? '') : limit.basis === 'portal' ? `${limit.amount} ${limit.unit}` : '';
  return { code, name, field, levels: levels.join(' '), shown, not_computed: why ?? '' };
}

/** @param {LimitRow} row @param {Proved} proved @returns {Row} */
function judged({ limit, basis, channels, first }, { wayBack, left, worstStart, atWork }) {
  const atShares = atWork.flatMap(({ workShare, verdict, lateShare, repair }) => {
    const texts = [verdict, lateShare === null ? '' : String(Math.round(lateShare * 10_000) / 10_000), repair ?? ''];
    return columnsAt(workShare).map((column, at) => [column, texts[at] ?? '']);
  });
  return {
    ...{ limit: limit.duration, clock: clockOf(limit), basis, channels, counted: first ? 'yes' : 'no' },
    ...{ way_back: wayBack ? 'yes' : 'no', left_minutes: left === null ? '' : String(left) },
    worst_start: worstStart ?? '',
    ...Object.fromEntries(atShares),
  };
}

/**
 * Rows of every procedure a commune's centre meets: two for each limit (without and with a way back), one where no clock may use any.
 * @param {readonly Sifted[]} sifted
 * @param {(limit: Limit) => readonly Proved[]} provedOf
 * @returns {readonly Row[]}
 */
export function rowsOf(sifted, provedOf) {
  return sifted.filter(isMet).flatMap((one) => {
    if (one.limits.length === 0) return [about(one)];
    return one.limits.flatMap((row) =>
      provedOf(row.limit).map((proved) => ({ ...about(one), ...judged(row, proved) })),
    );
  });
}

/** @param {Pick<Sifted, 'why'>} sifted */
export const isMet = ({ why }) => why !== 'noCommuneLevel' && why !== 'counterOfItsOwn';

/** @param {string} text */
const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** @param {readonly Row[]} rows @returns {string} RFC 4180 with LF */
export function csvOf(rows) {
  const lines = rows.map((row) => COLUMNS.map((column) => quoted(row[column] ?? '')).join(','));
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}
