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
