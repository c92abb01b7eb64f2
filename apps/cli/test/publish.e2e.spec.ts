/** An admin's whole path by command line against the real service: draft, lint, compare, look, publish; and every way to get it wrong. */
import { rmSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, valueOf } from '@lien-thong/client';
import { startHub } from '../../../infra/testing/hub.js';
import type { Hub } from '../../../infra/testing/hub.js';
import { Files, definition, lienthong, withTransfer } from './lienthong.js';
import type { Said } from './lienthong.js';

const CODE = '1.004873';
const REASON = ['--reason', 'Thí điểm theo chỉ đạo của Ủy ban nhân dân thành phố'];
const MONDAY = ['--from', '2026-11-23'];

const files = new Files();
let hub: Hub;

beforeAll(async () => {
  // Thursday.
  hub = await startHub('2026-11-19T09:00:00+07:00');
}, 240_000);
afterAll(async () => {
  await hub.close();
  rmSync(files.folder, { recursive: true });
}, 60_000);

/** Two administrations, and an agency whose software is a clerk. */
const DRAFTS = 'haiphong-supervisor-admin';
const PUBLISHES = 'danang-supervisor-admin';
const CLERK = 'haiphong-hai-an';

const as = (agency: string, ...argv: string[]): Promise<Said> =>
  lienthong(argv, { LIENTHONG_HUB: hub.url, LIENTHONG_KEY: hub.key(agency) });
const publish = (agency: string, name: string, ...options: string[]): Promise<Said> =>
  as(agency, 'procedures', 'publish', name, ...options);
const clientOf = (agency: string) =>
  createClient({ baseUrl: hub.url, credentials: { kind: 'apiKey', key: hub.key(agency) } });
const stateOf = async (version: number) =>
  valueOf(await clientOf(DRAFTS).listVersions({ code: CODE })).versions.find((one) => one.version === version)?.state;

async function drafted(transfer: string): Promise<string> {
  const file = files.json(`${transfer}.json`, withTransfer(definition(CODE), transfer));
  const { exitCode, out } = await as(DRAFTS, 'procedures', 'import', file, '--json');
  expect(exitCode).toBe(0);
  const { code, version } = JSON.parse(out) as { code: string; version: number };
  return `${code}@${version}`;
}

