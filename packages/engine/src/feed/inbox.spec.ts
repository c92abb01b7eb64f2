import { describe, expect, it } from '@jest/globals';
import type { DossierEvent, DossierId } from '@lien-thong/domain';
import { Inbox } from './inbox.js';
import type { Received } from './inbox.js';

/** Message `n` of a feed in which two dossiers take turns. */
function message(n: number, more: Partial<Pick<Received, 'epoch'>> & { id?: string; seq?: number } = {}): Received {
  const dossierId = `dossier-${n % 2}` as DossierId;
  const event = { id: more.id ?? `event-${n}`, dossierId, seq: more.seq ?? Math.ceil(n / 2) } as DossierEvent;
  return { epoch: more.epoch ?? 'one', n, event };
}

const applied = (inbox: Inbox, messages: readonly Received[]) =>
  messages.flatMap((next) => inbox.receive(next).apply.map(({ n }) => n));

describe('the inbox of an agency', () => {
  it('applies what comes in order at once', () => {
    expect(
      applied(
        new Inbox(),
        [1, 2, 3].map((n) => message(n)),
      ),
    ).toEqual([1, 2, 3]);
  });

  it('applies each fact once, however often it comes', () => {
    expect(
      applied(
        new Inbox(),
        [1, 1, 2, 1, 2, 3, 3].map((n) => message(n)),
      ),
    ).toEqual([1, 2, 3]);
  });

  it('keeps what comes too early and says what is missing', () => {
    const inbox = new Inbox();
    applied(inbox, [message(1)]);
    expect(inbox.receive(message(4))).toMatchObject({ apply: [], gap: { after: 1, before: 4 } });
    expect(inbox.receive(message(3)).gap).toEqual({ after: 1, before: 3 });
    expect(inbox.receive(message(2))).toMatchObject({ apply: [{ n: 2 }, { n: 3 }, { n: 4 }], gap: null });
  });

  it('applies every dossier in the order of its journal, whatever the transport does', () => {
    for (let seed = 1; seed < 50; seed++) {
      const shuffled = Array.from({ length: 30 }, (_, i) => (i * seed * 7 + seed) % 30).map((i) => message(i + 1));
      const inbox = new Inbox();
      const order = shuffled.flatMap((next) => inbox.receive(next).apply);
      const gap = inbox.gap();
      const rest = gap === null ? [] : Array.from({ length: 30 }, (_, i) => message(i + 1));
      const all = [...order, ...rest.flatMap((next) => inbox.receive(next).apply)];
      expect(all.map(({ n }) => n)).toEqual(all.map((_, i) => i + 1));
    }
  });

  it('goes on where it stopped', () => {
    const first = new Inbox();
    applied(first, [message(1), message(2)]);
    const again = new Inbox(first.state());
    expect(applied(again, [message(1), message(2), message(3)])).toEqual([3]);
    expect(again.cursor).toEqual({ epoch: 'one', n: 3 });
  });
});

describe('after a backup was restored', () => {
  it('a message of another line of numbers changes nothing but says that the feed must be read', () => {
    const inbox = new Inbox();
    applied(inbox, [message(1)]);
    expect(inbox.receive(message(2, { epoch: 'two' }))).toEqual({
      apply: [],
      conflicts: [],
      gap: null,
      otherEpoch: true,
    });
    expect(applied(inbox, [message(2)])).toEqual([2]);
  });

  it('the new line is read from its start, and what is known is not applied again', () => {
    const inbox = new Inbox();
    applied(inbox, [message(1), message(2), message(3)]);
    inbox.restart('two');
    const steps = [1, 2, 3, 4].map((n) => inbox.receive(message(n, { epoch: 'two' })));
    expect(steps.flatMap(({ apply }) => apply.map(({ n }) => n))).toEqual([4]);
    expect(steps.flatMap(({ conflicts }) => conflicts)).toEqual([]);
  });

  it('a new fact at a place another fact had is reported, not applied', () => {
    const inbox = new Inbox();
    applied(inbox, [message(1), message(2), message(3)]);
    inbox.restart('two');
    applied(inbox, [message(1, { epoch: 'two' })]);
    const step = inbox.receive(message(2, { epoch: 'two', id: 'event-other' }));
    expect(step.apply).toEqual([]);
    expect(step.conflicts.map(({ event }) => event.id)).toEqual(['event-other']);
  });
});
