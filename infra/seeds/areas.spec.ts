/** The published tables, counted and asked by hand-written code that shares nothing with the product but the CSV files. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findAreas, indexAreas, resolveArea, searchKey } from '../../packages/domain/src/jurisdiction/index.js';
import type { AreaInput } from '../../packages/domain/src/jurisdiction/areas.js';
import { buildAreaFinder } from '../../packages/domain/src/jurisdiction/find-areas.js';
import { isRefusal } from '../../packages/domain/src/kernel/refusal.js';
import { isoDateSchema } from '../../packages/domain/src/time/instant.js';
import { readAreaData } from './read-seeds.js';

const TODAY = isoDateSchema.parse('2026-11-23');
const LAST_OLD_DAY = isoDateSchema.parse('2025-06-30');
const FIRST_DAY = isoDateSchema.parse('2025-07-01');
const DAY_BEFORE_DONG_NAI_CITY = isoDateSchema.parse('2026-04-29');

/** An own reading of the files: these columns hold no quotes, which is checked. */
function cells(name: string): string[][] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const lines = text.trimEnd().split('\n').slice(1);
  return lines.map((line) => line.split(','));
}

const communeRows = cells('communes.csv').map(([code = '', , fullName = '', , , provinceCode = '']) => ({
  code,
  fullName,
  provinceCode,
}));
const mappingRows = cells('commune_mapping.csv').map((row) => ({
  oldCode: row[0] ?? '',
  oldName: row[1] ?? '',
  newCode: row[4] ?? '',
  districtCode: row[6] ?? '',
  split: row[10] ?? '',
}));
const index = indexAreas(readAreaData());

/** Code of the commune a place leads to, or of the refusal. */
function reached(input: AreaInput, day: typeof TODAY): string {
  const outcome = resolveArea(index, input, day);
  return isRefusal(outcome) ? outcome.code : outcome.commune.code;
}
const finder = buildAreaFinder(index);

describe('the tables of areas as published', () => {
  it('have 34 provinces, 3,321 communes and 10,602 rows of mapping', () => {
    expect(cells('provinces.csv')).toHaveLength(34);
    expect(communeRows).toHaveLength(3321);
    expect(new Set(communeRows.map(({ code }) => code)).size).toBe(3321);
    expect(mappingRows).toHaveLength(10_602);
  });

  it('have 471 divided units, and 246 full names shared by 576 communes', () => {
    expect(new Set(mappingRows.filter(({ split }) => split === 'yes').map(({ oldCode }) => oldCode)).size).toBe(471);
    const byName = new Map<string, number>();
    for (const { fullName } of communeRows) byName.set(fullName, (byName.get(fullName) ?? 0) + 1);
    const shared = [...byName.values()].filter((count) => count > 1);
    expect(shared).toHaveLength(246);
    expect(shared.reduce((sum, count) => sum + count, 0)).toBe(576);
  });

  it('are read whole: every province, commune, old unit and division is in the index', () => {
    expect(index.provinces.size).toBe(34);
    expect(index.communes.size).toBe(3321);
    expect(index.oldUnits.size).toBe(10_040);
    expect([...index.oldUnits.values()].filter(({ split }) => split)).toHaveLength(471);
    expect([...index.oldUnits.values()].reduce((sum, { successors }) => sum + successors.length, 0)).toBe(10_602);
    expect(index.closedProvinces.size).toBe(63 - 34);
  });
});

