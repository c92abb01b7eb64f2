import { describe, expect, it } from '@jest/globals';
import type { Alert, AlertNews } from '@lien-thong/client';
import type { Board } from './alert-groups.js';
import { isCall, merged } from './alert-news.js';

const STANDING = ['open', 'acknowledged', 'snoozed'];

const alert = (id: string, more: Partial<Alert> = {}): Alert =>
  ({
    ...{ id, version: 0, state: 'open', level: 'high', rule: 'clockRunsOut', cause: 'holderSlow' },
    ...{ decision: { act: 'hurry' }, changedAt: '2026-03-06T07:00:00.000Z' },
    ...more,
  }) as Alert;

const counted = (alerts: readonly Alert[], key: 'level' | 'state'): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const each of alerts) counts[each[key]] = (counts[each[key]] ?? 0) + 1;
  return counts;
};

const board = (...alerts: readonly Alert[]): Board => ({
  ...{ at: '2026-03-06T07:45:00Z', alerts, complete: true },
  counts: {
    ...{ total: alerts.length, byLevel: counted(alerts, 'level'), byState: counted(alerts, 'state') },
    ...{ byRule: {}, byCause: {}, byDecision: {} },
  },
});

const news = (told: Alert, kind: AlertNews['event']['kind'] = 'changed'): AlertNews =>
  ({ event: { n: 1, kind }, alert: told }) as AlertNews;

const ids = ({ alerts }: Board) => alerts.map(({ id }) => id);
const LATER = '2026-03-06T08:00:00.000Z';

describe('news put into the board', () => {
  it('add a new alert once, however often they are told', () => {
    const fresh = alert('c', { level: 'breached' });
    const once = merged(board(alert('a'), alert('b')), news(fresh, 'opened'), STANDING);
    const twice = merged(once, news(fresh, 'opened'), STANDING);
    expect(ids(once)).toEqual(['c', 'a', 'b']);
    expect(ids(twice)).toEqual(['c', 'a', 'b']);
    expect(twice.counts.total).toBe(3);
    expect(twice.counts.byLevel).toEqual({ high: 2, breached: 1 });
  });

  it('leave an alert in its place when it is as grave as before', () => {
    const after = merged(board(alert('a'), alert('b'), alert('c')), news(alert('b', { changedAt: LATER })), STANDING);
    expect(ids(after)).toEqual(['a', 'b', 'c']);
    expect(after.alerts[1]?.changedAt).toBe(LATER);
  });

  it('bring an alert that got worse before those that are less grave', () => {
    const worse = alert('c', { level: 'breached', changedAt: LATER });
    const after = merged(board(alert('a'), alert('b'), alert('c', { level: 'warning' })), news(worse), STANDING);
    expect(ids(after)).toEqual(['c', 'a', 'b']);
    expect(after.counts.byLevel).toEqual({ high: 2, warning: 0, breached: 1 });
  });

  it('take away what is over, and count it no more', () => {
    const over = alert('a', { state: 'resolved', changedAt: LATER });
    const after = merged(board(alert('a'), alert('b')), news(over, 'resolved'), STANDING);
    expect(ids(after)).toEqual(['b']);
    expect(after.counts).toMatchObject({ total: 1, byState: { open: 1 } });
  });

  it('change nothing where the list was read after they happened', () => {
    const shown = board(alert('a', { changedAt: LATER, state: 'acknowledged', version: 1 }));
    expect(merged(shown, news(alert('a')), STANDING)).toBe(shown);
  });

  it('change nothing where they are of another list', () => {
    const shown = board(alert('a'));
    expect(merged(shown, news(alert('z', { state: 'resolved' }), 'resolved'), STANDING)).toBe(shown);
  });
});

describe('what is read out', () => {
  it('is what calls for somebody', () => {
    expect(isCall(news(alert('a'), 'opened'))).toBe(true);
    expect(isCall(news(alert('a'), 'escalated'))).toBe(true);
    expect(isCall(news(alert('a'), 'reopened'))).toBe(true);
    expect(isCall(news(alert('a'), 'joined'))).toBe(false);
    expect(isCall(news(alert('a'), 'acknowledged'))).toBe(false);
  });
});
