/** The gate before publication, attacked: with a stale verdict, a borrowed one, two sessions of one person, and everybody at once. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newSecret } from '../src/identity/api-key.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { HAI_AN, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import {
  MARITAL,
  NO_SUPPLEMENT,
  REASON,
  change,
  definitionOf,
  draft,
  publish,
  readVerdict,
} from './procedure-steps.js';
import type { Definition } from './procedure-steps.js';

jest.setTimeout(180_000);

const ON = '2026-11-24';
let office: TestApp;
let drafting: HttpCaller;
let publishing: HttpCaller;
let definition: Definition;

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-22T09:00:00+07:00' } });
  drafting = await office.asPerson('haiphong-supervisor', 'admin');
  publishing = await office.asPerson('danang-supervisor', 'admin');
  definition = await definitionOf(drafting, { supplement: NO_SUPPLEMENT });
}, 120_000);
afterAll(async () => {
  await office.close();
});

const newDraft = async (changes: object = {}) => (await draft(drafting, { ...definition, ...changes })).version;
const refusal = (status: number, code: string) => ({ status, body: { code } });
const published = async (version: number) =>
  (
    await office.identities.run('select verdict from procedure_version where code = $1 and version = $2', [
      MARITAL,
      version,
    ])
  ).length;

/** The newest layer again under the next number, with one day off more. */
async function anotherDayOff(date: string): Promise<void> {
  const { run } = office.identities;
  const next = `(select max(version) from calendar_version where layer = 'national')`;
  await run.call(
    office.identities,
    `insert into calendar_version select (jsonb_populate_record(c, jsonb_build_object('version', c.version + 1))).*
     from calendar_version c where layer = 'national' and version = ${next}`,
  );
  await run.call(
    office.identities,
    `insert into holiday select (jsonb_populate_record(h, jsonb_build_object('version', h.version + 1))).*
     from holiday h where layer = 'national' and version = ${next} - 1`,
  );
  await run.call(
    office.identities,
    `insert into holiday select (jsonb_populate_record(h, jsonb_build_object('ordinal', h.ordinal + 1, 'date', $1::text,
       'kind', 'holiday', 'name', 'x', 'notice', 'x'))).*
     from holiday h where layer = 'national' and version = ${next} order by ordinal desc limit 1`,
    [date],
  );
}

describe('a verdict', () => {
  it('of another draft approves nothing', async () => {
    const [one, other] = [await newDraft(), await newDraft({ transferCutoff: null })];
    const borrowed = await readVerdict(publishing, { version: other, effectiveFrom: ON });
    const approval = { ...REASON, verdict: borrowed?.digest };
    const answer = await publish(publishing, { version: one, effectiveFrom: ON, approval });
    expect(answer).toMatchObject(refusal(409, 'verdict-stale'));
    expect(answer.body).toMatchObject({ facts: { verdict: 'OVERDUE_BY_CONSTRUCTION' } });
    const invented = { ...REASON, verdict: createHash('sha256').update('x').digest('hex') };
    expect(await publish(publishing, { version: one, effectiveFrom: ON, approval: invented })).toMatchObject(
      refusal(409, 'verdict-stale'),
    );
    expect(await published(one)).toBe(0);
  });

  it('is not approved by a reason alone, nor by half a digest', async () => {
    const version = await newDraft();
    const path = `/v1/procedures/${MARITAL}/versions/${version}/publish`;
    const send = (approval: object) => publishing.post(path, { effectiveFrom: ON, approval }, { 'if-match': '"v1"' });
    expect(await send(REASON)).toMatchObject(refusal(409, 'approval-required'));
    expect(await send({ ...REASON, verdict: 'abc' })).toMatchObject(refusal(400, 'invalid-body'));
    expect(await send({ verdict: 'a'.repeat(64) })).toMatchObject(refusal(400, 'invalid-body'));
    expect(await published(version)).toBe(0);
  });

  it('read before a calendar changed approves nothing; read again it does, and is kept with the version', async () => {
    const version = await newDraft();
    const before = await readVerdict(publishing, { version, effectiveFrom: ON });
    await anotherDayOff('2026-12-03');
    const stale = { ...REASON, verdict: before?.digest };
    expect(await publish(publishing, { version, effectiveFrom: ON, approval: stale })).toMatchObject(
      refusal(409, 'verdict-stale'),
    );
    expect(await published(version)).toBe(0);
    const after = await readVerdict(publishing, { version, effectiveFrom: ON });
    expect(after?.digest).not.toBe(before?.digest);
    expect(await publish(publishing, { version, effectiveFrom: ON })).toMatchObject({ status: 200 });
    const kept = await publishing.get(`/v1/procedures/${MARITAL}/versions/${version}/feasibility?proofs=none`);
    expect(kept).toMatchObject({
      status: 200,
      body: { revision: null, published: { verdict: after?.verdict, digest: after?.digest } },
    });
  });
});

