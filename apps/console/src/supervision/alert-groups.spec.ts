import { describe, expect, it } from '@jest/globals';
import type { Alert } from '@lien-thong/client';
import { COUNTERS, countOf, filtered, grouped, ownersOf } from './alert-groups.js';
import type { Board, Counter } from './alert-groups.js';

type Known = Pick<Alert, 'level' | 'cause'> & { readonly act: Alert['decision']['act']; readonly owner: string | null };

const alert = (id: string, { level, cause, act, owner }: Known): Alert =>
  ({
    ...{ id, level, cause, decision: { act } },
    owner: { kind: 'agency', agency: owner === null ? null : { id: owner, name: owner, nameEn: owner } },
  }) as Alert;

const alerts = [
  alert('1', { level: 'breached', cause: 'holderSlow', act: 'hurry', owner: 'dong-hai' }),
  alert('2', { level: 'high', cause: 'infeasible', act: 'apologise', owner: 'hai-an' }),
  alert('3', { level: 'high', cause: 'holderSlow', act: 'hurry', owner: 'hai-an' }),
  alert('4', { level: 'warning', cause: 'receiverSlow', act: 'redirectTransfer', owner: 'dong-hai' }),
  alert('5', { level: 'unknown', cause: 'calendarDoesNotReach', act: 'find', owner: null }),
];

const board = (complete: boolean): Board =>
  ({
    ...{ at: '2026-03-06T07:45:00Z', alerts, complete },
    counts: { total: 300, byLevel: { breached: 7, high: 290 }, byCause: { transitStuck: 4, receiverSlow: 5 } },
  }) as unknown as Board;

const counter = (name: Counter['name']): Counter =>
  COUNTERS.find((each) => each.name === name) ?? { name, levels: [], causes: [] };

describe('alerts put together', () => {
  it.each(['cause', 'decision'] as const)('stand in one group each by %s, none lost, none twice', (by) => {
    const ids = grouped(alerts, by).flatMap((group) => group.alerts.map(({ id }) => id));
    expect([...ids].sort()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('begin with the group of the alert the service names first', () => {
    expect(grouped(alerts, 'cause').map(({ key }) => key)).toEqual([
      'holderSlow',
      'infeasible',
      'receiverSlow',
      'calendarDoesNotReach',
    ]);
    expect(grouped(alerts, 'decision')[0]?.alerts.map(({ id }) => id)).toEqual(['1', '3']);
  });
});

describe('the counters over the board', () => {
  it('share all alerts out among the four levels', () => {
    const levels = COUNTERS.filter((each) => each.levels.length > 0);
    expect(levels.reduce((sum, each) => sum + countOf(each, board(true)), 0)).toBe(alerts.length);
  });

  it('count what a click on them shows', () => {
    for (const each of COUNTERS) {
      const level = each.levels.length === 0 ? undefined : each.levels.join(',');
      const cause = each.causes.length === 0 ? undefined : each.causes.join(',');
      expect(countOf(each, board(true))).toBe(filtered(alerts, { level, cause }).length);
    }
  });

  it('take the word of the service where not all was read', () => {
    expect(countOf(counter('breached'), board(false))).toBe(7);
    expect(countOf(counter('stuck'), board(false))).toBe(9);
    expect(countOf(counter('unknown'), board(false))).toBe(0);
  });
});

describe('the filters', () => {
  it('let through what fits all of them', () => {
    expect(filtered(alerts, { level: 'high', agency: 'hai-an' }).map(({ id }) => id)).toEqual(['2', '3']);
    expect(filtered(alerts, { decision: 'hurry', level: 'breached,unknown' }).map(({ id }) => id)).toEqual(['1']);
    expect(filtered(alerts, {})).toHaveLength(5);
  });

  it('do not take an alert without an owner for one of some agency', () => {
    expect(filtered(alerts, { agency: 'dong-hai' }).map(({ id }) => id)).toEqual(['1', '4']);
    expect(ownersOf(alerts).map(({ id }) => id)).toEqual(['dong-hai', 'hai-an']);
  });
});
