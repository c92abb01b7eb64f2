/** The life of an alert: who may silence it, for how long, what wakes it, and how it climbs. */
import { describe, expect, it } from '@jest/globals';
import { vn } from '../testing/office-directory.js';
import { localIso, minuteOf } from '../time/instant.js';
import { holdsKey, membersOf } from './alert.js';
import type { AlertEvent } from './alert-events.js';
import { ALERT_EVENT_KINDS } from './alert-events.js';
import type { AlertCommand } from './decide-alert.js';
import { foldAlert } from './evolve-alert.js';
import { LAN, MINH, QUIET, Told, joins, leaves, of, rises } from './told-alert.fixture.js';

const acknowledge: AlertCommand = { type: 'acknowledge' };
const snoozeUntil = (until: string): AlertCommand => ({ type: 'snooze', until: vn(until) });
const settle: AlertCommand = { type: 'resolve', reason: 'they come tomorrow' };

describe('an alert nobody reacts to', () => {
  it('climbs link by link after its working minutes: late, never early', () => {
    const told = Told.opened('2026-11-16 09:00').ticks('2026-11-16 09:59');
    expect(told.alert.stage).toBe(0);
    told.ticks('2026-11-16 10:00');
    expect(told.alert).toMatchObject({ stage: 1, escalatesAt: minuteOf(vn('2026-11-16 14:00')) });
    told.ticks('2026-11-16 13:59');
    expect(told.alert.stage).toBe(1);
    told.ticks('2026-11-16 14:07');
    expect(told.alert).toMatchObject({ stage: 2, escalatesAt: null });
    expect(told.kinds()).toEqual(['opened', 'escalated', 'escalated']);
    expect(told.events[2]).toMatchObject({ data: { stage: 'province', to: ['hai-phong'] } });
  });

  it('does not climb over a weekend, and tells the true minutes after one nobody was there', () => {
    const told = Told.opened('2026-11-20 17:00').ticks('2026-11-23 09:00');
    const due = told.events.flatMap((event) => (event.kind === 'escalated' ? [localIso(event.data.dueAt)] : []));
    expect(due).toEqual(['2026-11-23T08:00+07:00']);
    told.ticks('2026-12-07 10:00').ticks('2026-12-07 10:01');
    expect(told.events.flatMap((event) => (event.kind === 'escalated' ? [localIso(event.data.dueAt)] : []))).toEqual([
      '2026-11-23T08:00+07:00',
      '2026-11-23T10:00+07:00',
    ]);
  });

  it('climbs no further once somebody has taken it in hand', () => {
    const told = Told.opened('2026-11-16 09:00');
    told.tries('2026-11-16 09:30', LAN, acknowledge);
    told.ticks('2026-11-20 17:00');
    expect(told.alert).toMatchObject({ status: 'acknowledged', stage: 0, acknowledgedBy: 'lan' });
  });
});

describe('an acknowledged alert', () => {
  const inHand = (): Told => {
    const told = Told.opened('2026-11-16 09:00');
    told.tries('2026-11-16 09:05', LAN, acknowledge);
    return told;
  };

  it('stays in hand when more of the same join, and calls again when it gets worse', () => {
    const told = inHand().sees('2026-11-16 09:10', joins('warning', 3));
    expect(told.alert).toMatchObject({ status: 'acknowledged', membersTotal: 4 });
    told.sees('2026-11-16 09:20', rises('warning', 'breached'));
    expect(told.alert).toMatchObject({ status: 'open', level: 'breached', acknowledgedBy: null });
    expect(told.alert.escalatesAt).toBe(minuteOf(vn('2026-11-16 10:20')));
  });

  it('tells a second person who was quicker', () => {
    expect(inHand().tries('2026-11-16 09:06', MINH, acknowledge)).toMatchObject({
      code: 'alert-already-acknowledged',
      facts: { by: 'lan', at: vn('2026-11-16 09:05') },
    });
    expect(inHand().tries('2026-11-16 09:06', MINH, { ...settle, ifVersion: 0 })).toMatchObject({
      code: 'alert-changed',
      facts: { by: 'lan', kind: 'acknowledged', version: 1 },
    });
  });
});

