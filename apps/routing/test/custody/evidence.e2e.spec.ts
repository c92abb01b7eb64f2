/** Evidence of a dossier, exported through the API and checked offline; whatever is tampered with is found, and named. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@lien-thong/domain';
import { run } from '../../../cli/src/run.js';
import { NotEvidence, verifyEvidence } from '../../../../packages/client/src/evidence/index.js';
import type { Evidence, EvidenceVerdict } from '../../../../packages/client/src/evidence/index.js';
import { chanceOf } from '../../../../infra/demo/random.mjs';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { DONG_HAI, HAI_AN, act, open, reception } from '../dossier-steps.js';
import type { HttpCaller } from '../http-caller.js';
import { tampered } from './mutations.js';
import { Signer, actSigned } from './signer.js';

const NAME = 'Trần Thị Không Lộ';
const DOCUMENT = { component: 'CT-01', sha256: '5d'.repeat(32), size: 1, mediaType: 'application/pdf' };
const folder = mkdtempSync(join(tmpdir(), 'lt-evidence-'));

let office: TestApp;
let receiving: HttpCaller;
let evidence: Evidence;
let text = '';
let hubKey = '';

beforeAll(async () => {
  office = await startApp();
  receiving = await office.as(HAI_AN);
  const code = await eventful(await office.as(DONG_HAI));
  const answer = await receiving.get(`/v1/dossiers/${code}/evidence`);
  expect(answer).toMatchObject({ status: 200 });
  ({ text } = answer);
  evidence = JSON.parse(text) as Evidence;
  const { hub } = (await receiving.get(`/v1/agencies/${HAI_AN}/keys`)).body as { hub: { jwk: { x: string } } };
  hubKey = hub.jwk.x;
}, 180_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await office.close();
});

/** Sent back once and sent again, late, with a supplement round; one side signs itself, with two keys. */
async function eventful(competent: HttpCaller): Promise<string> {
  let signer = new Signer(DONG_HAI);
  await signer.register(competent, await office.now());
  const intake = { ...(reception()['intake'] as object), documents: [DOCUMENT] };
  const { code } = await open(receiving, {
    ...reception({ intake }),
    private: { persons: [{ role: 'applicant', name: NAME }] },
  });
  const own = async (body: { type: string } & object) =>
    expect(await actSigned(competent, code, { signer, body })).toMatchObject({ status: 200 });
  const done = async (caller: HttpCaller, body: object) =>
    expect(await act(caller, code, body)).toMatchObject({ status: 200 });
  await done(receiving, { type: 'transfer', copy: 'electronic' });
  await own({ type: 'confirmDelivery' });
  await own({ type: 'refuseTransfer', reason: 'incompleteCopy' } as never);
  await office.goOnTo('2026-03-04T08:00:00+07:00');
  signer = new Signer(DONG_HAI);
  await signer.register(competent, await office.now());
  await done(receiving, { type: 'transfer', copy: 'electronic' });
  await own({ type: 'confirmDelivery' });
  await own({ type: 'acceptTransfer' });
  await done(competent, { type: 'requestSupplement', components: ['CT-02'], reason: 'missing' });
  await office.goOnTo('2026-03-06T08:00:00+07:00');
  await done(receiving, {
    type: 'provideSupplement',
    copy: 'electronic',
    documents: [{ ...DOCUMENT, sha256: '0f'.repeat(32) }],
  });
  await office.goOnTo('2026-03-11T09:00:00+07:00');
  await done(competent, { type: 'decide', outcome: 'granted' });
  await own({ type: 'dispatchResult', copy: 'electronic' } as never);
  await act(receiving, code, { type: 'confirmResultArrival' });
  await done(receiving, { type: 'returnResult', means: 'counter' });
  return code;
}

const verdict = (value: unknown, trust: { hubKey?: string } = {}): Promise<EvidenceVerdict | 'no evidence'> =>
  verifyEvidence(value, trust).catch((error: unknown) => {
    if (error instanceof NotEvidence) return 'no evidence';
    throw error;
  });

