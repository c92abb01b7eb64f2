import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CalendarDataError } from './calendar.js';
import { nationalLayerSchema } from './layers.js';
import { nationalLayer, parseHolidays } from './parse-holidays.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const header = 'date,name_vi,kind,source,verified';
const codeOf = (text: string): string => {
  try {
    parseHolidays(text);
    return 'accepted';
  } catch (error) {
    return error instanceof CalendarDataError ? error.code : 'another error';
  }
};

describe('the file of holidays', () => {
  it('has 60 days, each with its notice, and satisfies the schema of a national layer', () => {
    const layer = nationalLayerSchema.parse(nationalLayer({ csv, version: 1 }));
    expect(layer.exceptions).toHaveLength(60);
    expect(layer.exceptions.filter(({ kind }) => kind === 'makeup')).toHaveLength(4);
  });

  it('names the swapped day, the Saturday worked for it and the notice of both', () => {
    const layer = nationalLayer({ csv, version: 1 });
    const of = (date: string) => layer.exceptions.find((exception) => exception.date === date);
    expect(of('2026-01-02')).toMatchObject({ kind: 'swap', provisional: false });
    expect(of('2026-01-10')).toMatchObject({ kind: 'makeup', name: 'Làm bù cho 02/01/2026' });
    expect(of('2026-01-10')?.notice).toContain('12729/VPCP-KGVX');
    expect(of('2026-04-27')).toMatchObject({ kind: 'compensatory' });
    expect(of('2027-02-08')).toMatchObject({ kind: 'holiday', provisional: true });
  });

  it('knows the years whose notice has been issued: 2027 has none yet', () => {
    expect(nationalLayer({ csv, version: 1 }).noticedYears).toEqual([2024, 2025, 2026]);
  });

  it('takes a year as noticed only when its notice is cited and no row is provisional', () => {
    const year = (kind: string, source: string) =>
      nationalLayer({ csv: `${header}\n2028-01-26,Tết,${kind},${source},yes\n`, version: 1 }).noticedYears;
    expect(year('public_holiday', 'Thông báo 7000/TB-BNV 20/10/2027')).toEqual([2028]);
    expect(year('public_holiday_provisional', 'Thông báo 7000/TB-BNV 20/10/2027')).toEqual([]);
    expect(year('public_holiday', 'Bộ luật Lao động 45/2019/QH14 Điều 112')).toEqual([]);
  });

  it.each([
    ['2026-02-30,Tết,public_holiday,notice,yes', 'holidayDateUnknown'],
    ['30/04/2026,Tết,public_holiday,notice,yes', 'holidayDateUnknown'],
    ['2026-04-30,Tết,bank_holiday,notice,yes', 'holidayKindUnknown'],
    ['2026-04-30,Tết,provisional,notice,yes', 'holidayKindUnknown'],
    ['2026-04-30,Tết,public_holiday,,yes', 'holidayWithoutNotice'],
    ['2026-04-30,,public_holiday,notice,yes', 'holidayWithoutNotice'],
    ['2026-04-30,Tết,public_holiday', 'another error'],
    ['2026-04-30,"Tết, nghỉ",public_holiday,"a ""quoted"" notice",yes', 'accepted'],
  ])('"%s" is %s', (row, code) => {
    expect(codeOf(`${header}\n${row}\n`)).toBe(code);
  });

  it('refuses a date listed twice', () => {
    const row = '2026-04-30,Tết,public_holiday,notice,yes';
    const layer = nationalLayer({ csv: `${header}\n${row}\n${row}\n`, version: 1 });
    expect(nationalLayerSchema.safeParse(layer).success).toBe(false);
  });
});
