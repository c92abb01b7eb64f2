/** Receipts that are cut short, forged, foreign, replayed, overtaken or dated wrongly: each refused with its code, and nothing is written. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { DONG_HAI, DUC_PHO, HAI_AN, act, open } from '../dossier-steps.js';
import type { HttpCaller } from '../http-caller.js';
import { contentsOf } from '../untouched.js';
import { Signer, actSigned, receiptsOf, seconds } from './signer.js';
import type { ReceiptsBody } from './signer.js';

let office: TestApp;
let receiving: HttpCaller;
let competent: HttpCaller;
const signer = new Signer(DONG_HAI);
const stranger = new Signer(DONG_HAI);
const neighbour = new Signer(DUC_PHO);
/** A dossier on its way to Đông Hải, and where its custody stands. */
let code = '';
let standing: ReceiptsBody;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

beforeAll(async () => {
  office = await startApp();
  [receiving, competent] = [await office.as(HAI_AN), await office.as(DONG_HAI)];
  await signer.register(competent, await office.now());
  await neighbour.register(await office.as(DUC_PHO), await office.now());
}, 120_000);
afterAll(async () => {
  await office.close();
});

beforeEach(async () => {
  ({ code } = await open(receiving));
  await act(receiving, code, { type: 'transfer', copy: 'electronic' });
  standing = await receiptsOf(competent, code);
});

/** Sends the delivery with that receipt; it must be refused so, and leave everything as it was. */
async function refused(receipt: string, expected: object, body: object = { type: 'confirmDelivery' }): Promise<void> {
  const before = await contentsOf(office);
  const answer = await act(competent, code, { ...body, receipt });
  expect(answer.body).toMatchObject(expected);
  expect([409, 422]).toContain(answer.status);
  expect(await contentsOf(office)).toEqual(before);
}

const good = (changes: Record<string, unknown> = {}) => signer.claims('delivery', standing, changes);
const hours = (count: number) => ({ iat: seconds(standing.at) + count * 3_600 });

describe('a receipt that is none', () => {
  it.each([
    ['cut in its signature', (jws: string) => jws.slice(0, -40)],
    ['cut in its claims', (jws: string) => jws.slice(0, 200)],
    ['without a signature', (jws: string) => jws.split('.').slice(0, 2).join('.')],
    ['with a fourth part', (jws: string) => `${jws}.AA`],
    ['of another alphabet', (jws: string) => jws.replace('.', '.+/')],
    ['empty', () => ''],
  ])('is refused when it is %s', async (_how, cut) => {
    const jws = cut(signer.jws(good()));
    const before = await contentsOf(office);
    const { status, body } = await act(competent, code, { type: 'confirmDelivery', receipt: jws });
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { code: expect.stringMatching(/^receipt-(malformed|forged)$/) },
    });
    expect(await contentsOf(office)).toEqual(before);
  });

  it.each([
    ['a claim too many', { addressee: 'x' }],
    ['no time', { iat: undefined }],
    ['a digest that is none', { documents: ['zz'] }],
    ['a kind nobody knows', { kind: 'gift' }],
  ])('is refused with %s', async (_what, changes) => {
    await refused(signer.jws(good(changes)), { code: 'receipt-malformed' });
  });

  it.each([
    ['no algorithm', { alg: 'none' }],
    ['a symmetric algorithm', { alg: 'HS256' }],
    ['a key of its own choice in the header', { jwk: stranger.jwk }],
    ['the type of a key proof', { typ: 'lien-thong-key+jwt' }],
    ['an extension it calls critical', { crit: ['exp'] }],
  ])('is refused with %s', async (_what, header) => {
    await refused(signer.jws(good(), header), { code: 'receipt-malformed' });
  });
});

describe('a forged receipt', () => {
  it('is refused: signed with a key nobody registered', async () => {
    await refused(stranger.jws(good()), { code: 'receipt-forged' });
  });

  it('is refused: signed with another key than it names', async () => {
    await refused(stranger.jws(good(), { kid: signer.kid }), { code: 'receipt-forged' });
  });

  it('is refused: naming the key the hub holds', async () => {
    const { keys } = (await receiving.get(`/v1/agencies/${HAI_AN}/keys`)).body as { keys: { kid: string }[] };
    await refused(stranger.jws(good(), { kid: keys[0]?.kid }), { code: 'receipt-forged' });
  });

  it('is refused wherever one byte of it was changed', async () => {
    const jws = signer.jws(good());
    const before = await contentsOf(office);
    const places = Array.from({ length: Math.ceil(jws.length / 7) }, (_, n) => n * 7);
    for (const at of [...places, jws.length - 1].filter((place) => jws[place] !== '.')) {
      // The next letter: of the last one only bits that mean nothing are changed by it.
      const other = ALPHABET[(ALPHABET.indexOf(jws[at] ?? '') + 1) % ALPHABET.length] ?? '';
      const { body } = await act(competent, code, {
        type: 'confirmDelivery',
        receipt: jws.slice(0, at) + other + jws.slice(at + 1),
      });
      expect({ at, ...(body as object) }).toMatchObject({ at, code: expect.stringMatching(/^receipt-/) });
    }
    expect(await contentsOf(office)).toEqual(before);
  });
});