describe('a draft', () => {
  let name = '';

  it('is made from a file, linted and compared in words with what is in force', async () => {
    name = await drafted('0.4wd');
    expect(name).toBe(`${CODE}@2`);
    expect(await as(DRAFTS, 'procedures', 'lint', name)).toMatchObject({ exitCode: 0 });
    const { exitCode, out } = await as(DRAFTS, 'procedures', 'diff', `${CODE}@1`, name);
    expect([exitCode, out]).toEqual([
      1,
      expect.stringContaining('Thời hạn chuyển hồ sơ giảm từ 1 còn 0,4 ngày làm việc'),
    ]);
    expect(out).toContain('0 hồ sơ đang mở theo bản 1, vẫn theo bản ấy');
  }, 60_000);

  it('is shown with all that publishing would do, and nothing is done', async () => {
    const { exitCode, out } = await publish(PUBLISHES, name, ...MONDAY, ...REASON, '--dry-run');
    expect(exitCode).toBe(0);
    expect(out).toContain(`Sẽ công bố ${name} (lần sửa 1, người soạn`);
    expect(out).toContain('thay bản 1; 0 hồ sơ đang mở vẫn theo bản cũ');
    expect(out).toMatch(/mốc thời gian, tiếp nhận 2026-11-01 đến 2027-10-31: OVERDUE_BY_CONSTRUCTION\. /);
    expect(out).toMatch(/standard, 1\.5wd, .*: OVERDUE_BY_CONSTRUCTION, trễ đến 100\.0 %/);
    expect(out).toMatch(/digest của kết luận: [0-9a-f]{64}\n/);
    expect(await publish(PUBLISHES, name, ...MONDAY, ...REASON)).toMatchObject({
      ...{ exitCode: 2, err: expect.stringContaining('--yes') },
    });
    expect(await stateOf(2)).toBe('draft');
  }, 60_000);

  it('is not published by whoever drafted it, from a day that is past, without a reason or for another verdict, nor by a clerk', async () => {
    const refused = async (said: Promise<Said>, exitCode: number, code: string): Promise<void> =>
      expect(await said).toMatchObject({ exitCode, out: '', err: expect.stringContaining(code) });
    await refused(publish(DRAFTS, name, ...MONDAY, ...REASON, '--yes'), 1, 'second-person-required');
    await refused(publish(PUBLISHES, name, '--from', '2026-11-19', ...REASON, '--yes'), 1, 'effective-too-early');
    await refused(publish(PUBLISHES, name, ...MONDAY, '--yes'), 1, 'approval-required');
    const other = ['--verdict', '0'.repeat(64)];
    await refused(publish(PUBLISHES, name, ...MONDAY, ...REASON, ...other, '--yes'), 1, 'verdict-stale');
    await refused(publish(CLERK, name, ...MONDAY, ...REASON, '--yes'), 1, `${CODE}@2`);
    const unknown = { LIENTHONG_HUB: hub.url, LIENTHONG_KEY: 'lt_nobody_nothing' };
    await refused(lienthong(['procedures', 'lint', name], unknown), 3, 'unauthenticated');
    await refused(publish(PUBLISHES, `${CODE}@99`, ...MONDAY, '--yes'), 1, `${CODE}@99`);
    await refused(as(PUBLISHES, 'procedures', 'lint', `${CODE}@99`), 2, 'not-found');
    expect(await stateOf(2)).toBe('draft');
  }, 60_000);

  it('that was changed after it was read is not published under the revision that was read', async () => {
    const body = { ...withTransfer(definition(CODE), '0.3wd') } as never;
    valueOf(await clientOf(DRAFTS).replaceDraft({ code: CODE, version: 2, ifMatch: '"v1"', body }));
    const stale = await publish(PUBLISHES, name, ...MONDAY, ...REASON, '--revision', '1', '--yes');
    expect(stale).toMatchObject({ exitCode: 1, err: expect.stringContaining('version-stale') });
    expect(await stateOf(2)).toBe('draft');
  }, 60_000);

  it('is published once, by the second person, with the reason on record', async () => {
    const { exitCode, out, err } = await publish(PUBLISHES, name, ...MONDAY, ...REASON, '--revision', '2', '--yes');
    expect([exitCode, out]).toEqual([0, expect.stringContaining(`✓ Đã công bố ${name}, hiệu lực từ 2026-11-23`)]);
    expect(err).toContain('giảm từ 1 còn 0,3 ngày làm việc');
    expect(out).toContain('lý do: Thí điểm theo chỉ đạo');
    const again = await publish(PUBLISHES, name, ...MONDAY, ...REASON, '--yes');
    expect(again).toMatchObject({ exitCode: 1, err: expect.stringContaining('đã được công bố') });
  }, 60_000);

  it('is published by one of two who try at the same moment', async () => {
    const other = await drafted('0.2wd');
    const attempt = () => publish(PUBLISHES, other, '--from', '2026-12-07', ...REASON, '--yes');
    const codes = (await Promise.all([attempt(), attempt()])).map(({ exitCode }) => exitCode);
    expect(codes.sort()).toEqual([0, 1]);
  }, 60_000);
});

describe('a version that is published', () => {
  it('is exported as the same bytes each time, and the file is good for another draft', async () => {
    const [one, two] = ['one.json', 'two.json'].map((file) => join(files.folder, file));
    for (const file of [one ?? '', two ?? '']) {
      expect(await as(CLERK, 'procedures', 'export', `${CODE}@2`, '--out', file)).toMatchObject({ exitCode: 0 });
    }
    expect(readFileSync(one ?? '')).toEqual(readFileSync(two ?? ''));
    expect(await lienthong(['procedures', 'lint', one ?? ''])).toMatchObject({ exitCode: 0 });
    expect(await as(DRAFTS, 'procedures', 'import', one ?? '')).toMatchObject({ exitCode: 0 });
  }, 60_000);

  it('is compared with a file by its places, and proved on the calendars at hand', async () => {
    const file = files.json('plain.json', definition(CODE));
    const { exitCode, out } = await as(CLERK, 'procedures', 'diff', file, `${CODE}@2`);
    expect([exitCode, out]).toEqual([1, expect.stringContaining('legs.transfer.budget: 1wd → 0.3wd ↓')]);
    const proof = await as(CLERK, 'feasibility', `${CODE}@2`, '--route', 'sameAgency', '--json');
    expect(JSON.parse(proof.out)).toMatchObject({ code: CODE, version: 2, routes: [{ route: 'sameAgency' }] });
  }, 60_000);

  it('ends with 3 when the service is gone', async () => {
    await hub.kill9();
    expect(await as(CLERK, 'procedures', 'export', `${CODE}@2`)).toMatchObject({ exitCode: 3, out: '' });
    await hub.start();
  }, 120_000);
});
