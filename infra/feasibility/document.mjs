// @ts-check
/** The committed document: made of the rows of the CSV and the counts of the filter, and of nothing else. */
import { COUNTERS_OF_THEIR_OWN, FALLEN_OUT } from './met-at-commune.mjs';
import { countedRows, fraction, hasNothingLeft, headline, isLateAt } from './headline.mjs';
import { WORK_SHARES, YEAR } from './one-day-rule.mjs';

/** @typedef {import('./catalogue-rows.mjs').Row} Row */
/** @typedef {import('./met-at-commune.mjs').FallenOut} FallenOut */

/** @type {Readonly<Record<FallenOut, string>>} */
const WHY = {
  noCommuneLevel: 'the portal shows no commune level',
  counterOfItsOwn: `counters of their own (${COUNTERS_OF_THEIR_OWN.join(', ')})`,
  portal_unit_missing: 'the portal shows a bare number without a unit',
  text_only: 'the limit stands only somewhere in the text',
  none: 'no limit is shown',
  hour: 'a limit in hours, which the portal does not call working hours',
  month: 'a limit in months, which are no number of days',
};
const LIMIT_UNKNOWN = FALLEN_OUT.slice(2);

/** @param {readonly (readonly (string | number)[])[]} rows the first is the head */
function table([head = [], ...rows]) {
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param {{ total: number, fallen: Readonly<Record<FallenOut, number>> }} counts */
export function filterTable({ total, fallen }) {
  let left = total;
  const rows = FALLEN_OUT.map((why) => {
    left -= fallen[why];
    return [WHY[why], fallen[why], left];
  });
  return table([['why a row is not computed', 'rows', 'left'], ['rows of the list', '', total], ...rows]);
}

/** @param {Row} row */
const limitText = ({ limit, clock }) => (clock === 'from reception' ? `${limit}` : `${limit} (${clock})`);

/** Rows of one limit and one way, with how many counted procedures have it first. @param {readonly Row[]} rows */
function byLimit(rows) {
  /** @type {Map<string, { row: Row, procedures: number }>} */
  const groups = new Map();
  for (const row of rows.filter(({ limit }) => limit !== undefined && limit !== '')) {
    const key = `${row['limit']} ${row['clock']} ${row['way_back']}`;
    const group = groups.get(key) ?? { row, procedures: 0 };
    groups.set(key, { ...group, procedures: group.procedures + (row['counted'] === 'yes' ? 1 : 0) });
  }
  return [...groups.values()].sort((a, b) => Number(a.row['left_minutes']) - Number(b.row['left_minutes']));
}

/** @param {Row} row @param {number} share */
function lateness(row, share) {
  const [verdict, late] = [row[`verdict_${share}`], row[`late_share_${share}`]];
  return verdict === 'SAFE' ? 'safe' : late === '' ? (verdict ?? '') : `${(Number(late) * 100).toFixed(1)} %`;
}

const atShares = WORK_SHARES.map((share) => `${fraction(share)} day`);
const WAY = { yes: 'back too', no: 'out' };
/** @param {Row} row */
const wayOf = ({ way_back }) => (way_back === 'yes' ? WAY.yes : WAY.no);

/** @param {ReturnType<typeof byLimit>} groups */
function lateTable(groups) {
  const head = ['limit', 'travels', 'procedures', 'minutes left', ...atShares];
  const rows = groups.map(({ row, procedures }) => [
    ...[limitText(row), wayOf(row), procedures, row['left_minutes'] ?? ''],
    ...WORK_SHARES.map((share) => lateness(row, share)),
  ]);
  return table([head, ...rows]);
}

/** @param {ReturnType<typeof byLimit>} groups */
function repairTable(groups) {
  const rows = groups.map(({ row }) => [
    ...[limitText(row), wayOf(row)],
    ...WORK_SHARES.map((share) => row[`repair_${share}`] || '–'),
  ]);
  return table([['limit', 'travels', ...atShares], ...rows]);
}

/** @param {Row} row */
const isAtStake = (row) => WORK_SHARES.some((share) => isLateAt(share)(row)) || hasNothingLeft(row);

/** @param {readonly Row[]} rows */
function named(rows) {
  return LIMIT_UNKNOWN.flatMap((why) => {
    const those = rows.filter(({ not_computed }) => not_computed === why);
    const list = those.map(({ code, name, shown }) => `- ${code} ${name}${why === 'hour' ? ` (${shown})` : ''}`);
    return those.length === 0 ? [] : [`### ${WHY[why]} (${those.length})`, list.join('\n')];
  });
}

/** @param {readonly Row[]} rows */
function nothingLeft(rows) {
  return countedRows(rows, 'no')
    .filter(hasNothingLeft)
    .map((row) => `- ${row['code']} ${row['name']} (${limitText(row)}, ${row['left_minutes']} minutes)`)
    .join('\n');
}

/**
 * @param {readonly Row[]} rows
 * @param {{ total: number, fallen: Readonly<Record<FallenOut, number>> }} counts
 * @returns {string} Markdown, not yet aligned
 */
export function documentOf(rows, counts) {
  const atStake = byLimit(rows).filter(({ row }) => isAtStake(row));
  const others = rows.filter(({ counted, way_back }) => counted === 'no' && way_back === 'no');
  const severalLimits = new Set(others.map(({ code }) => code)).size;
  return `${[
    '# What “transfer within 1 day” leaves of the national limits',
    INTRODUCTION,
    headline(rows, 'en'),
    '## Tiếng Việt',
    VIETNAMESE,
    headline(rows, 'vi'),
    '## Which procedures',
    'The filter is code ([met-at-commune.mjs](../infra/feasibility/met-at-commune.mjs)); a row falls out at the first reason it meets.',
    filterTable(counts),
    `Counts take the limit the portal shows first. ${severalLimits} procedures show others a clock may use (for other channels or cases); each has rows of its own in the CSV (\`counted\` no).`,
    '## Limits at stake',
    LATE,
    lateTable(atStake),
    'Every other limit is kept in all eight columns of both ways.',
    '## The smallest repair of each',
    REPAIR,
    repairTable(atStake),
    '## Procedures with nothing left, even without a way back',
    nothingLeft(rows),
    '## Limits that are not known',
    'Named, not guessed: a limit without a unit drives no clock.',
    ...named(rows),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `Made by \`npm run feasibility:catalogue\`; every figure below is the proof's ([ADR 0019](adr/0019-feasibility-proof.md)), for every start minute
of ${YEAR}. One row for each procedure and limit: [feasibility-catalogue.csv](feasibility-catalogue.csv). Data: the national portal, mid-2026
([sources](../infra/seeds/SOURCES.md)).

A dossier is handed in at a ward that is not competent. The rule gives the ward 1 working day to pass it on; “result back within 1 day” counts the way
back as part of the limit, which no rule read so far says either way. Both offices keep the hours of the law (07:30–11:30, 13:30–17:30), so nothing
here is late because somebody is closed. Nobody needs time to accept, no supplement is asked for: what is left is the most there can be. How long a
decision takes is not known for any of these procedures; so it is varied.`;

const VIETNAMESE = `Hồ sơ nộp ở phường không có thẩm quyền; quy định cho phường ấy 01 ngày làm việc để chuyển đi. Bảng dưới đây do động cơ chứng minh cho từng phút
có thể nộp trong năm ${YEAR}; thủ tục mà Cổng Dịch vụ công quốc gia không hiện đơn vị của thời hạn thì nêu tên ở cuối trang, không đoán.`;

const LATE = `“Minutes left”: working minutes between the last leg and the limit at the worst start, when deciding takes none. The other columns: the share of
start minutes from which keeping every budget is late all the same, when deciding takes that much of a working day (\`safe\`: from none).`;

const REPAIR = `The fewest minutes taken from budgets after which the proof says SAFE (of the policies \`reserveForDecider\` and \`firstCome\`; \`proportional\` cuts the same
here), in working minutes; where no budgets are safe, the first of the ways out that is: \`clockFromCompetentReceipt\`, \`transferExcluded\`,
\`electronicFirst\`, or \`doNotOffer\`: the applicant goes to the agency that decides.
\`nothing\`: not even there is the limit as long as the work.`;
