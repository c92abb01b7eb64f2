import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { EventStream } from './event-stream.js';

const server = fastify();
const streams: EventStream[] = [];
server.get('/', (_request, reply) => {
  streams.push(new EventStream(reply.header('x-frame-options', 'DENY')));
});
beforeAll(() => server.listen({ port: 0, host: '127.0.0.1' }));
afterAll(() => server.close());

/** A reader who takes nothing until he is told to. */
async function slowReader(): Promise<Socket> {
  const { port } = server.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nhost: spec\r\n\r\n');
  const known = streams.length;
  while (streams.length === known) await new Promise((resolve) => setTimeout(resolve, 2));
  return socket;
}

const LARGE = 'x'.repeat(500_000);

describe('a stream of events', () => {
  it('waits for a reader who is slow, instead of keeping for him what he has not read', async () => {
    const socket = await slowReader();
    socket.pause();
    const stream = streams.at(-1);
    let sent = 0;
    const sending = (async () => {
      for (let id = 1; id <= 40 && stream?.isOver === false; id += 1) {
        await stream.send({ id, event: 'alert', data: LARGE });
        sent = id;
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sent).toBeLessThan(40);
    socket.resume();
    await sending;
    expect(sent).toBe(40);
    socket.destroy();
  });

  it('notices that its reader has gone, and waits for nobody', async () => {
    const socket = await slowReader();
    const stream = streams.at(-1);
    const ended = new Promise<void>((resolve) => stream?.onEnd(resolve));
    socket.destroy();
    await ended;
    expect(stream?.isOver).toBe(true);
    await stream?.send({ id: 1, event: 'alert', data: LARGE });
    await stream?.end(1, 'over');
    stream?.onEnd(() => streams.splice(0));
    expect(streams).toEqual([]);
  });

  it('carries the headers of every answer, says when to come back, and why it ends', async () => {
    const { port } = server.server.address() as AddressInfo;
    const answer = fetch(`http://127.0.0.1:${port}/`);
    while (streams.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    await streams[0]?.keepAlive(6);
    await streams[0]?.end(7, 'closing');
    const response = await answer;
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(await response.text()).toBe(
      'retry: 2000\n\nid: 6\n: here\n\nid: 7\nevent: end\ndata: {"reason":"closing"}\n\n',
    );
  });
});
