/** Calendars checked before anything is counted on them: gaps, unequal days, swaps, years nobody has announced. */
import { readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Files, lienthong, seedPath } from './lienthong.js';

const files = new Files();
afterAll(() => rmSync(files.folder, { recursive: true }));

const holidays = readFileSync(seedPath('holidays.csv'), 'utf8');
const hours = seedPath('province_hours.json');
const [province] = JSON.parse(readFileSync(hours, 'utf8')) as [{ hours: [{ week: Record<string, object[]> }] }];

interface Checked {
  readonly sound: boolean;
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly sentence: string }[];
  readonly years: readonly { readonly year: number; readonly workingDays: number; readonly provisional: boolean }[];
}
async function checked(...paths: string[]): Promise<{ exitCode: number | null } & Checked> {
  const { exitCode, out } = await lienthong(['calendars', 'check', ...paths, '--json']);
  return { exitCode, ...(JSON.parse(out) as Checked) };
}
const rules = ({ findings }: Checked) => findings.map(({ rule }) => rule);
const changed = (name: string, change: (text: string) => string) => files.text(`${name}.csv`, change(holidays));

describe('the calendars of the seeds', () => {
  it('hang together: 249 working days in 2026, and 2027 is provisional', async () => {
    const { exitCode, sound, findings, years } = await checked(seedPath('.'));
    expect([exitCode, sound]).toEqual([0, true]);
    expect(findings).toMatchObject([{ rule: 'yearProvisional', severity: 'warning' }]);
    expect(years.filter(({ year }) => year === 2026)).toHaveLength(34);
    expect(years.find(({ year }) => year === 2026)).toMatchObject({ workingDays: 249, provisional: false });
    expect(years.find(({ year }) => year === 2027)).toMatchObject({ provisional: true });
  });

  it('are told year by year, with the Saturdays that are worked', async () => {
    const { out } = await lienthong(['calendars', 'check', seedPath('.')]);
    expect(out).toMatch(/2026 +34 +249 +480 +2026-01-10 2026-08-22/);
    expect(out).toMatch(/2027 .*tạm tính/);
  });
});

describe('calendars that do not', () => {
  it.each([
    ['a year is missing between two', (text: string) => text.replaceAll(/^2025-.*\n/gm, ''), 'yearMissing'],
    ['National Day is missing', (text: string) => text.replace(/^2026-09-02,.*\n/m, ''), 'fixedDayMissing'],
    ['a swapped day has no Saturday', (text: string) => text.replace(/^2026-08-22,.*\n/m, ''), 'swapWithoutMakeup'],
    ['a make-up day is a Friday', (text: string) => text.replace('2026-08-22,', '2026-08-21,'), 'makeupOnWorkingDay'],
    ['a day does not exist', (text: string) => text.replace('2026-09-02,', '2026-09-31,'), 'holidayDateUnknown'],
    ['a kind of day is unknown', (text: string) => text.replace('makeup_workday', 'holiday_ish'), 'holidayKindUnknown'],
  ])('end with 1 when %s', async (name, change, rule) => {
    const { exitCode, ...said } = await checked(changed(name.replaceAll(' ', '-'), change), hours);
    expect([exitCode, said.sound]).toEqual([1, false]);
    expect(rules(said)).toContain(rule);
    expect(said.findings.find((finding) => finding.rule === rule)?.sentence).not.toBe(rule);
  });

  it('end with 1 when the days of a province are not equally long, or a Saturday has legal hours', async () => {
    const [{ week }] = province.hours;
    const withWeek = (days: object) => [{ ...province, hours: [{ ...province.hours[0], week: { ...week, ...days } }] }];
    const friday = files.json('friday.json', withWeek({ fri: week['fri']?.slice(0, 1) }));
    expect(rules(await checked(seedPath('holidays.csv'), friday))).toContain('legalWeekdaysDiffer');
    const saturday = files.json('saturday.json', withWeek({ sat: week['fri'] }));
    expect(rules(await checked(seedPath('holidays.csv'), saturday))).toContain('legalHoursOnWeekend');
    const overlap = files.json('overlap.json', withWeek({ mon: [week['mon']?.[0], week['mon']?.[0]] }));
    expect(rules(await checked(seedPath('holidays.csv'), overlap))).toContain('blocksOverlapOrOutOfOrder');
  });

  it('end with 1 when hours or holidays are missing altogether, and with 2 for what is no file', async () => {
    expect(rules(await checked(seedPath('holidays.csv')))).toContain('noProvince');
    expect(rules(await checked(hours))).toEqual(['noNational']);
    for (const path of ['/nowhere.json', files.folder, files.text('broken.json', '[')]) {
      expect(await lienthong(['calendars', 'check', path])).toMatchObject({ exitCode: 2, out: '' });
    }
    expect(await lienthong(['calendars', 'check'])).toMatchObject({ exitCode: 2 });
  });
});