describe('a snoozed alert', () => {
  const snoozed = (): Told => {
    const told = Told.opened('2026-11-16 09:00');
    told.tries('2026-11-16 09:05', LAN, snoozeUntil('2026-11-16 15:00'));
    return told;
  };

  it('comes back by itself at its time, and climbs from there', () => {
    const told = snoozed().ticks('2026-11-16 14:59');
    expect(told.alert.status).toBe('snoozed');
    told.ticks('2026-11-16 15:00');
    expect(told.alert).toMatchObject({ status: 'open', snoozedUntil: null, stage: 0 });
    expect(told.alert.escalatesAt).toBe(minuteOf(vn('2026-11-16 16:00')));
  });

  it('sleeps through warnings, and a breach wakes it', () => {
    const told = snoozed()
      .sees('2026-11-16 10:00', joins('warning', 5))
      .sees('2026-11-16 10:10', rises('warning', 'high'));
    expect(told.alert.status).toBe('snoozed');
    told.sees('2026-11-16 10:20', joins('breached'));
    expect(told.alert).toMatchObject({ status: 'open', snoozedUntil: null });
    expect(told.events.at(-1)).toMatchObject({ kind: 'reopened', data: { why: 'breach' } });
  });

  it('is woken by who put it to sleep, put off further by him alone, and by another who has seen that', () => {
    expect(snoozed().tries('2026-11-16 09:06', MINH, snoozeUntil('2026-11-16 16:00'))).toMatchObject({
      code: 'alert-already-snoozed',
      facts: { by: 'lan', until: vn('2026-11-16 15:00') },
    });
    expect(snoozed().tries('2026-11-16 09:06', MINH, acknowledge)).toMatchObject({ code: 'alert-already-snoozed' });
    expect(snoozed().tries('2026-11-16 09:06', LAN, snoozeUntil('2026-11-16 16:00'))).toBeInstanceOf(Told);
    expect(snoozed().tries('2026-11-16 09:06', MINH, { ...acknowledge, ifVersion: 1 })).toBeInstanceOf(Told);
    expect(snoozed().tries('2026-11-16 09:06', MINH, { type: 'unsnooze' })).toBeInstanceOf(Told);
  });

  it.each([
    ['2026-11-16 09:05', 'alert-snooze-in-past'],
    ['2026-11-23 09:06', 'alert-snooze-too-long'],
  ])('is not put off until %s: %s', (until, code) => {
    expect(Told.opened('2026-11-16 09:00').tries('2026-11-16 09:05', LAN, snoozeUntil(until))).toMatchObject({ code });
  });

  it('is not woken when it is not asleep', () => {
    const told = Told.opened('2026-11-16 09:00');
    expect(told.tries('2026-11-16 09:05', LAN, { type: 'unsnooze' })).toMatchObject({ code: 'alert-not-snoozed' });
  });
});

describe('an alert that a person settled', () => {
  const settled = (): Told => {
    const told = Told.opened('2026-11-16 09:00', of('warning', 2));
    told.tries('2026-11-16 09:05', LAN, settle);
    return told;
  };

  it('keeps its members and is closed: nobody else acts on it', () => {
    const told = settled();
    expect(told.alert).toMatchObject({ status: 'settled', closeReason: 'byHand', escalatesAt: null });
    expect(membersOf(told.alert)).toBe(2);
    expect(holdsKey(told.alert)).toBe(true);
    for (const command of [acknowledge, settle, snoozeUntil('2026-11-16 15:00')]) {
      expect(told.tries('2026-11-16 09:06', MINH, command)).toMatchObject({
        code: 'alert-closed',
        facts: { by: 'lan' },
      });
    }
  });

  it('comes back when a member gets worse, or another dossier joins', () => {
    expect(settled().sees('2026-11-16 10:00', rises('warning', 'high')).alert).toMatchObject({
      status: 'open',
      closedAt: null,
    });
    expect(settled().sees('2026-11-16 10:00', joins('warning')).alert.status).toBe('open');
  });

  it('does not come back when a member leaves or only a further rung is told', () => {
    expect(settled().sees('2026-11-16 10:00', leaves('warning', { resolved: 1 })).alert.status).toBe('settled');
    expect(settled().sees('2026-11-16 10:00', rises('warning', 'warning')).alert.status).toBe('settled');
  });

  it('does not come back when a breach of its own is taken back and the clock only warns', () => {
    const told = Told.opened('2026-11-16 09:00', of('breached'));
    told.tries('2026-11-16 09:05', LAN, settle);
    told.sees('2026-11-16 10:00', { ...leaves('breached', { calendarRestated: 1 }), joined: of('warning'), again: 1 });
    expect(told.alert).toMatchObject({ status: 'settled', level: 'warning', membersWithdrawn: 1 });
  });

  it('is resolved by the facts in the end', () => {
    const told = settled().sees('2026-11-16 10:00', leaves('warning', { resolved: 2 }, 2));
    expect(told.alert).toMatchObject({ status: 'resolved', closeReason: 'facts' });
    expect(holdsKey(told.alert)).toBe(false);
  });
});