describe('a foreign receipt', () => {
  it.each([
    ['agency', 'iss', { iss: HAI_AN }],
    ['dossier', 'sub', { sub: randomUUID() }],
    ['act', 'kind', { kind: 'acceptance' }],
    ['attempt', 'attempt', { attempt: 2 }],
    ['code', 'code', { code: 'H24.1-260101-0001' }],
    ['documents', 'documents', { documents: ['ff'.repeat(32)] }],
  ])('of another %s is refused', async (_what, field, changes) => {
    await refused(signer.jws(good(changes)), { code: 'receipt-foreign', facts: { field } });
  });

  it('of another agency is refused, though its own key signed it', async () => {
    await refused(neighbour.jws(good()), { code: 'receipt-foreign', facts: { field: 'iss' } });
    const own = neighbour.claims('delivery', standing);
    await refused(neighbour.jws(own), { code: 'receipt-foreign', facts: { field: 'iss' } });
  });

  it('is one for an act that moves no custody', async () => {
    const body = { type: 'startStep', step: 'appraisal' };
    await refused(signer.jws(good()), { code: 'receipt-foreign' }, body);
  });

  it('says another time at the counter than the act', async () => {
    const body = { type: 'confirmDelivery', occurredAt: standing.at };
    const other = new Date(Date.parse(standing.at) - 60_000).toISOString();
    await refused(signer.jws(good({ occurredAt: other })), { facts: { field: 'occurredAt' } }, body);
  });
});

describe('a receipt out of its time', () => {
  it('is stale when the journal has gone on, and the head is told', async () => {
    const { head } = standing;
    const earlier = { position: { seq: head.position.seq - 1, hash: 'ab'.repeat(32) } };
    const told = { headSeq: head.position.seq, headHash: head.position.hash, previous: head.previous };
    await refused(signer.jws(good(earlier)), { code: 'receipt-stale', facts: told });
    await refused(signer.jws(good({ previous: null })), { code: 'receipt-stale', facts: told });
    await refused(signer.jws(good({ position: { ...head.position, hash: 'cd'.repeat(32) } })), {
      code: 'receipt-stale',
    });
  });

  it('counts once', async () => {
    const used = signer.jws(good());
    expect(await act(competent, code, { type: 'confirmDelivery', receipt: used })).toMatchObject({ status: 200 });
    await refused(used, { code: 'receipt-replayed' });
    const { jti } = JSON.parse(Buffer.from(used.split('.')[1] ?? '', 'base64url').toString()) as { jti: string };
    standing = await receiptsOf(competent, code);
    const sameId = signer.jws(signer.claims('acceptance', standing, { jti }));
    await refused(sameId, { code: 'receipt-replayed' }, { type: 'acceptTransfer' });
  });

  it('of a clock that is hours fast is refused', async () => {
    await refused(signer.jws(good(hours(5))), { code: 'receipt-from-future' });
  });

  it('of a clock that is hours slow is refused when it lies before the fact it names', async () => {
    await refused(signer.jws(good(hours(-5))), { code: 'receipt-from-past' });
  });

  it('of a clock that is a minute off is taken', async () => {
    const answer = await actSigned(competent, code, {
      signer,
      body: { type: 'confirmDelivery' },
      changes: { iat: seconds(standing.at) + 60 },
    });
    expect(answer).toMatchObject({ status: 200 });
  });

  it('loses against another act of the same moment: one of two is stale', async () => {
    const send = (type: string, kind: string) =>
      act(competent, code, { type, receipt: signer.jws(signer.claims(kind, standing)) });
    const answers = await Promise.all([send('confirmDelivery', 'delivery'), send('confirmDelivery', 'delivery')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(['receipt-stale', 'command-not-allowed']).toContain((lost?.body as { code: string }).code);
  });
});

it('a stranger learns nothing by a receipt: the dossier does not exist for him', async () => {
  const outsider = await office.as(DUC_PHO);
  const answer = await act(outsider, code, { type: 'confirmDelivery', receipt: neighbour.jws(good()) });
  expect(answer).toMatchObject({ status: 404, body: { code: 'dossier-not-found' } });
});
