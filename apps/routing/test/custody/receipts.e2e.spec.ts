/** Custody moves on signed receipts: those of agencies with a key of their own, and those the hub signs for the others. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../../../infra/testing/until.js';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { DONG_HAI, HAI_AN, act, open, reception } from '../dossier-steps.js';
import type { HttpCaller } from '../http-caller.js';
import { opensslAccepts } from './openssl.js';
import { Signer, actSigned, receiptsOf } from './signer.js';
import type { ReceiptsBody } from './signer.js';

const DOCUMENT = { component: 'CT-01', sha256: 'ab'.repeat(32), size: 1, mediaType: 'application/pdf' };
const LATER = { component: 'CT-02', sha256: '0c'.repeat(32), size: 1, mediaType: 'application/pdf' };

let office: TestApp;
let receiving: HttpCaller;
let competent: HttpCaller;
const signer = new Signer(DONG_HAI);

beforeAll(async () => {
  office = await startApp();
  [receiving, competent] = [await office.as(HAI_AN), await office.as(DONG_HAI)];
}, 120_000);
afterAll(async () => {
  await office.close();
});

const withDocument = () => reception({ intake: { ...(reception()['intake'] as object), documents: [DOCUMENT] } });

/** The whole way of a dossier: one agency without a key, the other signing by `acts`. */
async function wholeWay(acts: (code: string, body: { type: string }) => Promise<unknown>): Promise<string> {
  const { code } = await open(receiving, withDocument());
  expect(await act(receiving, code, { type: 'transfer', copy: 'electronic' })).toMatchObject({ status: 200 });
  await acts(code, { type: 'confirmDelivery' });
  await acts(code, { type: 'acceptTransfer' });
  const decision = { type: 'decide', outcome: 'granted', documents: [LATER] };
  expect(await act(competent, code, decision)).toMatchObject({ status: 200 });
  await acts(code, { type: 'dispatchResult', copy: 'electronic' } as { type: string });
  const arrived = await act(receiving, code, { type: 'confirmResultArrival' });
  expect([200, 409]).toContain(arrived.status);
  expect(await act(receiving, code, { type: 'returnResult', means: 'counter' })).toMatchObject({ status: 200 });
  return code;
}

const KINDS = ['offer', 'delivery', 'acceptance', 'result', 'arrival', 'return'];

/** Each receipt names the one before it, its place and the documents known there. */
function expectChain({ receipts }: ReceiptsBody): void {
  expect(receipts.map(({ kind }) => kind)).toEqual(KINDS);
  let previous: string | null = null;
  for (const { jws, digest, claims, kind } of receipts) {
    expect(digest).toBe(createHash('sha256').update(jws).digest('hex'));
    expect(claims).toMatchObject({ kind, previous });
    const known = ['result', 'arrival', 'return'].includes(kind) ? [LATER.sha256, DOCUMENT.sha256] : [DOCUMENT.sha256];
    expect(claims['documents']).toEqual(known);
    previous = digest;
  }
}

describe('agencies without a key of their own', () => {
  let body: ReceiptsBody;
  beforeAll(async () => {
    const code = await wholeWay(async (of, command) => {
      expect(await act(competent, of, command)).toMatchObject({ status: 200 });
    });
    body = await receiptsOf(receiving, code);
  });

  it('get every receipt signed by the hub, chained, with the fact itself as position', () => {
    expectChain(body);
    for (const { seq, claims } of body.receipts) expect(claims['position']).toMatchObject({ seq });
    const issuers = body.receipts.map(({ claims }) => claims['iss']);
    expect(issuers).toEqual([HAI_AN, DONG_HAI, DONG_HAI, DONG_HAI, HAI_AN, HAI_AN]);
  });

  it('can show them to anybody who has openssl and the registry', async () => {
    const { keys } = (await receiving.get(`/v1/agencies/${HAI_AN}/keys`)).body as {
      keys: { kid: string; heldBy: string; jwk: { x: string } }[];
    };
    expect(keys).toMatchObject([{ heldBy: 'hub' }]);
    const [offer] = body.receipts;
    const [key] = keys;
    expect(offer?.kid).toBe(key?.kid);
    expect(opensslAccepts(offer?.jws ?? '', key?.jwk.x ?? '')).toBe(true);
    const [head = '', claims = '', signature = ''] = (offer?.jws ?? '').split('.');
    const other = Buffer.from(claims, 'base64url').toString().replace('"attempt":1', '"attempt":2');
    const forged = [head, Buffer.from(other).toString('base64url'), signature].join('.');
    expect(opensslAccepts(forged, key?.jwk.x ?? '')).toBe(false);
  });

  it('read the same receipts again, and never a second one for the same fact', async () => {
    const code = String(body.head.code);
    const again = await Promise.all([1, 2, 3].map(() => receiptsOf(competent, code)));
    for (const each of again) expect(each.receipts).toEqual(body.receipts);
  });

  it('get them soon after the commit, whether anybody reads them or not', async () => {
    const { code } = await open(receiving);
    expect(await act(receiving, code, { type: 'transfer', copy: 'electronic' })).toMatchObject({ status: 200 });
    await office.identities.run(`select set_config('app.scope', 'ledger', false)`);
    const signed = () =>
      office.identities.run(
        'select r.kind from custody_receipt r join dossier d on d.id = r.dossier_id where d.code = $1',
        [code],
      );
    await until(async () => (await signed()).length > 0);
    expect(await signed()).toEqual([{ kind: 'offer' }]);
  });

  it('find the person named who acted at the console', async () => {
    const clerk = await office.asPerson(HAI_AN);
    const { code } = await open(receiving);
    const sent = await clerk.post(
      `/v1/dossiers/${code}/commands`,
      { type: 'transfer', copy: 'electronic' },
      { 'if-match': '"v1"' },
    );
    expect(sent).toMatchObject({ status: 200 });
    const [offer] = (await receiptsOf(receiving, code)).receipts;
    expect(offer?.claims['officer']).toMatch(/^a[0-9a-f]{8}$/);
  });
});

