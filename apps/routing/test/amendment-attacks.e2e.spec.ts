/** Amendments attacked: by one person alone, on what was not read, over what moves meanwhile, too late, twice. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import {
  amended,
  amendmentBody,
  amendmentOf,
  approve,
  dossiersOf,
  draftAmendment,
  limitOf,
  lookedAt,
  publishedVersion,
  settled,
  takenBack,
} from './amendment-steps.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { calendarWith, changeCalendar, day } from './calendar-steps.js';
import { DONG_HAI, HAI_AN, act, handOver, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let one: HttpCaller;
let other: HttpCaller;
beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-16T08:00:00+07:00' } });
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
  one = await office.asPerson('haiphong-supervisor', 'admin');
  other = await office.asPerson('haiphong-supervisor', 'admin');
  await open(haiAn);
  await publishedVersion(office, 2, { cases: limitOf('3wd') });
  await publishedVersion(office, 3, { cases: limitOf('4wd'), effectiveFrom: '2026-11-20' });
}, 120_000);
afterAll(async () => {
  await office.close();
});

const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code];
interface Put {
  readonly id: string;
  readonly ifMatch: string | null;
  readonly body: object;
}
const put = (caller: HttpCaller, { id, ifMatch, body }: Put) =>
  caller.send('PUT', `/v1/amendments/${id}`, {
    headers: { 'content-type': 'application/json', ...(ifMatch === null ? {} : { 'if-match': ifMatch }) },
    raw: JSON.stringify(body),
  });

describe('a draft', () => {
  const refused = async (changes: object) => codeOf(await one.post('/v1/amendments', amendmentBody(changes)));

  it('names published versions of the procedure, another one to come under, and one in force today', async () => {
    expect(await refused({ toVersion: 9 })).toEqual([422, 'amendment-versions-unknown']);
    expect(await refused({ fromVersions: [1, 8] })).toEqual([422, 'amendment-versions-unknown']);
    expect(await refused({ procedure: '2.000815', toVersion: 2 })).toEqual([422, 'amendment-versions-unknown']);
    expect(await refused({ fromVersions: [1, 2] })).toEqual([409, 'amendment-version-same']);
    expect(await refused({ toVersion: 3 })).toEqual([409, 'amendment-target-not-in-force']);
  });

  it('says everything, and nothing that is not asked for', async () => {
    for (const changes of [
      { policy: 'best' },
      { revertDays: 0 },
      { legalBasis: '' },
      { extra: 1 },
      { fromVersions: [] },
    ]) {
      expect(await refused(changes)).toEqual([400, 'invalid-body']);
    }
  });

  it('is made once under its key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await one.post('/v1/amendments', amendmentBody(), key);
    const again = await one.post('/v1/amendments', amendmentBody(), key);
    expect(again.body).toEqual({ ...(first.body as object), replayed: true });
    expect(codeOf(await one.post('/v1/amendments', amendmentBody({ revertDays: 6 }), key))).toEqual([
      422,
      'key-reused',
    ]);
  });

  it('that is not there is not found, whatever is asked of it', async () => {
    const gone = `/v1/amendments/${randomUUID()}`;
    for (const path of ['', '/dossiers']) expect((await one.get(`${gone}${path}`)).status).toBe(404);
    const seen = { 'if-match': '"v1"' };
    expect((await put(one, { id: gone.slice(15), ifMatch: '"v1"', body: amendmentBody() })).status).toBe(404);
    expect((await one.post(`${gone}/dry-run`, {}, seen)).status).toBe(404);
    expect((await one.post(`${gone}/approve`, { digest: '0'.repeat(64) }, seen)).status).toBe(404);
    expect((await one.post(`${gone}/revert`, { reason: 'none' })).status).toBe(404);
    expect((await one.post(`${gone}/revert/approve`, {})).status).toBe(404);
    expect(codeOf(await one.get('/v1/amendments?cursor=x'))).toEqual([400, 'cursor-invalid']);
  });
});

describe('an approval', () => {
  it('is not given by who drafted it, nor by who changed it last', async () => {
    const drafted = await draftAmendment(one);
    const changed = await put(other, { id: drafted.id, ifMatch: '"v1"', body: amendmentBody({ revertDays: 7 }) });
    expect(changed).toMatchObject({ status: 200, body: { revision: 2, state: 'draft' } });
    const looked = await lookedAt(one, { id: drafted.id, revision: 2 });
    for (const caller of [one, other]) {
      expect(codeOf(await approve(caller, looked))).toEqual([409, 'second-person-required']);
    }
  });

  it('is for the draft that was read, and for the dry run that was read', async () => {
    const looked = await lookedAt(other, await draftAmendment(one));
    expect(codeOf(await approve(other, looked, { digest: 'f'.repeat(64) }))).toEqual([409, 'amendment-dry-run-stale']);
    await put(one, { id: looked.id, ifMatch: '"v1"', body: amendmentBody({ policy: 'rescale' }) });
    expect(codeOf(await approve(other, looked))).toEqual([409, 'amendment-not-open']);
    const again = await lookedAt(other, { id: looked.id, revision: 2 });
    expect(codeOf(await approve(other, { ...again, revision: 1 }))).toEqual([412, 'version-stale']);
    const unsaid = await other.post(`/v1/amendments/${looked.id}/approve`, { digest: again.dryRun?.digest });
    expect(codeOf(unsaid)).toEqual([428, 'if-match-required']);
    expect(codeOf(await put(one, { id: looked.id, ifMatch: null, body: amendmentBody() }))).toEqual([
      428,
      'if-match-required',
    ]);
    expect(
      codeOf(await put(one, { id: looked.id, ifMatch: '"v2"', body: amendmentBody({ procedure: '2.000815' }) })),
    ).toEqual([409, 'amendment-procedure-differs']);
  });

  it('is refused with what has changed since: a calendar', async () => {
    const looked = await lookedAt(other, await draftAmendment(one));
    const days = await calendarWith(one, 'national', (exceptions) => [...exceptions, day('2026-12-31')]);
    await changeCalendar([one, other], 'national', days);
    expect(await approve(other, looked)).toMatchObject({
      status: 409,
      body: { code: 'amendment-dry-run-stale', facts: { changed: ['calendars'] } },
    });
  }, 60_000);

  it('is given once', async () => {
    await open(haiAn);
    const looked = await lookedAt(other, await draftAmendment(one, { fromVersions: [2], toVersion: 1 }));
    expect((await approve(other, looked)).status).toBe(202);
    await settled(one, looked.id);
    expect(codeOf(await approve(other, looked))).toEqual([409, 'amendment-not-open']);
    expect(codeOf(await put(one, { id: looked.id, ifMatch: '"v1"', body: amendmentBody() }))).toEqual([
      409,
      'amendment-not-open',
    ]);
  });
});

describe('a run', () => {
  it('judges a dossier that moved on since the dry run as it stands at its turn', async () => {
    const [decided, withdrawn, kept] = [await open(haiAn), await open(haiAn), await open(haiAn)];
    for (const { code } of [decided, withdrawn, kept]) await handOver(haiAn, dongHai, code);
    const change = { fromVersions: [2], toVersion: 1, policy: 'mostFavourable' };
    const looked = await lookedAt(other, await draftAmendment(one, change));
    await act(dongHai, decided.code, { type: 'decide', outcome: 'granted' });
    await act(dongHai, withdrawn.code, { type: 'withdraw' });
    expect((await approve(other, looked)).status).toBe(202);
    await settled(one, looked.id);
    const rows = await dossiersOf(one, looked.id);
    const stateOf = (code: string) => {
      const row = rows.find(({ dossier }) => dossier === code);
      return [row?.state, row?.result?.code ?? null];
    };
    expect(stateOf(decided.code)).toEqual(['leftOut', 'amendment-dossier-decided']);
    expect(stateOf(withdrawn.code)).toEqual(['leftOut', 'amendment-dossier-ended']);
    expect(stateOf(kept.code)).toEqual(['amended', null]);
  });

  it('waits for a dossier somebody holds, and lets no other amendment of the version begin meanwhile', async () => {
    const { code } = await open(haiAn);
    const second = await lookedAt(other, await draftAmendment(one, { fromVersions: [2], toVersion: 1 }));
    const first = await lookedAt(other, await draftAmendment(one, { fromVersions: [2], toVersion: 1 }));
    const holder = new Client({ connectionString: office.database.migratorUrl });
    await holder.connect();
    await holder.query(`select set_config('app.scope', 'ledger', false)`);
    await holder.query('begin');
    await holder.query('select from dossier where code = $1 for update', [code]);
    expect((await approve(other, first)).status).toBe(202);
    expect(await approve(other, second)).toMatchObject({
      status: 409,
      body: { code: 'amendment-crossing', facts: { amendment: first.id } },
    });
    expect((await amendmentOf(one, first.id)).state).toBe('running');
    await holder.query('rollback');
    await holder.end();
    expect((await settled(one, first.id)).state).toBe('done');
    // The other one, when its turn comes, finds them under another version.
    expect((await approve(other, second)).status).toBe(202);
    await settled(one, second.id);
    expect(await dossiersOf(one, second.id, '?state=leftOut')).toMatchObject([
      { result: { code: 'amendment-moved-on' } },
    ]);
  });
});

describe('a reversal', () => {
  it('needs two persons, what was done, and the days it may be made in', async () => {
    await open(haiAn);
    const looked = await lookedAt(other, await draftAmendment(one, { fromVersions: [2], toVersion: 1, revertDays: 2 }));
    const ask = () => one.post(`/v1/amendments/${looked.id}/revert`, { reason: 'Văn bản bị thu hồi' });
    expect(codeOf(await ask())).toEqual([409, 'amendment-not-open']);
    await approve(other, looked);
    await settled(one, looked.id);
    const confirm = (caller: HttpCaller, named: readonly string[] = []) =>
      caller.post(`/v1/amendments/${looked.id}/revert/approve`, { named });
    expect(codeOf(await confirm(other))).toEqual([409, 'amendment-not-open']);
    expect((await ask()).status).toBe(200);
    expect(codeOf(await confirm(one))).toEqual([409, 'second-person-required']);
    expect(codeOf(await confirm(other, ['H24.9-261118-9999']))).toEqual([422, 'amendment-named-unknown']);
    await office.goOnTo('2026-11-18T10:00:00+07:00');
    expect(codeOf(await ask())).toEqual([409, 'amendment-revert-too-late']);
    expect(codeOf(await confirm(other))).toEqual([409, 'amendment-revert-too-late']);
  });

  it('is made once, and not of a dossier another amendment has followed', async () => {
    await open(haiAn);
    const first = await amended([one, other], { fromVersions: [2], toVersion: 1 });
    const second = await amended([one, other], { fromVersions: [1], toVersion: 2 });
    expect(second.state).toBe('done');
    const back = await takenBack([one, other], first.id);
    expect(back.state).toBe('reverted');
    const left = await dossiersOf(one, first.id, '?state=notReverted');
    expect(left.map(({ result }) => result?.code)).toContain('amendment-moved-on');
    expect(codeOf(await one.post(`/v1/amendments/${first.id}/revert`, { reason: 'again' }))).toEqual([
      409,
      'amendment-not-open',
    ]);
  });
});
