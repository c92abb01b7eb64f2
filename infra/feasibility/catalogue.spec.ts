/** The committed catalogue is what the run prints today, and what a wall clock and the list of holidays say. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseCsvRecords } from '../../packages/domain/src/jurisdiction/index.js';
import { byHand } from './brute-force.oracle.js';
import type { PlainAnswer } from './brute-force.oracle.js';
import { CSV, committed, countsOf, filesOf, readCatalogue } from './catalogue-files.mjs';
import { csvOf, distinctLimits, isMet, keyOf, rowsOf } from './catalogue-rows.mjs';
import { figures } from './headline.mjs';
import { COUNTERS_OF_THEIR_OWN } from './met-at-commune.mjs';
import { WORK_SHARES, YEAR, readOffices } from './one-day-rule.mjs';
import { proveLimit } from './prove-limit.mjs';

type Row = Readonly<Record<string, string>>;

const sifted = readCatalogue();
const rows: readonly Row[] = parseCsvRecords(committed(CSV));
const judged = rows.filter((row) => row['limit'] !== '');
const holidays = readFileSync(new URL('../seeds/holidays.csv', import.meta.url), 'utf8');
const limitKey = (row: Row): string => `${row['limit']} ${row['clock']} ${row['way_back']}`;

/** One row for each limit and way. */
const limits = [...new Map(judged.map((row) => [limitKey(row), row])).values()];

const worked = new Map<string, PlainAnswer>();
function byWallClock(row: Row): PlainAnswer {
  const known = worked.get(limitKey(row));
  if (known !== undefined) return known;
  const cutoff = row['clock']?.includes('15:00') === true ? 900 : null;
  const transferCounts = row['clock']?.startsWith('from reception') === true;
  const rule = { limit: row['limit'] ?? '', cutoff, transferCounts, wayBack: row['way_back'] === 'yes' };
  const answer = byHand(rule, holidays, YEAR);
  worked.set(limitKey(row), answer);
  return answer;
}

describe('which procedures a commune meets', () => {
  it('is decided row by row: commune level, no counter of its own, a limit with a unit', () => {
    const list = parseCsvRecords(readFileSync(new URL('../seeds/procedures.csv', import.meta.url), 'utf8'));
    const met = list.filter(
      (row) =>
        row['level']?.split(';').includes('commune') === true && !COUNTERS_OF_THEIR_OWN.includes(row['field_vi'] ?? ''),
    );
    expect(sifted.filter(isMet).map(({ entry }) => entry.code)).toEqual(met.map((row) => row['code']));
    const unitless = met.filter((row) => row['time_limit_basis'] === 'portal_unit_missing').map((row) => row['code']);
    const named = rows.filter((row) => row['not_computed'] === 'portal_unit_missing').map((row) => row['code']);
    // 1.001193 and 1.000656 have their limit from the text of the procedure, by procedure_overrides.csv.
    expect(unitless.filter((code) => !named.includes(code))).toEqual(['1.000656', '1.001193']);
    expect(named.every((code) => unitless.includes(code))).toBe(true);
  });

  it('never counts a row twice nor loses one', () => {
    const { total, fallen } = countsOf(sifted);
    const out = Object.values(fallen).reduce((sum, count) => sum + count, 0);
    expect(total - out).toBe(figures(rows).procedures);
    expect(new Set(rows.map((row) => row['code'])).size).toBe(sifted.filter(isMet).length);
  });
});

describe('every committed figure', () => {
  it('is the same for all procedures with the same limit', () => {
    const own = new Set(['code', 'name', 'field', 'levels', 'shown', 'basis', 'channels', 'counted']);
    const figuresOf = (row: Row) => JSON.stringify(Object.entries(row).filter(([column]) => !own.has(column)));
    const distinct = new Set(judged.map(figuresOf));
    expect(distinct.size).toBe(limits.length);
  });

  it('is what a wall clock says: minutes left, the worst start, the share of late starts', () => {
    for (const row of limits) {
      const { left, worstStart, lateShare } = byWallClock(row);
      expect([limitKey(row), row['left_minutes'], row['worst_start']]).toEqual([
        ...[limitKey(row), String(left), worstStart],
      ]);
      for (const share of WORK_SHARES) {
        const late = Math.round(lateShare(share * 480) * 10_000) / 10_000;
        expect([limitKey(row), Number(row[`late_share_${share}`])]).toEqual([limitKey(row), late]);
        expect([limitKey(row), share, row[`verdict_${share}`] === 'SAFE']).toEqual([limitKey(row), share, late === 0]);
      }
    }
  });

  it('has repairs that take exactly the minutes that are missing, and other ways out where none are enough', () => {
    for (const row of limits) {
      for (const share of WORK_SHARES) {
        const missing = Math.max(0, share * 480 - byWallClock(row).left);
        const repair = row[`repair_${share}`] ?? '';
        const cuts = [...repair.matchAll(/(\d+)→(\d+)/g)].map(([, from, to]) => Number(from) - Number(to));
        const legs = row['way_back'] === 'yes' ? 2 : 1;
        if (missing === 0) expect(repair).toBe('');
        else if (missing <= legs * 479) expect(cuts.reduce((sum, cut) => sum + cut, 0)).toBe(missing);
        else expect(repair).toMatch(/^[a-z][A-Za-z]+$/);
      }
    }
  });
});

describe('the committed files', () => {
  it('hold the limits of today’s list, each without and with a way back', () => {
    const unproved = (wayBack: boolean) => ({ wayBack, left: null, worstStart: null, atWork: [] });
    const today: readonly Row[] = rowsOf(sifted, () => [unproved(false), unproved(true)]);
    const proofs = /^(left_minutes|worst_start|verdict_|late_share_|repair_)/;
    const about = (row: Row) => Object.entries(row).filter(([column, text]) => text !== '' && !proofs.test(column));
    expect(rows.map(about)).toEqual(today.map(about));
  });

  it('say what the proof says today, for limits that are broken, broken at Tết, kept and not charged with the transfer', () => {
    const offices = readOffices();
    const asked = [
      ['1wd from reception', true, 0.25],
      ['2cd from reception', false, 0.5],
      ['3wd from competent receipt', true, 1],
      ['2wd transfer left out', true, 0.5],
      ['1wd from reception', false, 1],
      ['sameDay from reception, cut-off 15:00', false, 0.5],
    ] as const;
    for (const [key, wayBack, share] of asked) {
      const limit = distinctLimits(sifted).find((one) => keyOf(one) === key);
      if (limit === undefined) throw new Error(key);
      const { left, worstStart, atWork } = proveLimit(limit, { wayBack, offices, workShares: [share] });
      const row = judged.find((one) => limitKey(one) === `${key} ${wayBack ? 'yes' : 'no'}`);
      expect(atWork).toHaveLength(1);
      expect([String(left), worstStart, atWork[0]?.verdict, atWork[0]?.repair ?? '']).toEqual([
        ...[row?.['left_minutes'], row?.['worst_start']],
        ...[row?.[`verdict_${share}`], row?.[`repair_${share}`]],
      ]);
    }
  }, 240_000);

  it('are all made of the rows: table, document and the heads of both READMEs', async () => {
    expect(csvOf(rows)).toBe(committed(CSV));
    for (const [path, text] of await filesOf(rows, countsOf(sifted))) {
      expect([path, committed(path)]).toEqual([path, text]);
    }
  });
});
