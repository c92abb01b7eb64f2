// @ts-check
/** What the run writes, and what it is read from. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsvRecords } from '@lien-thong/domain';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../scripts/processes.mjs';
import { Refused } from '../scripts/say.mjs';
import { csvOf } from './catalogue-rows.mjs';
import { documentOf } from './document.mjs';
import { headline } from './headline.mjs';
import { countFallen, sift } from './met-at-commune.mjs';
import { seed } from './one-day-rule.mjs';

/** @typedef {import('./catalogue-rows.mjs').Row} Row */
/** @typedef {import('./met-at-commune.mjs').Sifted} Sifted */

export const CSV = 'docs/feasibility-catalogue.csv';
const MARKS = { begin: '<!-- feasibility:catalogue -->', end: '<!-- /feasibility:catalogue -->' };

export function readCatalogue() {
  const rows = (/** @type {string} */ name) => parseCsvRecords(seed(name));
  return sift({ procedures: rows('procedures.csv'), overrides: rows('procedure_overrides.csv') });
}

/** @param {readonly Sifted[]} sifted */
export const countsOf = (sifted) => ({ total: sifted.length, fallen: countFallen(sifted) });

/** A committed file, or nothing where there is none yet. @param {string} path from the root */
export function committed(path) {
  const file = join(ROOT, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** @param {string} markdown @returns {Promise<string>} as the formatter of this repository leaves it */
export async function aligned(markdown) {
  return format(markdown, { ...(await resolveConfig(join(ROOT, 'README.md'))), parser: 'markdown' });
}

/**
 * A README with the headline of today between its marks.
 * @param {string} text
 * @param {string} table
 * @throws {Refused} when the marks are gone
 */
export function withHeadline(text, table) {
  const [begin, end] = [text.indexOf(MARKS.begin), text.indexOf(MARKS.end)];
  if (begin < 0 || end < begin)
    throw new Refused(`README thiếu dấu ${MARKS.begin}`, `The README has lost its mark ${MARKS.begin}`);
  return `${text.slice(0, begin + MARKS.begin.length)}\n\n${table}\n\n${text.slice(end)}`;
}

/**
 * Every file this makes, by its path.
 * @param {readonly Row[]} rows
 * @param {ReturnType<typeof countsOf>} counts
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function filesOf(rows, counts) {
  const readme = async (/** @type {string} */ name, /** @type {'en' | 'vi'} */ language) =>
    aligned(withHeadline(committed(name), headline(rows, language)));
  return new Map([
    [CSV, csvOf(rows)],
    ['docs/feasibility-catalogue.md', await aligned(documentOf(rows, counts))],
    ['README.md', await readme('README.md', 'en')],
    ['README.vi.md', await readme('README.vi.md', 'vi')],
  ]);
}