describe('finding the commune a citizen lives in', () => {
  it('resolves every one of the 3,321 communes by its code', () => {
    const lost = communeRows.filter(({ code }) => reached({ communeCode: code }, TODAY) !== code);
    expect(lost).toEqual([]);
  });

  it('resolves every one of them by name and province', () => {
    const lost = communeRows.filter(
      ({ code, fullName: name, provinceCode }) => reached({ name, provinceCode }, FIRST_DAY) !== code,
    );
    expect(lost).toEqual([]);
  });

  it('resolves a name only one commune has, and refuses one that several share', () => {
    const bearers = new Map<string, string[]>();
    for (const { code, fullName } of communeRows) bearers.set(fullName, [...(bearers.get(fullName) ?? []), code]);
    const wrong = [...bearers].filter(([name, codes]) => {
      const outcome = resolveArea(index, { name }, FIRST_DAY);
      if (!isRefusal(outcome)) return codes.length > 1 || outcome.commune.code !== codes[0];
      return codes.length === 1 || String(outcome.facts['candidates']) !== String(codes);
    });
    expect(wrong).toEqual([]);
  });

  it('resolves every undivided old unit to exactly its one successor', () => {
    const rows = mappingRows.filter(({ split }) => split === 'no');
    expect(rows).toHaveLength(9569);
    const lost = rows.filter(
      ({ oldCode, districtCode, newCode }) => reached({ oldCode: oldCode || districtCode }, TODAY) !== newCode,
    );
    expect(lost).toEqual([]);
  });

  it('needs a further fact for every divided one, and takes each of its successors and nothing else', () => {
    const successors = new Map<string, string[]>();
    for (const { oldCode, newCode, split } of mappingRows) {
      if (split === 'yes') successors.set(oldCode, [...(successors.get(oldCode) ?? []), newCode]);
    }
    expect(successors.size).toBe(471);
    for (const [oldCode, codes] of successors) {
      const open = resolveArea(index, { oldCode }, TODAY);
      expect(isRefusal(open) && open.code === 'area-split-needs-fact' && open.facts['successors']).toEqual(codes);
      for (const newCommuneCode of codes) {
        expect(resolveArea(index, { oldCode, newCommuneCode }, TODAY)).toMatchObject({
          commune: { code: newCommuneCode },
        });
      }
      const neighbour = communeRows.find(({ code }) => !codes.includes(code))?.code ?? '';
      const wrong = resolveArea(index, { oldCode, newCommuneCode: neighbour }, TODAY);
      expect(wrong).toMatchObject({ refused: true, code: 'area-split-needs-fact' });
    }
  });

  it('reads a code as it was in force: 11411 is Đông Hải now and was Đông Hải 2, which is divided', () => {
    expect(resolveArea(index, { communeCode: '11411' }, FIRST_DAY)).toMatchObject({
      commune: { fullName: 'Phường Đông Hải' },
      viaOld: null,
    });
    expect(resolveArea(index, { communeCode: '11411' }, LAST_OLD_DAY)).toMatchObject({
      code: 'area-split-needs-fact',
      facts: { oldName: 'Phường Đông Hải 2', successors: ['11411', '11413'] },
    });
    expect(resolveArea(index, { communeCode: '11419' }, TODAY)).toMatchObject({
      code: 'area-unknown',
      facts: { reason: 'not-in-force', oldUnit: 'Phường Nam Hải' },
    });
  });

  it('knows the ten wards of the city of Đồng Nai from 30 April 2026 and their communes before', () => {
    const count = (type: string, day: typeof TODAY): number =>
      communeRows.filter(({ code }) => {
        const found = resolveArea(index, { communeCode: code }, day);
        return !isRefusal(found) && found.commune.type === type;
      }).length;
    expect(['commune', 'ward', 'specialZone'].map((type) => count(type, DAY_BEFORE_DONG_NAI_CITY))).toEqual([
      2621, 687, 13,
    ]);
    expect(['commune', 'ward', 'specialZone'].map((type) => count(type, TODAY))).toEqual([2611, 697, 13]);
  });

  it('finds the island districts, which had no commune, by name and by district code', () => {
    expect(resolveArea(index, { name: 'Huyện Lý Sơn' }, TODAY)).toMatchObject({ commune: { code: '21548' } });
    expect(resolveArea(index, { oldCode: '318' }, TODAY)).toMatchObject({
      commune: { fullName: 'Đặc khu Bạch Long Vĩ' },
    });
  });

  it('takes the second code that other registers use for xã Ba Chẽ', () => {
    expect(resolveArea(index, { communeCode: '06970' }, TODAY)).toMatchObject({ commune: { code: '06978' } });
  });
});

describe('finding a place while typing', () => {
  it('finds Phường Đông Hải of both provinces without accents, and the one of Hải Phòng alone when asked there', () => {
    const everywhere = findAreas({ finder }, 'phuong dong hai', { limit: 2 });
    expect(everywhere.map(({ fullName }) => fullName)).toEqual(['Phường Đông Hải', 'Phường Đông Hải']);
    const there = findAreas({ finder }, 'phuong dong hai', { provinceCode: '31', limit: 3 });
    expect(there[0]).toMatchObject({ kind: 'commune', code: '11411' });
    expect(there.slice(1).map(({ fullName }) => fullName)).toEqual(['Phường Đông Hải 1', 'Phường Đông Hải 2']);
  });

  it('finds every commune under its own name without accents in its province', () => {
    for (const { code, fullName, provinceCode } of communeRows.filter((_row, position) => position % 7 === 0)) {
      const name = index.communes.get(code)?.at(-1)?.fullName ?? fullName;
      const found = findAreas({ finder }, searchKey(name).toUpperCase(), { provinceCode, limit: 12 });
      expect(found.map((area) => area.code)).toContain(code);
    }
  });

  it('finds an old ward by words of its old address and shows where it went', () => {
    expect(findAreas({ finder }, 'nam hai hai an hai phong', { limit: 3 })[0]).toMatchObject({
      kind: 'oldUnit',
      code: '11419',
      communeCodes: ['11411', '11413'],
    });
  });
});
