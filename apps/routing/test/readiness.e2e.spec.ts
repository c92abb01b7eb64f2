/** What keeps the service from being sent requests, planted one by one, and named in the answer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../../infra/testing/until.js';
import { SweepLooks } from '../src/runtime/sweep-looks.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';

const ALONE = { LIENTHONG_PROFILE: 'production', LIENTHONG_ROLES: 'api' };

/** A process that serves and does not sweep, with nobody else about. */
let office: TestApp;
beforeAll(async () => {
  office = await startApp({ env: ALONE });
}, 120_000);
afterAll(async () => {
  await office.close();
});

const failed = async ({ anonymous }: TestApp): Promise<readonly string[]> => {
  const { status, body } = await anonymous.get('/health/ready');
  if (status === 200) return [];
  expect({ status, body }).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  return (body as { facts: { failed: string[] } }).facts.failed;
};
/** Past the service, in the scope of its ledger. */
const plant = ({ identities }: TestApp, sql: string) =>
  identities.run(`select set_config('app.scope', 'ledger', false); ${sql}`);

describe('a process that does not sweep', () => {
  it('is not ready while nobody does, serves all the same, and is ready when any process has looked', async () => {
    expect(await failed(office)).toEqual(['sweep-holder']);
    expect(await office.anonymous.get('/health/live')).toMatchObject({ status: 200 });
    await office.app.get(SweepLooks).note();
    expect(await failed(office)).toEqual([]);
  });

  it('learns that whoever swept has gone', async () => {
    await plant(office, `update sweep_look set looked_at = looked_at - interval '5 minutes'`);
    expect(await failed(office)).toEqual(['sweep-holder']);
  });
});

describe('a process that sweeps', () => {
  it('is held by itself, soon after it began, and names a rung of a later release that nothing here fires', async () => {
    const sweeping = await startApp({ env: { ...ALONE, LIENTHONG_ROLES: 'api,sweep' } });
    try {
      await plant(
        sweeping,
        `update procedure_version set definition = jsonb_set(definition, '{warnRungs}', '{"heartbeat": [5]}')
          where code = '2.000815'`,
      );
      await until(async () => (await failed(sweeping)).join() === 'rungs');
      const { body } = await sweeping.anonymous.get('/health/ready');
      expect(body).toMatchObject({ facts: { unfired: ['2.000815/1 warnRungs.heartbeat'] } });
    } finally {
      await sweeping.close();
    }
  }, 120_000);
});
