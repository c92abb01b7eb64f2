import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { HAI_AN } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
beforeAll(async () => {
  office = await startApp();
  haiAn = await office.as(HAI_AN);
}, 120_000);
afterAll(async () => {
  await office.close();
});

describe('an address that names nothing there could be', () => {
  it.each([
    ['/v1/agencies/KHÔNG', 'id'],
    ['/v1/dossiers/H24.070-261123-0001/clocks/legal_clock/explain', 'clockId'],
    ['/v1/procedures/birth', 'code'],
    ['/v1/procedures/1.004873/versions/zero', 'version'],
    ['/v1/procedures/1.004873/versions/zero/machine', 'version'],
  ])('%s is answered with what is wrong about it', async (path, field) => {
    const { status, body } = await haiAn.get(encodeURI(path));
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'invalid-query' } });
    expect(JSON.stringify((body as { errors: unknown }).errors)).toContain(field);
  });
});

const cursorOf = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
const NOBODY = '00000000-0000-0000-0000-000000000000';

describe('a cursor nobody was given', () => {
  it.each([
    ['/v1/procedures', cursorOf('\u0000')],
    ['/v1/agencies', cursorOf('\u0000')],
    ['/v1/agencies', cursorOf('\ud800')],
    ['/v1/dossiers', cursorOf('\u0000', NOBODY)],
    ['/v1/dossiers', cursorOf(1, 'x')],
    ['/v1/dossiers', 'e30'],
  ])('of %s (%s) is refused', async (path, cursor) => {
    const { status, body } = await haiAn.get(`${path}?cursor=${cursor}`);
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { code: 'cursor-invalid', errors: [{ field: 'cursor' }] },
    });
  });
});

describe('a due date at the end of all times', () => {
  it('is one that every running clock comes before', async () => {
    expect(await haiAn.get('/v1/dossiers?dueBefore=9999-12-31T23:59:59Z')).toMatchObject({
      status: 200,
      body: { counts: { total: 0 } },
    });
  });
});

describe('what is wrong with a value', () => {
  it.each([
    ['/v1/dossiers?sort=name', 'phải là một trong: due, received'],
    ['/v1/dossiers?limit=500', 'lớn hoặc dài hơn mức cho phép (tối đa 200)'],
    ['/v1/dossiers?limit=0', 'nhỏ hoặc ngắn hơn mức cho phép (tối thiểu 1)'],
    [
      '/v1/dossiers?dueBefore=2026-02-30T00:00:00Z',
      'phải là thời điểm có thật kèm múi giờ, ví dụ 2026-03-02T08:00:00+07:00',
    ],
    [
      '/v1/dossiers?dueBefore=2026-03-02T08:00:00',
      'phải là thời điểm có thật kèm múi giờ, ví dụ 2026-03-02T08:00:00+07:00',
    ],
    ['/v1/dossiers?color=red', 'trường không được biết đến'],
  ])('%s is said so that a clerk can put it right', async (path, reason) => {
    expect((await haiAn.get(path)).body).toMatchObject({ code: 'invalid-query', errors: [{ reason }] });
  });
});