describe('exported evidence', () => {
  it('holds the whole story: two attempts, rungs the engine found, receipts of both sides', () => {
    const types = evidence.journal.map(({ type }) => type);
    expect(types.filter((type) => type === 'dossier.transferDispatched.v1')).toHaveLength(2);
    expect(types).toContain('dossier.clockBreached.v1');
    expect(evidence.receipts.length).toBeGreaterThanOrEqual(9);
    expect(evidence.keys.map(({ heldBy }) => heldBy).sort()).toEqual(['agency', 'agency', 'hub']);
    expect(evidence.segments.length).toBeGreaterThan(3);
  });

  it('is sound, by the key of the hub', async () => {
    expect(await verdict(evidence, { hubKey })).toMatchObject({ sound: true, report: { hubKey: 'trusted' } });
    expect(await verdict(JSON.parse(JSON.stringify(evidence)))).toMatchObject({ sound: true });
  });

  it('holds no person', () => {
    expect(text).not.toContain(NAME);
    expect(text).not.toMatch(/Không Lộ|persons|"private"/);
  });

  it('is not given to an agency that has nothing to do with the dossier', async () => {
    const stranger = await office.as('quangngai-duc-pho');
    for (const part of ['evidence', 'receipts']) {
      const answer = await stranger.get(`/v1/dossiers/${evidence.dossier.code}/${part}`);
      expect(answer).toMatchObject({ status: 404, body: { code: 'dossier-not-found' } });
    }
  });

  it('of a dossier still on its way is sound too', async () => {
    const { code } = await open(receiving);
    await act(receiving, code, { type: 'transfer', copy: 'electronic' });
    const { body } = await receiving.get(`/v1/dossiers/${code}/evidence`);
    expect(await verdict(body, { hubKey })).toMatchObject({ sound: true });
  });
});

const MEMBERS = [
  'dossier',
  'journal',
  'receipts',
  'keys',
  'rules',
  'clocks',
  'segments',
  'exportedAt',
  'hub',
  'seal',
  'format',
];
/** What the seal does not have to vouch for: it proves itself. */
const PROVED = ['dossier', 'journal', 'receipts', 'clocks', 'segments'];

/** As somebody would who has everything but the hub's key: he seals it anew, with his own. */
function resealed(value: unknown): unknown {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const { seal: _, ...rest } = { ...(value as Evidence), hub: { kty: 'OKP', crv: 'Ed25519', x } };
  const part = (each: object) => Buffer.from(JSON.stringify(each)).toString('base64url');
  const digest = createHash('sha256').update(canonicalJson(rest)).digest('hex');
  const said = `${part({ alg: 'EdDSA', typ: 'lien-thong-evidence+jwt', kid: 'own' })}.${part({ digest })}`;
  return { ...rest, seal: `${said}.${sign(null, Buffer.from(said), privateKey).toString('base64url')}` };
}

