/** `npm run verify`, as an auditor runs it: against rows and journals that somebody with every right changed behind the service. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { LATENESS_LOOP } from '../src/lateness/lateness.module.js';
import type { FollowLoop } from '../src/follow/follow-loop.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, handOver, open } from './dossier-steps.js';
import { putAside } from './put-aside.js';
import { TAMPERINGS } from './tamperings.js';

/** `npm test` has built it before any spec runs. */
const PROGRAM = fileURLToPath(new URL('../dist/verify.js', import.meta.url));
const SOUND = 0;
const TAMPERED_WITH = 1;
const NOT_VERIFIED = 2;
const PATIENCE_MS = 60_000;

let office: TestApp;
let superuser: Client;
/** A dossier for each way of tampering, and one that nobody touches. */
const dossiers: string[] = [];

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-23T09:00:00+07:00' } });
  superuser = new Client({ connectionString: office.database.superuserUrl });
  await superuser.connect();
  const codes = await play(TAMPERINGS.length + 1);
  await office.app.get<FollowLoop>(LATENESS_LOOP).drain();
  const { rows } = await superuser.query<{ id: string }>(
    'select d.id from dossier d join unnest($1::text[]) with ordinality as o (code, n) using (code) order by o.n',
    [codes],
  );
  dossiers.push(...rows.map(({ id }) => id));
}, 120_000);
afterAll(async () => {
  await superuser.end();
  await office.close();
});

/** Takes dossiers from the counter to the end, late, and with a supplement on the way. Returns their codes. */
async function play(count: number): Promise<readonly string[]> {
  const [haiAn, dongHai] = [await office.as(HAI_AN), await office.as(DONG_HAI)];
  const codes: string[] = [];
  while (codes.length < count) codes.push((await open(haiAn)).code);
  const each = async (caller: typeof haiAn, command: object) => {
    for (const code of codes) expect(await act(caller, code, command)).toMatchObject({ status: 200 });
  };
  await office.goOnTo('2026-11-23T10:30:00+07:00');
  for (const code of codes) await handOver(haiAn, dongHai, code);
  await each(dongHai, { type: 'requestSupplement', components: ['id-card-copy'], reason: 'missingComponent' });
  await office.goOnTo('2026-11-25T09:00:00+07:00');
  await each(haiAn, { type: 'provideSupplement', copy: 'electronic' });
  await office.goOnTo('2026-11-30T15:30:00+07:00');
  await each(dongHai, { type: 'decide', outcome: 'granted' });
  await each(dongHai, { type: 'dispatchResult', copy: 'electronic' });
  await each(haiAn, { type: 'confirmResultArrival' });
  await each(haiAn, { type: 'returnResult', means: 'counter' });
  return codes;
}

interface Verdict {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly complaint: string;
}

async function verify(env: Readonly<Record<string, string>> = { DATABASE_URL: office.database.appUrl }) {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { LIENTHONG_MASTER_KEY: office.env.LIENTHONG_MASTER_KEY, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: out.trimEnd().split('\n'), complaint } satisfies Verdict;
}

const wrong = ({ lines }: Verdict) => lines.filter((line) => line.startsWith('✗'));

describe('what the service wrote', () => {
  it(
    'is found sound, every dossier and every event counted',
    async () => {
      const { rows } = await superuser.query<{ events: string }>('select count(*) as events from event');
      const verdict = await verify();
      expect(verdict).toMatchObject({ code: SOUND, complaint: '' });
      const n = dossiers.length;
      expect(verdict.lines).toEqual([
        `  ${n} hồ sơ · dossiers, ${rows[0]?.events} sự kiện · events …`,
        expect.stringMatching(
          new RegExp(
            `^\\d+ cảnh báo, ${n} hồ sơ được đối chiếu \\(0 đang chờ cập nhật\\) · alerts compared, 0 dossiers pending$`,
          ),
        ),
        `${n}/${n} hồ sơ khớp với sự kiện của chúng · dossiers follow from their journals`,
      ]);
      expect(Number(rows[0]?.events)).toBeGreaterThan(10 * n);
    },
    PATIENCE_MS,
  );

  it(
    'is not called sound by a verifier that is not configured, may too much, or finds no database',
    async () => {
      const unconfigured = await verify({});
      expect(unconfigured).toMatchObject({ code: NOT_VERIFIED, complaint: expect.stringContaining('DATABASE_URL') });
      const asSuperuser = await verify({ DATABASE_URL: office.database.superuserUrl });
      expect(asSuperuser).toMatchObject({ code: NOT_VERIFIED, complaint: expect.stringContaining('is a superuser') });
      const nowhere = await verify({ DATABASE_URL: 'postgres://app:none@127.0.0.1:1/none' });
      expect(nowhere).toMatchObject({ code: NOT_VERIFIED, complaint: expect.stringContaining('cannot be reached') });
    },
    PATIENCE_MS,
  );
});

describe('a dossier that was changed behind the service', () => {
  let verdict: Verdict;
  let putBack: () => Promise<void>;
  beforeAll(async () => {
    ({ putBack } = await putAside(superuser));
    for (const [place, { statements }] of TAMPERINGS.entries()) {
      for (const statement of statements) {
        const { rowCount } = await superuser.query(statement, [dossiers[place]]);
        expect({ statement, changed: rowCount !== 0 }).toEqual({ statement, changed: true });
      }
    }
    verdict = await verify();
  }, PATIENCE_MS);

  it.each(TAMPERINGS.map((tampering, place) => ({ ...tampering, place })))(
    'is named with its first bad row: $that',
    ({ place, named }) => {
      const start = `✗ ${dossiers[place]} `;
      const lines = wrong(verdict).filter((line) => line.startsWith(start));
      expect(lines.map((line) => line.slice(start.length))).toEqual([expect.stringMatching(named)]);
    },
  );

  it('makes the verifier fail, and nobody else is accused', () => {
    expect(verdict.code).toBe(TAMPERED_WITH);
    expect(wrong(verdict)).toHaveLength(TAMPERINGS.length);
    expect(verdict.lines.at(-1)).toMatch(new RegExp(`^1/${dossiers.length} `));
  });

  it(
    'is sound again when everything is put back: what was found was the change, and nothing else',
    async () => {
      await putBack();
      expect(await verify()).toMatchObject({ code: SOUND, complaint: '' });
    },
    PATIENCE_MS,
  );
});
