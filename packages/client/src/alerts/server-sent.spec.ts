import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serverSent } from './server-sent.js';
import type { ServerSent } from './server-sent.js';

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function read(pieces: readonly Uint8Array[]): Promise<readonly ServerSent[]> {
  const blocks: ServerSent[] = [];
  for await (const block of serverSent(streamOf(pieces), () => undefined)) blocks.push(block);
  return blocks;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a stream of events', () => {
  it('is read block by block: number, kind, data over several lines; comments are none of it', async () => {
    const text = 'retry: 2000\n\nid: 7\nevent: alert\ndata: {"a":\ndata: "hồ sơ treo"}\n\n: here\n\nid: 9\n: here\n\n';
    expect(await read([bytes(text)])).toEqual([
      { id: null, event: 'message', data: null },
      { id: '7', event: 'alert', data: '{"a":\n"hồ sơ treo"}' },
      { id: null, event: 'message', data: null },
      { id: '9', event: 'message', data: null },
    ]);
  });

  it('does not hand over a block that broke off', async () => {
    expect(await read([bytes('id: 1\nevent: alert\ndata: {}\n')])).toEqual([]);
  });

  it('reads the line ends of all systems', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `id: 1${end}data: x${end}${end}id: 2${end}data: y${end}${end}`;
      // After a lone carriage return nobody knows whether the line is over: it takes the next byte.
      expect((await read([bytes(`${text}:`)])).map(({ id, data }) => `${id} ${data}`)).toEqual(['1 x', '2 y']);
    }
  });

  it('is the same however the line cuts it, also within a letter', async () => {
    const text = 'id: 1\ndata: Đông Hải\n\nid: 2\ndata: phường Hải An\n\n';
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (sizes) => {
        const whole = bytes(text);
        const pieces: Uint8Array[] = [];
        for (let at = 0, i = 0; at < whole.length; i += 1) {
          const size = sizes[i % sizes.length] ?? 1;
          pieces.push(whole.slice(at, at + size));
          at += size;
        }
        expect(await read(pieces)).toEqual(await read([whole]));
      }),
      { numRuns: 50 },
    );
  });

  it('lets the line go when nobody reads on', async () => {
    let letGo = false;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes('id: 1\ndata: x\n\n')),
      cancel: () => {
        letGo = true;
      },
    });
    for await (const { id } of serverSent(stream, () => undefined)) {
      expect(id).toBe('1');
      break;
    }
    expect(letGo).toBe(true);
  });
});
