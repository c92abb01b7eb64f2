import { describe, expect, it } from '@jest/globals';
import type { Case } from './case.js';
import type { Paced, Rule } from './config.js';
import { minuteOfWeek, spanOf } from './duration.js';
import { isAbout, minutesFor, outcomeFor, refusalFor } from './pace.js';

const ONE: Case = {
  ...{ dossierId: 'd', code: 'H24.071-260302-0001', phase: 'received', seq: 1, phaseFact: 'f', notified: false },
  ...{ since: '2026-03-02T09:00:00+07:00', procedure: '1.004873', communes: ['11411'], receiving: 'here' },
  ...{ competent: null, addressed: null, refusedBy: [], refusedFor: null, supplements: 0 },
};
/** Cases that came in on every quarter of an hour of a week. */
const WEEK = Array.from({ length: 672 }, (_, quarter) => ({
  ...ONE,
  since: new Date(Date.parse(ONE.since) + quarter * 900_000).toISOString(),
}));

function paced(rules: readonly Rule[] = []): Paced {
  const none = Object.fromEntries(
    ['confirmDelivery', 'accept', 'ask', 'supplement', 'decide', 'dispatchResult', 'confirmResultArrival'].map(
      (act) => [act, null],
    ),
  );
  const after = { ...none, transfer: spanOf('1h..4h'), notify: spanOf('15m'), returnResult: null } as Paced['after'];
  return { after, rules, outcome: 'granted', seed: '42' };
}
const rule = (changes: Partial<Rule>): Rule => ({ which: {}, after: {}, outcome: null, refuse: null, ...changes });

describe('the pace of an office', () => {
  it('lies between its bounds on quarters of an hour, uses all of them, and may be never', () => {
    const minutes = WEEK.map((of) => minutesFor('transfer', of, paced()));
    expect([...new Set(minutes)].sort((a, b) => Number(a) - Number(b))).toEqual([
      60, 75, 90, 105, 120, 135, 150, 165, 180, 195, 210, 225, 240,
    ]);
    expect(minutesFor('notify', ONE, paced())).toBe(15);
    expect(minutesFor('decide', ONE, paced())).toBeNull();
  });

  it('is the same in another week for the same minute of it, and another for another seed', () => {
    const nextWeek = WEEK.map(({ since, ...of }) => ({
      ...of,
      since: new Date(Date.parse(since) + 7 * 86_400_000).toISOString(),
    }));
    const pace = (cases: readonly Case[], seed: string) =>
      cases.map((of) => minutesFor('transfer', of, { ...paced(), seed }));
    expect(pace(nextWeek, '42')).toEqual(pace(WEEK, '42'));
    expect(pace(WEEK, '7')).not.toEqual(pace(WEEK, '42'));
    expect(minuteOfWeek('2026-03-02T00:00:00+07:00')).toBe(0);
    expect(minuteOfWeek('2026-03-08T23:59:00+07:00')).toBe(10_079);
  });

  it('has exceptions: the first that matches and speaks of the act holds', () => {
    const rules = [
      rule({ which: { procedures: ['2.000635'] }, after: { transfer: spanOf('5m') } }),
      rule({ which: { communes: ['11411'] }, outcome: 'refused' }),
      rule({ which: { procedures: ['1.004873'] }, after: { transfer: null } }),
      rule({ after: { transfer: spanOf('1d') } }),
    ];
    expect(minutesFor('transfer', ONE, paced(rules))).toBeNull();
    expect(minutesFor('transfer', { ...ONE, procedure: '1.001612' }, paced(rules))).toBe(1_440);
    expect([outcomeFor(ONE, paced(rules)), outcomeFor({ ...ONE, communes: [] }, paced(rules))]).toEqual([
      'refused',
      'granted',
    ]);
  });

  it('takes a share of the cases that match, about as large as was asked', () => {
    const share = (of: number) => WEEK.filter((each) => isAbout(each, { share: of }, '42')).length / WEEK.length;
    expect([share(0), share(1)]).toEqual([0, 1]);
    expect(Math.abs(share(0.25) - 0.25)).toBeLessThan(0.08);
  });

  it('sends a dossier back as often as its rule says, counting its own refusals only', () => {
    const rules = [rule({ refuse: { reason: 'wrongJurisdiction', times: 2 } })];
    const after = (...refusedBy: string[]) => refusalFor({ ...ONE, refusedBy }, 'here', paced(rules))?.reason ?? null;
    expect([after(), after('there', 'here', 'there'), after('here', 'here')]).toEqual([
      'wrongJurisdiction',
      'wrongJurisdiction',
      null,
    ]);
  });

  it('is refused in words that cannot be read', () => {
    expect(spanOf('30m..4h')).toEqual({ least: 30, most: 240 });
    expect(spanOf('never')).toBeNull();
    for (const text of ['', '4', '4h..1h', '1h..2h..3h', '..4h']) expect(() => spanOf(text)).toThrow('is no duration');
  });
});
