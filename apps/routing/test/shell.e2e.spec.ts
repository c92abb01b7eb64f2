import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';

let office: TestApp;
beforeAll(async () => {
  office = await startApp({ seeded: false });
});
afterAll(async () => {
  await office.close();
});

const ENDLESS_HEADERS = `GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(20_000)}\r\n\r\n`;

/** Bytes as they are; the first answer, head and body apart. */
async function sendBytes(url: string, bytes: string): Promise<{ head: string; body: unknown }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setEncoding('utf8');
  socket.write(bytes);
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    const [head = '', body = ''] = text.split('\r\n\r\n');
    if (body.endsWith('}')) {
      socket.destroy();
      return { head, body: JSON.parse(body) as unknown };
    }
  }
  throw new Error(`no whole answer came: ${text}`);
}

describe('the front door', () => {
  it('says that it is alive', async () => {
    expect(await office.anonymous.get('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
  });

  it('is not ready while no calendar of this year is loaded, and says so', async () => {
    const { status, body } = await office.anonymous.get('/health/ready');
    expect(status).toBe(503);
    expect(body).toMatchObject({ code: 'unavailable', facts: { failed: ['calendars'] } });
  });

  it('answers a path it does not know with a problem in both languages', async () => {
    const { status, body, headers } = await office.anonymous.get('/nowhere');
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({ code: 'not-found', title: expect.any(String), titleEn: expect.any(String) });
  });

  it('names the methods of a path that is asked for with another one', async () => {
    const { status, headers, body } = await office.anonymous.send('DELETE', '/health/live');
    expect(status).toBe(405);
    expect(headers.get('allow')).toContain('GET');
    expect(body).toMatchObject({ code: 'method-not-allowed' });
  });

  it('does not name methods for a path that is none because of its last slash', async () => {
    expect(await office.anonymous.get('/health/live/')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it.each([
    { who: 'sends no HTTP', bytes: 'HELLO\r\n\r\n', code: 'unreadable-request', status: 400 },
    {
      who: 'uses no method there is',
      bytes: 'FOO / HTTP/1.1\r\nhost: x\r\n\r\n',
      code: 'unreadable-request',
      status: 400,
    },
    {
      who: 'breaks the address',
      bytes: 'GET /%ZZ HTTP/1.1\r\nhost: x\r\n\r\n',
      code: 'unreadable-request',
      status: 400,
    },
    { who: 'has headers without end', bytes: ENDLESS_HEADERS, code: 'headers-too-large', status: 431 },
  ])('answers whoever $who with a problem in both languages', async ({ bytes, code, status }) => {
    const { head, body } = await sendBytes(office.url, bytes);
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain('application/problem+json');
    expect(body).toMatchObject({ code, status });
    for (const text of ['title', 'titleEn', 'todo', 'todoEn']) expect(body).toHaveProperty(text);
  });

  it('hands every answer a request id and tells caches to keep nothing', async () => {
    const { headers } = await office.anonymous.get('/health/live', { 'x-request-id': 'from-the-caller-1' });
    expect(headers.get('x-request-id')).toBe('from-the-caller-1');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('counts what it answered without naming anybody', async () => {
    const { text } = await office.anonymous.get('/metrics');
    expect(text).toContain('route="/health/live",status="200"');
  });
});

describe('a body', () => {
  const post = (raw: string | Buffer, type = 'application/json') =>
    office.anonymous.send('POST', '/demo/clock', { raw, headers: { 'content-type': type } });

  it('of more than a megabyte is refused', async () => {
    expect(await post(`{"now":"${'x'.repeat(1_100_000)}"}`)).toMatchObject({
      status: 413,
      body: { code: 'body-too-large' },
    });
  });

  it('ten thousand levels deep is refused before it is parsed', async () => {
    expect(await post('['.repeat(10_000))).toMatchObject({ status: 400, body: { code: 'body-too-deep' } });
  });

  it('that is not JSON is refused', async () => {
    expect(await post('{"now":')).toMatchObject({ status: 400, body: { code: 'malformed-json' } });
  });

  it('that is not UTF-8 is refused', async () => {
    expect(await post(Buffer.from([0x22, 0xff, 0x22]))).toMatchObject({
      status: 400,
      body: { code: 'malformed-json' },
    });
  });

  it('of another media type is refused', async () => {
    expect(await post('<now/>', 'application/xml')).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media-type' },
    });
  });

  it('with a prototype in it is refused, and names the field', async () => {
    expect(await post('{"__proto__":{"now":1}}')).toMatchObject({
      status: 400,
      body: { code: 'invalid-body', errors: [{ field: '__proto__' }] },
    });
  });

  it.each(['\\u0000', '\\u202e', '\\ud800'])(
    'with the character %s is refused, and names the field',
    async (escape) => {
      expect(await post(`{"now":"${escape}"}`)).toMatchObject({
        status: 400,
        body: { code: 'forbidden-characters', errors: [{ field: 'now' }] },
      });
    },
  );

  it('with a field nobody knows is refused, and names the field in both languages', async () => {
    expect(await post('{"now":"2026-03-02T01:00:00Z","later":true}')).toMatchObject({
      status: 400,
      body: { code: 'invalid-body', errors: [{ field: 'later', reason: 'trường không được biết đến' }] },
    });
  });
});

describe('the stepped clock of the demonstration', () => {
  it('stands on a Monday morning, goes on when told to, and never back', async () => {
    expect((await office.anonymous.get('/demo/clock')).body).toEqual({ now: '2026-03-02T00:30:00.000Z' });
    await office.goOnTo('2026-03-02T10:00:00+07:00');
    await office.goOnTo('2026-03-02T08:00:00+07:00');
    expect((await office.anonymous.get('/demo/clock')).body).toEqual({ now: '2026-03-02T03:00:00.000Z' });
  });
});
