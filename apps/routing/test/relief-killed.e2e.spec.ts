/** An outage whose run is killed half-way: another process goes on, each dossier is told it once, and so with its cancellation. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../../infra/testing/until.js';
import { HAI_AN } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { KilledOffice } from './killed-office.js';
import { approve, cancel, proposed, record, toldRun } from './outage-steps.js';
import type { Proposed } from './outage-steps.js';

const DOSSIERS = 900;
const PATIENCE_MS = 120_000;
const RELIEVED = 'dossier.outageRelieved.v1';
const SPAN = { from: '2026-11-19T08:00:00+07:00', to: '2026-11-19T08:45:00+07:00' };

let office: KilledOffice;
beforeAll(async () => {
  office = await KilledOffice.open('2026-11-19T09:00:00+07:00');
  // The ward’s procedure as if its transfer required the portal and the law relieved it.
  await office.identities.run(
    `update procedure_version set definition = jsonb_set(definition, '{legs,transfer,requires}', '["nationalPortal"]')
      || '{"outageRelief": {"scope": "legAndLimit", "legalBasis": "Quy chế phối hợp, điều 9"}}'
    where code = '1.004873'`,
  );
}, 120_000);
afterAll(async () => {
  await office.close();
});

const relievedFacts = () => office.counted(`select count(*) from event where type = '${RELIEVED}'`);
const toldRows = (revision: number) =>
  office.counted(`select count(*) from outage_dossier where state = 'relieved' and revision = ${revision}`);
const minutesOfSystem = () => office.counted(`select count(*) from segment where owner_kind = 'system'`);

async function admins(at: Parameters<KilledOffice['caller']>[0]): Promise<readonly [HttpCaller, HttpCaller]> {
  return [await office.caller(at, HAI_AN, 'admin'), await office.caller(at, 'haiphong-dong-hai', 'admin')];
}

describe('an outage', () => {
  let proposal: Proposed;

  it('is being told to many dossiers when the process is killed', async () => {
    const one = await office.start();
    const clerk = await office.caller(one, HAI_AN, 'clerk');
    await office.receive(clerk, DOSSIERS, { occurredAt: '2026-11-19T07:45:00+07:00' });
    const [first, second] = await admins(one);
    proposal = await proposed(record(first, SPAN));
    expect(await approve(second, proposal)).toMatchObject({ status: 200 });
    await until(async () => (await relievedFacts()) > 0, PATIENCE_MS);
    await office.kill(one);
    const [rows, facts] = [await toldRows(proposal.revision), await relievedFacts()];
    expect(rows).toBeLessThan(DOSSIERS);
    // What is noted down of a dossier and what stands in its journal were committed together.
    expect(facts).toBe(rows);
  }, 240_000);

  it('is told on by another process, each dossier once, and taken back the same way', async () => {
    const other = await office.start();
    const [first, second] = await admins(other);
    expect(await toldRun(first, proposal, PATIENCE_MS)).toMatchObject({ state: 'done', dossiers: DOSSIERS });
    expect(await relievedFacts()).toBe(DOSSIERS);
    expect(await office.twice(RELIEVED)).toBe(0);
    expect(await minutesOfSystem()).toBe(DOSSIERS);
    const cancelled = await proposed(cancel(first, proposal.id));
    expect(await approve(second, cancelled)).toMatchObject({ status: 200 });
    await until(async () => (await relievedFacts()) > DOSSIERS, PATIENCE_MS);
    await office.kill(other);
    expect(await relievedFacts()).toBeLessThan(2 * DOSSIERS);
    const [third] = await admins(await office.start());
    expect(await toldRun(third, cancelled, PATIENCE_MS)).toMatchObject({ state: 'done', dossiers: DOSSIERS });
    expect(await relievedFacts()).toBe(2 * DOSSIERS);
    expect(await minutesOfSystem()).toBe(0);
    expect(await office.verified()).toBe(DOSSIERS);
  }, 240_000);
});