describe('an agency with a key of its own', () => {
  beforeAll(async () => {
    await signer.register(competent, await office.now());
  });

  it('is asked for a receipt when it moves custody, and only then', async () => {
    const { code } = await open(receiving);
    await act(receiving, code, { type: 'transfer', copy: 'electronic' });
    const bare = await act(competent, code, { type: 'confirmDelivery' });
    expect(bare).toMatchObject({ status: 422, body: { code: 'receipt-required', facts: { kind: 'delivery' } } });
    const dry = await competent.post(`/v1/dossiers/${code}/commands?dryRun=true`, { type: 'confirmDelivery' });
    expect(dry).toMatchObject({ status: 200 });
    const assigned = { type: 'assign', officerId: 'x.y' };
    expect((await act(competent, code, assigned)).body).not.toMatchObject({ code: 'receipt-required' });
  });

  it('signs its part of the chain, the hub the rest', async () => {
    const code = await wholeWay(async (of, body) => {
      expect(await actSigned(competent, of, { signer, body })).toMatchObject({ status: 200 });
    });
    const body = await receiptsOf(receiving, code);
    expectChain(body);
    const own = body.receipts.filter(({ kid }) => kid === signer.kid);
    expect(own.map(({ kind }) => kind)).toEqual(['delivery', 'acceptance', 'result']);
    for (const { seq, claims, jws } of own) {
      expect(claims['position']).toMatchObject({ seq: seq - 1 });
      expect(opensslAccepts(jws, signer.jwk.x)).toBe(true);
    }
  });

  it('is answered the same when it repeats an act, also signed anew', async () => {
    const { code } = await open(receiving);
    await act(receiving, code, { type: 'transfer', copy: 'electronic' });
    const body = await receiptsOf(competent, code);
    const send = (receipt: string) =>
      competent.post(
        `/v1/dossiers/${code}/commands`,
        { type: 'confirmDelivery', receipt },
        { 'idempotency-key': `again-${code}` },
      );
    const receipt = signer.jws(signer.claims('delivery', body));
    expect(await send(receipt)).toMatchObject({ status: 200, body: { replayed: false } });
    expect(await send(receipt)).toMatchObject({ status: 200, body: { replayed: true } });
    const anew = signer.jws(signer.claims('delivery', body));
    expect(await send(anew)).toMatchObject({ status: 200, body: { replayed: true } });
    expect((await receiptsOf(competent, code)).receipts.map(({ jws }) => jws)).toContain(receipt);
  });

  it('may send its receipts in a batch', async () => {
    const { code } = await open(receiving);
    await act(receiving, code, { type: 'transfer', copy: 'electronic' });
    const receipt = signer.jws(signer.claims('delivery', await receiptsOf(competent, code)));
    const batch = await competent.post('/v1/commands', [
      { dossier: code, body: { type: 'confirmDelivery' } },
      { dossier: code, body: { type: 'confirmDelivery', receipt } },
    ]);
    expect(batch).toMatchObject({
      body: { results: [{ problem: { code: 'receipt-required' } }, { answer: { phase: 'awaitingAcceptance' } }] },
    });
  });
});