describe('tampering with evidence', () => {
  it('is found at each of 400 random places', async () => {
    const random = chanceOf(20_261_122);
    let tried = 0;
    while (tried < 400) {
      const { value, how } = tampered(evidence, MEMBERS, random);
      if (canonicalJson(value) === canonicalJson(evidence)) continue;
      tried += 1;
      const result = await verdict(value, { hubKey });
      const found = result === 'no evidence' || !result.sound;
      expect({ how, found }).toEqual({ how, found: true });
    }
  }, 240_000);

  it('is found at each of 300 random places of what happened, also when the file was sealed anew', async () => {
    const random = chanceOf(7);
    expect(await verdict(resealed(evidence))).toMatchObject({ sound: true });
    expect(await verdict(resealed(evidence), { hubKey })).toMatchObject({ sound: false, finding: { row: 'seal' } });
    let tried = 0;
    while (tried < 300) {
      const { value, how } = tampered(evidence, PROVED, random);
      if (canonicalJson(value) === canonicalJson(evidence)) continue;
      tried += 1;
      const result = await verdict(resealed(value));
      const found = result === 'no evidence' || !result.sound;
      expect({ how, found }).toEqual({ how, found: true });
    }
  }, 240_000);

  it('names the event whose content was changed', async () => {
    for (const [place, event] of evidence.journal.entries()) {
      const journal = evidence.journal.with(place, { ...event, occurredAt: '2026-03-01T00:00:00.000Z' as never });
      const finding = { row: 'event', at: place + 1, field: 'content' };
      expect(await verdict({ ...evidence, journal })).toMatchObject({ sound: false, finding });
      const gone = { ...evidence, journal: evidence.journal.toSpliced(place, 1) };
      expect(await verdict(gone)).toMatchObject({ sound: false, finding: { row: 'event', at: place + 1 } });
    }
  });

  it('names the receipt that is missing, foreign, moved or signed by another key', async () => {
    const other = new Signer(HAI_AN);
    for (const [place, { seq, jws }] of evidence.receipts.entries()) {
      const at = { sound: false, finding: { row: 'receipt', at: seq } };
      expect(await verdict({ ...evidence, receipts: evidence.receipts.toSpliced(place, 1) })).toMatchObject(at);
      const claims = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as object;
      const { kid } = JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()) as { kid: string };
      const forged = { seq, jws: other.jws(claims, { kid }) };
      const receipts = evidence.receipts.with(place, forged);
      const finding = { row: 'receipt', at: seq, field: 'signature' };
      expect(await verdict({ ...evidence, receipts })).toMatchObject({ sound: false, finding });
    }
  });

  it('names the key that was not yet, or no longer, in force when it signed', async () => {
    const shifted = (place: number, changes: object) => ({
      ...evidence,
      keys: evidence.keys.map((key, index) => (index === place ? { ...key, ...changes } : key)),
    });
    for (const place of evidence.keys.keys()) {
      for (const changes of [{ validFrom: '2026-12-01T00:00:00.000Z' }, { revokedAt: '2026-03-01T00:00:00.000Z' }]) {
        const finding = { row: 'receipt', field: 'iat' };
        expect(await verdict(shifted(place, changes))).toMatchObject({ sound: false, finding });
      }
    }
  });

  it('names the clock and the segment whose minutes were changed', async () => {
    for (const [place, segment] of evidence.segments.entries()) {
      const { n, legalMinutes } = segment as { n: number; legalMinutes: number };
      const segments = evidence.segments.with(place, { ...(segment as object), legalMinutes: legalMinutes + 1 });
      const finding = { row: 'segment', at: n, field: 'legalMinutes', expected: legalMinutes, found: legalMinutes + 1 };
      expect(await verdict({ ...evidence, segments })).toMatchObject({ sound: false, finding });
    }
    for (const [place, clock] of evidence.clocks.entries()) {
      const { id, used } = clock as { id: string; used: number };
      const clocks = evidence.clocks.with(place, { ...(clock as object), used: used + 1 });
      const finding = { row: 'clock', at: id, field: 'used' };
      expect(await verdict({ ...evidence, clocks })).toMatchObject({ sound: false, finding });
    }
  });

  it('with the calendar it was reckoned by moves the minutes, and is found there', async () => {
    const rules = structuredClone(evidence.rules) as { province: { hours: { week: Record<string, unknown[]> }[] } };
    for (const { week } of rules.province.hours) {
      for (const day of ['mon', 'tue', 'wed', 'thu', 'fri']) week[day] = [{ from: '08:00', to: '12:00' }];
    }
    const found = await verdict(resealed({ ...evidence, rules }));
    expect(found).toMatchObject({ sound: false, finding: { row: 'clock' } });
  });
});

describe('lienthong verify', () => {
  const verify = async (content: string, ...options: string[]) => {
    const file = join(folder, 'evidence.json');
    writeFileSync(file, content);
    const [out, err]: [string[], string[]] = [[], []];
    const output = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
    const exitCode = await run(['verify', file, ...options], { key: null }, output);
    return { exitCode, out: out.join('\n'), err: err.join('\n') };
  };

  it('ends with 0 for a sound file, in both languages', async () => {
    const { exitCode, out } = await verify(text, '--hub-key', hubKey);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^✓ .* biên nhận[^]*receipts/);
    expect(JSON.parse((await verify(text, '--json')).out)).toMatchObject({
      sound: true,
      report: { hubKey: 'asserted' },
    });
  });

  it('ends with 1 and names the first bad row', async () => {
    const journal = evidence.journal.toSpliced(2, 1);
    const bad = await verify(JSON.stringify({ ...evidence, journal }));
    expect(bad).toMatchObject({ exitCode: 1, out: expect.stringMatching(/sự kiện 3[^]*event 3/) });
    const elsewhere = await verify(text, '--hub-key', 'A'.repeat(43));
    expect(elsewhere).toMatchObject({ exitCode: 1, out: expect.stringMatching(/niêm phong[^]*seal/) });
  });

  it('ends with 2 for what it cannot read', async () => {
    for (const content of ['', '{', '[]', '{"format":"other"}', text.slice(0, -9)]) {
      expect(await verify(content)).toMatchObject({ exitCode: 2, out: '' });
    }
    const output = { out: () => undefined, err: () => undefined };
    for (const argv of [[], ['verify'], ['verify', 'a', 'b'], ['verify', '--what'], ['verify', '/nowhere/x.json']]) {
      expect(await run(argv, { key: null }, output)).toBe(2);
    }
  });
});
