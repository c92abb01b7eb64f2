import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { squeezed } from './squeezed.js';

const LONG = { dossiers: Array.from({ length: 200 }, (_, n) => ({ code: `H24.070-261123-${n}`, name: 'Đông Hải' })) };
const BROWSER = { cookie: 'lt_session=x', 'accept-encoding': 'gzip, deflate, br' };

async function answer(path: string, headers: Record<string, string>, method: 'GET' | 'POST' = 'GET') {
  const server = fastify();
  server.addHook('onSend', squeezed);
  server.get('/long', () => LONG);
  server.post('/long', () => LONG);
  server.get('/short', () => ({ ok: true }));
  server.get('/stream', (_, reply) => reply.type('text/event-stream').send('x'.repeat(10_000)));
  return server.inject({ method, url: path, headers });
}

describe('an answer to a browser', () => {
  it('is squeezed when it is long, and is the same when it is opened', async () => {
    const { headers, rawPayload } = await answer('/long', BROWSER);
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual(LONG);
    expect(rawPayload.length).toBeLessThan(JSON.stringify(LONG).length / 5);
  });

  it.each([
    ['a short one', '/short', BROWSER, 'GET'],
    ['a stream', '/stream', BROWSER, 'GET'],
    ['what an act answers', '/long', BROWSER, 'POST'],
    ['what software reads', '/long', { 'accept-encoding': 'gzip' }, 'GET'],
    ['for who takes nothing squeezed', '/long', { cookie: 'lt_session=x' }, 'GET'],
  ] as const)('%s is left as it is', async (_, path, headers, method) => {
    expect((await answer(path, headers, method)).headers['content-encoding']).toBeUndefined();
  });
});
