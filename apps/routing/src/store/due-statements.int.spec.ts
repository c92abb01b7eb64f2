/** What a look of the sweep costs is read from its plan: which index it goes by, and how many pages it touches. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createTestDatabase } from '../../test/database.js';
import type { TestDatabase } from '../../test/database.js';
import { BY_THE_INDEX, CLAIM_DUE, NEXT_DUE, claimValues } from './due-statements.js';

const DOSSIERS = 60_000;
/** Of each dossier two clocks: one that is due at some minute from 1,000 on, and one that has nothing to say any more. */
const FIRST_MINUTE = 1_000;
const A_MINUTE = 600;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

let database: TestDatabase;
let app: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  const superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  await superuser.query(SOWN);
  await superuser.end();
  app = new Client({ connectionString: database.appUrl });
  await app.connect();
  await app.query(`select set_config('app.scope', 'ledger', false), set_config('enable_seqscan', 'off', false),
    set_config('plan_cache_mode', 'force_generic_plan', false)`);
}, 60_000);
afterAll(async () => {
  await app.end();
  await database.drop();
});

const SOWN = `
insert into dossier (id, procedure_version, procedure_code, receiving, intake, submitted_at, received_at, code,
    code_provisional, holder, phase, version, seq, last_fact_at, recorded_at, hash, state)
  select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 1, 'p', 'a', '{}', null, now(), 'c' || i, false, 'a',
    'processing', 1, 1, now(), now(), '', '{}' from generate_series(1, ${DOSSIERS}) i;
insert into clock (dossier_id, id, epoch, started_at, counts_from, extended_by, used, paused_days, breached, kind, status,
    budget_unit, granularity, certainty, stretches, warned, fires_at)
  select d.id, k.id, 1, 0, 0, 0, 0, 0, false, k.id, 'running', 'work', 'minute', 'certain', '{}', '{}',
    case k.id when 'legal' then ${FIRST_MINUTE} + (row_number() over (order by d.id))::int / ${A_MINUTE} end
  from dossier d cross join (values ('legal'), ('transfer')) k (id);
`;

async function explained(text: string, values: readonly unknown[] = []): Promise<Plan> {
  const { rows } = await app.query<{ 'QUERY PLAN': [{ readonly Plan: Plan }] }>(
    `explain (analyze, buffers, timing off, format json) ${text}`,
    [...values],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no plan');
  return row['QUERY PLAN'][0].Plan;
}

/** As in a transaction of the sweep. */
async function claimed(minute: number): Promise<Plan> {
  await app.query('begin');
  await app.query(BY_THE_INDEX.text);
  const plan = await explained(CLAIM_DUE.text, claimValues(minute, 250));
  await app.query('rollback');
  return plan;
}

const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
const pages = (plan: Plan): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
const scansOf = (plan: Plan, table: string) =>
  nodes(plan)
    .filter((node) => node['Relation Name'] === table)
    .map((node) => [node['Node Type'], node['Index Name']]);

/** A table nobody has counted yet, and one that was counted: the plan may not depend on it. */
describe.each([
  ['before the first statistics', null],
  ['after them', 'analyze clock, dossier'],
])('a look of the sweep, %s', (_when, statistics) => {
  beforeAll(async () => {
    if (statistics === null) return;
    const superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    await superuser.query(statistics);
    await superuser.end();
  });

  it('finds the next due minute at the head of the index, on a handful of pages', async () => {
    const plan = await explained(NEXT_DUE.text);
    expect(scansOf(plan, 'clock')).toEqual([[expect.stringMatching(/^Index (Only )?Scan$/), 'clock_fires']]);
    expect(pages(plan)).toBeLessThanOrEqual(10);
  });

  it('finds that nothing is due on a handful of pages', async () => {
    const plan = await claimed(FIRST_MINUTE - 1);
    expect(scansOf(plan, 'clock')).toEqual([[expect.stringMatching(/^Index (Only )?Scan$/), 'clock_fires']]);
    expect(pages(plan)).toBeLessThanOrEqual(10);
  });

  it('claims a batch out of a storm for what the batch costs, however much is due', async () => {
    const few = await claimed(FIRST_MINUTE + 5);
    const storm = await claimed(FIRST_MINUTE + 99);
    expect(scansOf(storm, 'clock')).toEqual([[expect.stringMatching(/^Index (Only )?Scan$/), 'clock_fires']]);
    expect(scansOf(storm, 'dossier')).toEqual([['Index Scan', 'dossier_pkey']]);
    expect(nodes(storm).map((node) => node['Node Type'])).not.toContain('Seq Scan');
    expect(pages(storm)).toBeLessThanOrEqual(pages(few) * 1.2 + 50);
  });
});