describe('two people', () => {
  it('are not one person with two sessions', async () => {
    const account = await office.identities.account('haiphong-supervisor', ['admin']);
    const sessionOf = async () => {
      const secret = newSecret();
      await office.identities.run(
        `insert into session (id_hash, account_id, authz_version, expires_at) values ($1, $2, 1, now() + interval '1 hour')`,
        [createHash('sha256').update(secret).digest(), account],
      );
      const origin = new URL(office.env.PUBLIC_URL).origin;
      return office.anonymous.with({ cookie: `lt_session=${secret}`, origin });
    };
    const [monday, tuesday] = [await sessionOf(), await sessionOf()];
    const { version } = await draft(monday, definition);
    expect(await publish(tuesday, { version, effectiveFrom: ON })).toMatchObject(
      refusal(409, 'second-person-required'),
    );
  });

  it('are not two who publish the same draft: of many at the same time one wins, and one row is there', async () => {
    const version = await newDraft();
    const others = await Promise.all(
      ['danang-supervisor', 'quangngai-supervisor', 'danang-supervisor', 'quangngai-supervisor'].map((agency) =>
        office.asPerson(agency, 'admin'),
      ),
    );
    const answers = await Promise.all(others.map((each) => publish(each, { version, effectiveFrom: ON })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      expect(answer).toMatchObject(refusal(409, 'version-published'));
    }
    expect(await published(version)).toBe(1);
  });

  it('cannot have one publish what the other changes at the same time', async () => {
    const version = await newDraft();
    await readVerdict(publishing, { version, effectiveFrom: ON });
    const changed = { ...definition, name: 'Sửa vào phút cuối' };
    const [publication, replacement] = await Promise.all([
      publish(publishing, { version, effectiveFrom: ON }),
      change(drafting, { version, ifMatch: '"v1"', definition: changed }),
    ]);
    const outcome = `${publication.status} ${replacement.status}`;
    expect(['200 409', '412 200']).toContain(outcome);
    expect(await published(version)).toBe(publication.status === 200 ? 1 : 0);
  });
});

describe('a dossier of a version that is not safe', () => {
  it('carries the structural risk from its first minute', async () => {
    const version = await newDraft();
    expect(await publish(publishing, { version, effectiveFrom: ON })).toMatchObject({ status: 200 });
    await office.goOnTo(`${ON}T08:00:00+07:00`);
    await office.goOnTo('2026-11-25T08:00:00+07:00');
    const clerk = await office.as(HAI_AN);
    const { body } = await clerk.get(`/v1/dossiers/${(await open(clerk)).code}`);
    const { risks, feasibility } = body as {
      risks: readonly { rule: string; level: string }[];
      feasibility: { slack: number; infeasible: string };
    };
    expect(risks).toContainEqual(expect.objectContaining({ rule: 'structuralInfeasibility', level: 'high' }));
    expect(feasibility).toMatchObject({ infeasible: 'limit' });
    expect(feasibility.slack).toBeLessThan(0);
  });
});
