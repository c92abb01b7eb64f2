/** An amendment whose process is killed half-way: another one goes on, and each dossier comes under the version once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../../infra/testing/until.js';
import { amendmentOf, approve, draftAmendment, limitOf, lookedAt } from './amendment-steps.js';
import { HAI_AN } from './dossier-steps.js';
import { KilledOffice } from './killed-office.js';

const DOSSIERS = 1_500;
const PATIENCE_MS = 120_000;

let office: KilledOffice;
beforeAll(async () => {
  office = await KilledOffice.open('2026-11-19T09:00:00+07:00');
}, 120_000);
afterAll(async () => {
  await office.close();
});

/** The second version, as if it had been published. */
async function publishSecond(): Promise<void> {
  await office.identities.run(
    `insert into procedure_version (code, version, name, field, level, boundary_scope, effective_from, effective_to, builder_version,
      definition)
    select code, 2, name, field, level, boundary_scope, date '2026-11-19', null, 1,
      definition || jsonb_build_object('version', 2, 'effectiveFrom', '2026-11-19', 'cases', $1::jsonb)
    from procedure_version where code = '1.004873' and version = 1`,
    [JSON.stringify(limitOf('3wd'))],
  );
}

const AMENDED = 'dossier.versionAmended.v1';
const amendedFacts = () => office.counted(`select count(*) from event where type = '${AMENDED}'`);
const settledRows = () => office.counted(`select count(*) from amendment_dossier where state = 'amended'`);

describe('an amendment', () => {
  let id = '';

  it('is under way for many dossiers when its process is killed', async () => {
    const one = await office.start();
    // Received on the eve: under the first version.
    const clerk = await office.caller(one, HAI_AN, 'clerk');
    await office.receive(clerk, DOSSIERS, { occurredAt: '2026-11-18T16:00:00+07:00' });
    await publishSecond();
    const [drafting, approving] = [
      await office.caller(one, HAI_AN, 'admin'),
      await office.caller(one, 'haiphong-dong-hai', 'admin'),
    ];
    const looked = await lookedAt(drafting, await draftAmendment(drafting));
    id = looked.id;
    expect(looked.counts).toMatchObject([{ state: 'moves', dossiers: DOSSIERS }]);
    expect((await approve(approving, looked)).status).toBe(202);
    await until(async () => (await settledRows()) > 0, PATIENCE_MS);
    await office.kill(one);
    const [rows, facts] = [await settledRows(), await amendedFacts()];
    expect(rows).toBeLessThan(DOSSIERS);
    // What is noted down of a dossier and what stands in its journal were committed together.
    expect(facts).toBe(rows);
  }, 240_000);

  it('is taken over by another process, each dossier once, all rows as their journals give them', async () => {
    const survivor = await office.caller(await office.start(), HAI_AN, 'admin');
    await until(async () => (await amendmentOf(survivor, id)).state === 'done', PATIENCE_MS);
    expect(await amendedFacts()).toBe(DOSSIERS);
    expect(await office.twice(AMENDED)).toBe(0);
    expect(await office.counted(`select count(*) from dossier where procedure_version = 1 and ended_at is null`)).toBe(
      0,
    );
    expect(await office.verified()).toBe(DOSSIERS);
  }, 240_000);
});
