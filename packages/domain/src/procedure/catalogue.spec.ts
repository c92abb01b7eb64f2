import { describe, expect, it } from '@jest/globals';
import { parseCsvRecords } from '../jurisdiction/csv.js';
import { applyOverrides, catalogueEntry } from './catalogue.js';
import type { CatalogueEntry } from './catalogue.js';
import { procedureOverride } from './override.js';

const HEADER =
  'code,name_vi,field_vi,level,time_limit_text,time_limit_value,time_limit_unit,source,verified,time_limit_basis,' +
  'time_limit_by_channel,ministry_vi,decision,after_15h_next_working_day,residence_independent,text_mentions_forwarding,' +
  'excludes_transfer_time,haiphong_cross_jurisdiction_flag';

interface Row {
  readonly text?: string;
  readonly value?: string;
  readonly unit?: string;
  readonly basis: string;
  readonly channels?: string;
  readonly level?: string;
  readonly source?: string;
}

function entry({
  text = '',
  value = '',
  unit = '',
  basis,
  channels = '',
  level = 'commune',
  source = '',
}: Row): CatalogueEntry {
  const line = `1.001193,Đăng ký khai sinh,Hộ tịch,${level},${text},${value},${unit},${source},yes,${basis},${channels},Bộ Tư pháp,163/QĐ-BTP,yes,,yes,,`;
  const [row] = parseCsvRecords(`${HEADER}\n${line}\n`);
  if (row === undefined) throw new Error('no row');
  return catalogueEntry(row);
}

describe('the limit of a procedure in the national list', () => {
  it.each([
    [
      'working days',
      { value: '1.5', unit: 'working_day', basis: 'portal' },
      { amount: '1.5', unit: 'workingDay', duration: '1.5wd' },
    ],
    ['calendar days', { value: '30', unit: 'day', basis: 'portal' }, { amount: '30', unit: 'day', duration: '30cd' }],
    [
      'hours, of which nobody says whether they are working hours',
      { value: '8', unit: 'hour', basis: 'portal' },
      { unit: 'hour', duration: null },
    ],
    [
      'months, which are no number of days',
      { value: '2', unit: 'month', basis: 'portal' },
      { unit: 'month', duration: null },
    ],
  ])('is known in %s', (_unit, row, expected) => {
    expect(entry(row).limit).toMatchObject({ kind: 'known', basis: 'portal', ...expected });
  });

  it.each([
    ['the portal shows a bare number', { text: '1', value: '1', basis: 'portal_unit_missing' }, 'portal_unit_missing'],
    [
      'a bare number comes with a unit somebody guessed',
      { value: '1', unit: 'day', basis: 'portal_unit_missing' },
      'portal_unit_missing',
    ],
    ['it stands in the text only', { text: 'trong thời hạn 03 ngày', basis: 'text_only' }, 'text_only'],
    [
      'a number read from the text has a unit',
      { text: '03 ngày', value: '3', unit: 'day', basis: 'text_only' },
      'text_only',
    ],
    ['nothing is shown', { basis: 'none' }, 'none'],
    ['the source gave the name alone', { basis: 'none (name abbreviated by the source)' }, 'none'],
    ['the unit is missing after all', { value: '3', basis: 'portal' }, 'none'],
    ['the number is none', { value: '3-5', unit: 'day', basis: 'portal' }, 'none'],
  ])('is unknown when %s', (_when, row, reason) => {
    expect(entry(row).limit).toMatchObject({ kind: 'unknown', reason });
  });

  it('is listed for every channel as shown, each judged on its own', () => {
    const channels =
      'online:20 Ngày làm việc | postal:20 | direct:30 Ngày | direct:không có thông tin | direct:Trước khi tàu rời cảng';
    expect(entry({ basis: 'portal', value: '20', unit: 'working_day', channels }).limitByChannel).toEqual([
      {
        channel: 'online',
        limit: { kind: 'known', basis: 'portal', amount: '20', unit: 'workingDay', duration: '20wd' },
      },
      { channel: 'post', limit: { kind: 'unknown', reason: 'portal_unit_missing', shown: '20' } },
      { channel: 'counter', limit: { kind: 'known', basis: 'portal', amount: '30', unit: 'day', duration: '30cd' } },
      { channel: 'counter', limit: { kind: 'unknown', reason: 'none', shown: 'không có thông tin' } },
      { channel: 'counter', limit: { kind: 'unknown', reason: 'text_only', shown: 'Trước khi tàu rời cảng' } },
    ]);
  });
});

describe('what else the list says', () => {
  it('keeps levels, flags, the decision and the address of the source', () => {
    const found = entry({
      basis: 'none',
      level: 'province;commune',
      source: 'https://dichvucong.gov.vn/x via S1:a.json',
    });
    expect(found).toMatchObject({
      levels: ['province', 'commune'],
      after15hNextWorkingDay: true,
      residenceIndependent: false,
      mentionsForwarding: true,
      decision: '163/QĐ-BTP',
      sourceUrl: 'https://dichvucong.gov.vn/x',
    });
    expect(entry({ basis: 'none', source: 'S3 notice board' }).sourceUrl).toBeNull();
  });

  it('refuses a level or a channel that is none', () => {
    expect(() => entry({ basis: 'none', level: 'district' })).toThrow();
    expect(() => entry({ basis: 'none', channels: 'fax:1 Ngày' })).toThrow('no channel');
  });
});

describe('limits of the demonstration set', () => {
  const head =
    'code,limit,limit_cutoff,transfer_cutoff,clock_start,transfer_excluded,boundary_scope,legs,why,source,verified';
  const [row] = parseCsvRecords(
    `${head}\n1.001193,sameDay,15:00,,reception,no,province,,ILLUSTRATION of something,text,partial\n`,
  );
  const override = procedureOverride(row ?? {});

  it('are typed, and say when something in them is an illustration', () => {
    expect(override).toMatchObject({
      limit: 'sameDay',
      limitCutoff: '15:00',
      transferCutoff: null,
      illustration: true,
    });
    expect(() => procedureOverride({ ...row, transfer_excluded: 'perhaps' })).toThrow();
    expect(() => procedureOverride({ ...row, limit: '3 days' })).toThrow();
  });

  it('go over those of the list and carry their reason along', () => {
    const [over] = applyOverrides([entry({ text: '1', value: '1', basis: 'portal_unit_missing' })], [override]);
    expect(over?.limit).toEqual({ kind: 'known', basis: 'override', duration: 'sameDay', override });
    const other = { ...entry({ basis: 'none' }), code: '1.000001' };
    expect(applyOverrides([other], [override])).toEqual([other]);
  });
});
