import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { nationalLayer } from '../calendar/parse-holidays.js';
import { procedureForTest } from '../testing/procedures.js';
import { dayFromIso, localIso, minuteOf } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import { exampleReceptions } from './example-receptions.js';
import { promisedAt } from './promised-at.js';
import { goldenOffices } from './timelines.fixture.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const { legal, ordinary } = goldenOffices(nationalLayer({ csv, version: 1 }));
/** A limit of one and a half days from reception on; hours 07:30–11:30, 13:30–17:30. */
const asked = (firstDay: string | null, years = [2026, 2027]) => ({
  procedure: procedureForTest({ transferCutoff: null }),
  caseKey: 'standard',
  channel: 'counter' as const,
  route: 'crosses' as const,
  offices: { legal, desks: { receiver: ordinary, decider: ordinary } },
  range: {
    years,
    ...(firstDay === null
      ? {}
      : { receptions: { firstDay: dayFromIso(firstDay), lastDay: dayFromIso(`${firstDay.slice(0, 8)}28`) } }),
  },
});
const local = (instant: Instant | null): string | null =>
  instant === null ? null : localIso(minuteOf(instant)).slice(0, 16);
const examplesFrom = (firstDay: string | null, years?: number[]) =>
  exampleReceptions(asked(firstDay, years)).map(({ example, receivedAt }) => [example, local(receivedAt)]);

describe('the example receptions', () => {
  it('are a Monday, the end of its week, the eve of Tết and the eve of a make-up Saturday', () => {
    expect(examplesFrom(null)).toEqual([
      ['monday0900', '2026-01-12T09:00'],
      ['friday1655', '2026-01-16T16:55'],
      ['eveOfTet', '2026-02-13T16:55'],
      ['eveOfMakeUpSaturday', '2026-01-09T16:55'],
    ]);
  });

  it('lie in the twelve months that are asked about: none is over when the version begins', () => {
    // No notice has named a make-up Saturday of 2027 yet.
    expect(examplesFrom('2026-11-01')).toEqual([
      ['monday0900', '2026-11-02T09:00'],
      ['friday1655', '2026-11-06T16:55'],
      ['eveOfTet', '2027-02-04T16:55'],
    ]);
    expect(examplesFrom('2026-03-01')).toEqual([
      ['monday0900', '2026-03-02T09:00'],
      ['friday1655', '2026-03-06T16:55'],
      ['eveOfTet', '2027-02-04T16:55'],
      ['eveOfMakeUpSaturday', '2026-08-21T16:55'],
    ]);
  });

  it('are no week in which an office is closed on a working day or open on a Saturday', () => {
    // The week of 24 November is broken by a holiday; so is that of a make-up Saturday.
    expect(examplesFrom('2026-11-23')[0]).toEqual(['monday0900', '2026-11-30T09:00']);
    expect(examplesFrom('2026-08-15')[0]).toEqual(['monday0900', '2026-09-07T09:00']);
  });

  it('stay away where no calendar reaches', () => {
    expect(exampleReceptions(asked('2990-01-01', [2990, 2991]))).toEqual([]);
    expect(examplesFrom(null, [])).toEqual([]);
  });

  it('are promised the end of twelve working hours, weekends and Tết left out', () => {
    const question = asked('2026-11-01');
    const promised = exampleReceptions(question).map(({ receivedAt }) => local(promisedAt(question, receivedAt).at));
    // Monday 9:00 → Tuesday 15:00. Friday 16:55: 35 minutes, Monday's eight hours, 3 h 25 of Tuesday. Tết: back on Friday 12 February.
    expect(promised).toEqual(['2026-11-03T15:00', '2026-11-10T10:55', '2027-02-15T10:55']);
  });
});