describe('the end of an alert', () => {
  it('is withdrawn only when none of its members ever had a ground', () => {
    const all = Told.opened('2026-11-16 09:00', of('breached', 2)).sees(
      '2026-11-16 10:00',
      leaves('breached', { calendarRestated: 2 }, 2),
    );
    expect(all.alert).toMatchObject({ status: 'withdrawn', closeReason: 'calendarRestated', membersWithdrawn: 2 });
    const some = Told.opened('2026-11-16 09:00', of('breached', 2)).sees(
      '2026-11-16 10:00',
      leaves('breached', { calendarRestated: 1, resolved: 1 }, 2),
    );
    expect(some.alert).toMatchObject({ status: 'resolved', membersWithdrawn: 1, membersTotal: 2 });
  });

  it('does not come while one joins as another leaves', () => {
    const told = Told.opened('2026-11-16 09:00').sees('2026-11-16 10:00', {
      ...leaves('warning', { resolved: 1 }),
      joined: of('warning'),
    });
    expect(told.alert).toMatchObject({ status: 'open', membersTotal: 2 });
  });
});

describe('the journal of an alert', () => {
  it('gives it back, whatever happened to it, and nothing in it removes anything', () => {
    const told = Told.opened('2026-11-16 09:00').ticks('2026-11-16 10:00');
    told.tries('2026-11-16 10:05', LAN, { type: 'assign', to: MINH.officerId });
    told.tries('2026-11-16 10:06', LAN, snoozeUntil('2026-11-16 15:00'));
    told.sees('2026-11-16 10:20', joins('breached')).sees('2026-11-16 10:30', rises('warning', 'high'));
    told.tries('2026-11-16 10:40', MINH, acknowledge);
    told.tries('2026-11-16 10:41', MINH, settle);
    told
      .sees('2026-11-16 10:50', leaves('high', { moved: 1 }))
      .sees('2026-11-16 11:00', leaves('breached', { resolved: 1 }));
    expect(foldAlert(told.events)).toEqual(told.alert);
    expect(told.alert).toMatchObject({ assignedTo: 'minh', version: 4, status: 'resolved' });
    for (const kind of told.kinds()) expect(ALERT_EVENT_KINDS).toContain(kind);
  });

  it('begins with its opening, or is none', () => {
    const event: AlertEvent = {
      ...{ kind: 'resolved', alertId: 'a1', at: vn('2026-11-16 09:00'), actor: { kind: 'engine' } },
      data: { level: 'warning' },
    };
    expect(() => foldAlert([event])).toThrow('begins with resolved');
  });

  it('says nothing where nothing was seen', () => {
    expect(Told.opened('2026-11-16 09:00').sees('2026-11-16 10:00', QUIET).kinds()).toEqual(['opened']);
  });

  it('takes an officer charged with it from nobody without having been seen', () => {
    const told = Told.opened('2026-11-16 09:00');
    told.tries('2026-11-16 09:01', LAN, { type: 'assign', to: LAN.officerId });
    expect(told.tries('2026-11-16 09:02', MINH, { type: 'assign', to: MINH.officerId })).toMatchObject({
      code: 'alert-already-assigned',
      facts: { to: 'lan' },
    });
  });
});
