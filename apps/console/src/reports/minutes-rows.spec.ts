import { describe, expect, it } from '@jest/globals';
import type { Report } from '@lien-thong/client';
import { factName } from './fact-name.js';
import { minutesRows } from './minutes-rows.js';

const words = {
  ...{ dossiers: 'Hồ sơ', ended: 'Trên', minutes: 'Phút', causes: 'Gồm', rest: 'Còn lại' },
  ...{ median: 'Trung vị', ninetieth: '90 %' },
};
const naming = { words, group: 'Cơ quan', whole: 'Tổng', say: (vi: string) => vi };
const cause = (label: string, minutes: number) => ({ cause: label, label, labelEn: label, minutes });

const report = {
  by: 'agency',
  groups: [
    {
      key: 'a',
      label: 'A',
      labelEn: 'A',
      dossiers: 2,
      ended: null,
      ...{ minutes: 30, median: 10, ninetieth: 20 },
      causes: [cause('x', 20), cause('y', 10)],
    },
    {
      key: 'b',
      label: 'B',
      labelEn: 'B',
      dossiers: 1,
      ended: 4,
      minutes: 5,
      median: 5,
      ninetieth: 5,
      causes: [cause('x', 5)],
    },
  ],
  rest: { minutes: 15 },
  whole: { dossiers: 3, ended: 9, minutes: 50, median: 5, ninetieth: 20 },
} as unknown as Report;

describe('a report on minutes as a file', () => {
  it('has as many columns in every line', () => {
    expect(new Set(minutesRows(report, naming).map((row) => row.length))).toEqual(new Set([7]));
  });

  it('adds up: groups and the rest are the whole, causes are their group', () => {
    const rows = minutesRows(report, naming).slice(1);
    const sum = (wanted: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(wanted).reduce((all, row) => all + Number(row[4]), 0);
    expect(sum((row) => row[1] === null && row[0] !== 'Tổng')).toBe(50);
    expect(sum((row) => row[0] === 'A' && row[1] !== null)).toBe(30);
  });

  it('does not repeat a cause under itself', () => {
    expect(minutesRows({ ...report, by: 'cause' }, naming)).toHaveLength(5);
  });
});

describe('the name of a fact', () => {
  it('is the office’s where there is one, and its own where there is none', () => {
    expect(factName('dossier.received.v1', { received: 'Tiếp nhận' })).toBe('Tiếp nhận');
    expect(factName('dossier.newThing.v2', {})).toBe('newThing');
  });
});
