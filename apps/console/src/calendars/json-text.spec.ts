import { describe, expect, it } from '@jest/globals';
import type { CalendarDefinition } from '@lien-thong/client';
import { definitionOfText, textOfDefinition } from './json-text.js';

const definition: CalendarDefinition = {
  notice: { number: '9441/TB-BNV', issuedOn: '2026-11-20', issuer: 'Bộ Nội vụ' },
  noticedYears: [2027],
  exceptions: [{ date: '2027-01-01', kind: 'holiday', name: 'Tết Dương lịch', notice: 'x', provisional: false }],
};

describe('a calendar that is typed as JSON', () => {
  it('is the one it was written from', () => {
    expect(definitionOfText(textOfDefinition(definition))).toEqual(definition);
  });

  it.each([
    ['', 'no text'],
    ['{', 'half a text'],
    ['[]', 'a list'],
    [JSON.stringify({ ...definition, notice: null }), 'no notice'],
    [JSON.stringify({ ...definition, exceptions: [{ date: '2027-01-01' }] }), 'a day without a name'],
    [JSON.stringify({ ...definition, hours: [{ notice: 'x', week: { mon: [] } }] }), 'a week of one day'],
    [JSON.stringify({ ...definition, noticedYears: ['2027'] }), 'a year that is a word'],
  ])('is not taken over from %s (%s)', (text) => {
    expect(definitionOfText(text)).toBeNull();
  });
});
