import { describe, expect, it } from '@jest/globals';
import type { AgencyId } from '@lien-thong/domain';
import type { Delivery } from '@lien-thong/engine';
import { sampleEvent } from '../../../../packages/engine/test/conformance/samples.js';
import { cloudEvent } from '../feed/cloud-event.js';
import { MessageIds } from './message-id.js';
import { messagesOf } from './messages.js';
import type { Message } from './messages.js';
import { WireText } from './wire-text.js';

const SOURCE = 'https://lien-thong.example';
const A = 'hai-an' as AgencyId;
const B = '31.11413.ubnd' as AgencyId;
const SERVER_TAKES = 262_144;

const to = (agencyId: AgencyId, n: number, more: Partial<Delivery> = {}): Delivery => ({
  ...{ agencyId, epoch: '1-abc', n, view: 'full', event: sampleEvent(n, 1) },
  ...more,
});

/** A fact of about so many bytes. */
function heavy(agencyId: AgencyId, n: number, bytes: number): Delivery {
  const data = { officerId: 'ố'.repeat(bytes / 3) };
  return to(agencyId, n, { event: { ...sampleEvent(n, 2), data } as unknown as Delivery['event'] });
}

function cut(deliveries: readonly Delivery[], largest = SERVER_TAKES) {
  const leftOut: number[] = [];
  const messages = messagesOf(deliveries, {
    ...{ wire: new WireText(SOURCE), ids: new MessageIds(Buffer.alloc(32, 1)), largest },
    onTooLarge: ({ n }) => leftOut.push(n),
  });
  return { messages, leftOut };
}

const numbersIn = ({ text }: Message) => (JSON.parse(text.toString()) as { n: number }[]).map(({ n }) => n);

describe('what a batch tells the agencies', () => {
  it('goes in one message to each, an array of the CloudEvents of its feed in their order', () => {
    const batch = [to(A, 4), to(B, 9), to(A, 5), to(B, 10), to(A, 6)];
    const { messages } = cut(batch);
    expect(messages.map(({ subject }) => subject)).toEqual([
      'agency.hai-an.inbox.facts',
      'agency.31_11413_ubnd.inbox.facts',
    ]);
    const [first, second] = messages.map(({ text }) => JSON.parse(text.toString()) as unknown);
    expect(first).toEqual([0, 2, 4].map((i) => cloudEvent(batch[i] as Delivery, SOURCE)));
    expect(second).toEqual([1, 3].map((i) => cloudEvent(batch[i] as Delivery, SOURCE)));
  });

  it('is an array of one where one fact is told, and nothing where there is none', () => {
    expect(cut([to(A, 1)]).messages.map(numbersIn)).toEqual([[1]]);
    expect(cut([]).messages).toEqual([]);
  });

  it('is cut where it would be larger than half of what the server takes, each part whole and in order', () => {
    const batch = Array.from({ length: 40 }, (_, i) => heavy(A, i + 1, 9_000));
    const { messages, leftOut } = cut(batch);
    expect(messages.length).toBeGreaterThan(2);
    for (const { text } of messages) expect(text.length).toBeLessThanOrEqual(SERVER_TAKES / 2);
    expect(messages.flatMap(numbersIn)).toEqual(batch.map(({ n }) => n));
    expect(leftOut).toEqual([]);
  });

  it('never goes beyond what a server with narrow limits takes', () => {
    const { messages } = cut(
      Array.from({ length: 30 }, (_, i) => to(A, i + 1)),
      4_000,
    );
    for (const { text } of messages) expect(text.length).toBeLessThanOrEqual(4_000);
    expect(messages.flatMap(numbersIn)).toHaveLength(30);
  });

  it('has a large fact in a message of its own, and leaves out alone what fits into none', () => {
    const { messages, leftOut } = cut([to(A, 1), heavy(A, 2, 200_000), to(A, 3), heavy(A, 4, 300_000), to(A, 5)]);
    expect(messages.map(numbersIn)).toEqual([[1], [2], [3], [5]]);
    expect(leftOut).toEqual([4]);
  });
});

describe('the id of a message', () => {
  it('says which numbers are in it, so that only the very same is taken for a repetition', () => {
    const idsOf = (...numbers: number[]) =>
      cut(numbers.map((n) => to(A, n))).messages.map(({ id }) => id.split('.')[1]);
    expect(idsOf(3, 4, 5)).toEqual(['3-5']);
    expect(idsOf(3, 4)).toEqual(['3-4']);
    expect(idsOf(3, 5, 6)).toEqual(['3-3', '5-6']);
    expect(idsOf(5, 4)).toEqual(['5-5', '4-4']);
  });

  it('is another one in another line of numbers', () => {
    const { messages } = cut([to(A, 1), to(A, 2, { epoch: '2-abc' })]);
    expect(messages).toHaveLength(2);
    const [one, two] = messages.map(({ id }) => id.split('.')[0]);
    expect(one).not.toBe(two);
  });
});
