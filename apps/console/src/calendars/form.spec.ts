import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CalendarDefinition, CalendarVersion } from '@lien-thong/client';
import { begun, definitionOf, formOf, writtenOf } from './form.js';
import { blocksOf } from './hours-text.js';
import type { CalendarDay } from './year-grid.js';

const SEEDS = new URL('../../../../infra/seeds/', import.meta.url);
const seed = (name: string): string => readFileSync(new URL(name, SEEDS), 'utf8');

const KINDS: Readonly<Record<string, CalendarDay['kind']>> = {
  ...{ public_holiday: 'holiday', compensatory_day_off: 'compensatory' },
  ...{ swapped_day_off: 'swap', makeup_workday: 'makeup' },
};

/** The days of the country as they are installed. */
function seededDays(): readonly CalendarDay[] {
  const [, ...rows] = seed('holidays.csv').trim().split('\n');
  return rows.map((row) => {
    const cells = [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
      cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
    );
    const [date = '', name = '', kind = '', notice = ''] = cells;
    const known = KINDS[kind.replace('_provisional', '')];
    if (known === undefined) throw new Error(`unknown kind: ${row}`);
    return { date, kind: known, name, notice, provisional: kind.endsWith('_provisional') };
  });
}

type Hours = NonNullable<CalendarVersion['hours']>;
interface SeededProvince {
  readonly id: string;
  readonly hours: Hours;
  readonly exceptions: readonly CalendarDay[];
}

const notice = { number: '9441/TB-BNV', issuedOn: '2026-11-20', issuer: 'Bộ Nội vụ' };
const version: CalendarVersion = {
  ...{ calendar: 'national', version: 1, notice: null, reason: null, hours: null },
  noticedYears: [2024, 2025, 2026],
  exceptions: seededDays(),
};
const provinces = JSON.parse(seed('province_hours.json')) as readonly SeededProvince[];

describe('the form of a calendar', () => {
  it('makes of the seeded calendar of the country the definition it was made of', () => {
    expect(version.exceptions.length).toBeGreaterThan(50);
    const definition: CalendarDefinition = { notice, noticedYears: [2026], exceptions: version.exceptions };
    expect(definitionOf(formOf(definition), 'national')).toEqual(definition);
  });

  it('makes of the seeded hours of each province the definition they were made of', () => {
    expect(provinces.length).toBe(34);
    for (const { hours, exceptions } of provinces) {
      const definition: CalendarDefinition = { notice, reason: 'x', hours, exceptions };
      expect(definitionOf(formOf(definition), 'province')).toEqual(definition);
    }
  });

  it('keeps the link of a notice, the first day of a period, and a closure of half a day', () => {
    const [{ hours: [first] = [] } = { hours: [] }] = provinces;
    const week = first?.week;
    if (week === undefined) throw new Error('no hours are seeded');
    const closed = { from: '13:30', to: '17:30' };
    const storm: CalendarDay = { date: '2026-09-01', kind: 'closure', name: 'Bão', notice: 'x', provisional: false };
    const hours = [
      { week, notice: 'x' },
      { from: '2026-07-01', week, notice: 'y' },
    ];
    const linked = { ...notice, link: 'https://example.gov.vn/9441' };
    const definition: CalendarDefinition = { notice: linked, hours, exceptions: [{ ...storm, closed }] };
    expect(definitionOf(formOf(definition), 'province')).toEqual(definition);
  });

  it('begins a new version with all days of the one before, and no notice', () => {
    const form = begun({ ...version, notice });
    expect(form.days.length).toBe(version.exceptions.length);
    expect([form.number, form.issuedOn, form.issuer]).toEqual(['', null, '']);
    expect(definitionOf(form, 'national')).toBeNull();
    const filled = definitionOf({ ...form, ...notice }, 'national');
    expect(filled).toEqual({ notice, noticedYears: version.noticedYears, exceptions: version.exceptions });
  });

  it('says nothing while a day has no date or an hour cannot be read', () => {
    const form = formOf({ ...writtenOf(version), notice });
    const [day, ...days] = form.days;
    if (day === undefined) throw new Error('no days are seeded');
    expect(definitionOf(form, 'national')).not.toBeNull();
    expect(definitionOf({ ...form, days: [{ ...day, date: null }, ...days] }, 'national')).toBeNull();
    expect(definitionOf({ ...form, days: [{ ...day, closed: '7 giờ' }, ...days] }, 'national')).toBeNull();
  });

  it('stores composed letters, as they are searched for', () => {
    const [day] = seededDays();
    if (day === undefined) throw new Error('no days are seeded');
    const decomposed = { ...day, name: 'Tết'.normalize('NFD') };
    const made = definitionOf(formOf({ notice, exceptions: [decomposed] }), 'desk');
    expect(made?.exceptions[0]?.name).toBe('Tết'.normalize('NFC'));
  });
});

describe('the hours of a day', () => {
  it.each([
    ['', []],
    ['7:30-11:30', [{ from: '07:30', to: '11:30' }]],
    [
      '07g30 đến 11g30; 13:30 – 17:30',
      [
        { from: '07:30', to: '11:30' },
        { from: '13:30', to: '17:30' },
      ],
    ],
    ['22:00–24:00', [{ from: '22:00', to: '24:00' }]],
  ])('are read from “%s”', (text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  it.each(['sáng', '11:30–07:30', '07:30', '25:00–26:00', '07:60–08:00'])('are not read from “%s”', (text) => {
    expect(blocksOf(text)).toBeNull();
  });
});
