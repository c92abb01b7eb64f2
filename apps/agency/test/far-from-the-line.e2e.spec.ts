/** What goes wrong far away: a line that is cut for days, a clock that is wrong, dossiers for somebody else, and messages nobody sent. */
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valueOf, verifyReceipt } from '@lien-thong/client';
import type { Client } from '@lien-thong/client';
import type { Hub } from '../../../infra/testing/hub.js';
import { until } from '../../../infra/testing/until.js';
import { Office, PROGRAM, play } from './office.js';
import { DONG_HAI, DOSSIER, HAI_AN, Town } from './town.js';

const VAN_TUONG = 'quangngai-van-tuong';
const FRIDAY = '2026-11-20T14:00:00+07:00';
const TUESDAY = '2026-11-24T08:00:00+07:00';
const HERE = { residence: { communeCode: '11413' } };
const SEND_IT = { then: [{ type: 'transfer', copy: 'electronic' }] } as const;

let town: Town;
let hub: Hub;
let folder: string;
let clerk: Client;
let ward: Office;
let neighbour: Office;

beforeAll(async () => {
  town = await Town.at(FRIDAY);
  ({ hub, folder, clerk } = town);
  ward = await town.open('ward', { agency: HAI_AN, policy: { after: { transfer: 'never' } } });
  neighbour = await town.open('neighbour', {
    agency: DONG_HAI,
    policy: { competentFor: { communes: ['11411'], procedures: ['1.004873'] }, suggestedAgency: VAN_TUONG },
    signingKey: '../neighbour.jwk',
  });
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

describe('a ward whose line is cut from Friday to Tuesday', () => {
  it('takes dossiers in meanwhile, loses none although its power goes twice, and sends them in order with their true times', async () => {
    await ward.tell({ do: 'cut' });
    for (const name of ['a', 'b', 'c']) {
      await ward.take(name, { ...DOSSIER, ...SEND_IT, occurredAt: FRIDAY }, FRIDAY);
      expect((await ward.tell({ do: 'work', at: FRIDAY }))['acts']).toBe(0);
      if (name === 'c') continue;
      await ward.kill9();
      await ward.start();
      await ward.tell({ do: 'cut' });
    }
    expect(await ward.status()).toMatchObject({ line: 'down', queue: { queued: 6, sent: 0, conflicts: [] } });
    await hub.goOnTo(TUESDAY);
    await ward.tell({ do: 'restore' });
    await ward.work(TUESDAY);
    expect(await ward.status()).toMatchObject({ line: 'up', open: 3, queue: { queued: 0, sent: 6, conflicts: [] } });
    const { dossiers } = valueOf(await clerk.listDossiers({ state: 'open' }));
    expect(dossiers.map(({ phase }) => phase)).toEqual(['inTransfer', 'inTransfer', 'inTransfer']);
    for (const { code } of dossiers) {
      const { journal } = valueOf(await clerk.readTimeline({ code }));
      const [received] = journal;
      expect(received).toMatchObject({ type: 'dossier.received.v1', occurredAt: new Date(FRIDAY).toISOString() });
      expect(Date.parse(received?.recordedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(TUESDAY));
    }
  }, 120_000);

  it('is shown what was refused, with the reason and what to do; the other dossiers go on, and a person decides', async () => {
    // Lives in the ward itself: there is nobody to transfer it to.
    await ward.take('own', { intake: { ...DOSSIER.intake, jurisdiction: HERE }, ...SEND_IT }, TUESDAY);
    await ward.take('clock ahead', { ...DOSSIER, occurredAt: '2026-11-24T13:00:00+07:00' }, TUESDAY);
    await ward.take('well', DOSSIER, TUESDAY);
    await ward.work(TUESDAY);
    const { queue } = await ward.status();
    expect(queue).toMatchObject({ queued: 0, sent: 8 });
    expect(queue.conflicts.map(({ command, problem }) => [command, problem.code])).toEqual([
      ['transfer', 'command-not-allowed'],
      ['receive', 'occurred-in-future'],
    ]);
    expect(
      queue.conflicts.every(({ problem }) => problem.title !== '' && problem.todo !== '' && problem.titleEn !== ''),
    ).toBe(true);
    await ward.kill9();
    await ward.start();
    const [transfer, receive] = queue.conflicts;
    await ward.tell({ do: 'drop', id: transfer?.id ?? '' });
    await ward.tell({ do: 'amend', id: receive?.id ?? '', occurredAt: TUESDAY });
    expect(await ward.order({ do: 'drop', id: 'unheard-of' })).toMatchObject({ ok: false });
    await ward.work(TUESDAY);
    expect((await ward.status()).queue).toMatchObject({ queued: 0, conflicts: [] });
    expect(valueOf(await clerk.listDossiers({ state: 'open' })).counts.total).toBe(6);
  }, 120_000);
});

describe('an office with a key of its own', () => {
  it('signs what it takes over and what it refuses, and anybody can check it', async () => {
    const config = join(folder, 'neighbour', 'agency.json');
    const env = { LIENTHONG_KEY: hub.key(DONG_HAI) };
    const { stdout: kid } = await promisify(execFile)(process.execPath, [PROGRAM, 'key', config], { env });
    await neighbour.close();
    await neighbour.start();
    await ward.take(
      'not for them',
      { ...DOSSIER, intake: { ...DOSSIER.intake, procedureCode: '1.001193' }, ...SEND_IT },
      TUESDAY,
    );
    await ward.work(TUESDAY);
    await play({ offices: [neighbour], goOnTo: hub.goOnTo }, TUESDAY, '2026-11-24T10:00:00+07:00');
    expect((await neighbour.status()).queue).toMatchObject({ queued: 0, conflicts: [] });
    const { dossiers } = valueOf(await clerk.listDossiers({}));
    const phases = dossiers.map(({ phase }) => phase);
    expect([...phases].sort()).toEqual([
      'processing',
      'processing',
      'processing',
      'processing',
      'received',
      'received',
      'transferReturned',
    ]);
    const returned = dossiers.find(({ phase }) => phase === 'transferReturned');
    const { receipts } = valueOf(await clerk.readReceipts({ code: returned?.code ?? '' }));
    const { keys } = valueOf(await clerk.listAgencyKeys({ id: DONG_HAI }));
    const key = keys.find((each) => each.kid === kid.trim());
    expect(key).toBeDefined();
    const signed = receipts.filter((receipt) => receipt.kid === kid.trim());
    expect(signed.map(({ kind }) => kind)).toEqual(['delivery', 'refusal']);
    for (const { jws } of signed) {
      const claims = await verifyReceipt(jws, key?.jwk as Parameters<typeof verifyReceipt>[1]);
      expect(claims).toMatchObject({ iss: DONG_HAI, code: returned?.code });
    }
  }, 120_000);
});

describe('messages on the bus that the service did not send', () => {
  it('change nothing, are shown to the operator, and do not stop the true ones', async () => {
    const subject = `agency.${DONG_HAI}.inbox.facts`;
    const before = await neighbour.status();
    const cursor = before.cursor ?? '';
    const n = Number(cursor.split('.').at(-1));
    const forged = { specversion: '1.0', id: 'x', n, cursor, data: { dossierId: 'x' } };
    const foreign = { ...forged, n: 1, cursor: 'other.1' };
    await publishRaw(hub.nats.hubUrl, subject, ['[{"torn":', JSON.stringify([forged]), JSON.stringify([foreign])]);
    await until(
      async () => Object.values((await neighbour.status()).ignored).reduce((sum, count) => sum + count, 0) === 3,
    );
    const after = await neighbour.status();
    expect(after.ignored).toEqual({ 'bus-unreadable': 1, 'bus-differs-from-feed': 1, 'bus-other-epoch': 1 });
    expect(after).toMatchObject({ dossiers: before.dossiers, cursor: before.cursor, line: 'up' });
    expect(new Set(after.notices.map(({ code }) => code))).toEqual(new Set(Object.keys(after.ignored)));
  }, 60_000);
});

describe('an office on real time', () => {
  it('takes files from its folder, tells its operator how it stands, and obeys him', async () => {
    const place = join(folder, 'real');
    const office = await Office.open({
      service: 'http://127.0.0.1:9',
      agency: HAI_AN,
      key: hub.key(HAI_AN),
      folder: place,
    });
    await office.close();
    const config = join(place, 'agency.json');
    const inbox = join(place, 'state', 'in');
    const env = { LIENTHONG_KEY: hub.key(HAI_AN) };
    const running = execFile(process.execPath, [PROGRAM, 'run', config], { env });
    try {
      writeFileSync(join(inbox, 'hand-in.part'), JSON.stringify(DOSSIER));
      renameSync(join(inbox, 'hand-in.part'), join(inbox, 'hand-in.json'));
      writeFileSync(join(inbox, 'scribble.json'), 'not JSON');
      await until(() => readdirSync(join(inbox, 'bad')).length === 2);
      expect(readdirSync(join(inbox, 'done'))).toEqual(['hand-in.json']);
      const shown = async () =>
        (await promisify(execFile)(process.execPath, [PROGRAM, 'status', config], { env })).stdout;
      await until(async () => (await shown()).includes('đang chờ đường truyền'));
      expect(await shown()).toContain('Chờ gửi / to send: 1');
      await promisify(execFile)(process.execPath, [PROGRAM, 'tell', config, '{"do":"cut"}'], { env });
      await until(() => readdirSync(join(place, 'state', 'do')).length === 0);
      await expect(promisify(execFile)(process.execPath, [PROGRAM, 'run', config], { env })).rejects.toThrow('in use');
    } finally {
      running.kill('SIGTERM');
      await until(() => running.exitCode !== null || running.signalCode !== null);
    }
    expect(
      readFileSync(join(place, 'state', 'queue.log'), 'utf8')
        .trim()
        .split('\n'),
    ).toHaveLength(1);
  }, 60_000);

  it('says how to use it, and refuses a configuration that makes no sense with a sentence', async () => {
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, [PROGRAM, ...args], { env: {} }).catch(
        (fault: { stderr: string }) => fault.stderr,
      );
    expect(await run()).toContain('agency run');
    const file = join(folder, 'wrong.json');
    const right = { agency: 'a', service: 'http://x', folder: 'f' };
    for (const [wrong, sentence] of [
      [{ ...right, agency: 7 }, '"agency"'],
      [{ ...right, bus: 'sometimes' }, '"bus" is one of'],
      [{ ...right, policy: { after: { accept: 'soon' } } }, 'is no duration'],
      [{ ...right, policy: { after: { dance: '1h' } } }, 'policy.after'],
      [{ ...right, policy: { hours: { shifts: ['7-8'] } } }, 'is no shift'],
      [{ ...right, policy: { hours: { shifts: [] } } }, 'shifts is empty'],
      [right, 'LIENTHONG_KEY'],
    ] as const) {
      writeFileSync(file, JSON.stringify(wrong));
      expect(await run('run', file)).toContain(sentence);
    }
  }, 60_000);
});

/** Publishes as the hub would, in the plain protocol of NATS. */
function publishRaw(hubUrl: string, subject: string, texts: readonly string[]): Promise<void> {
  const { hostname, port, username, password } = new URL(hubUrl);
  return new Promise((done, failed) => {
    const socket = connect({ host: hostname, port: Number(port) });
    const login = { verbose: false, pedantic: false, user: username, pass: decodeURIComponent(password) };
    const messages = texts.map((text) => `PUB ${subject} ${Buffer.byteLength(text)}\r\n${text}\r\n`);
    socket.on('data', (data) => {
      if (String(data).includes('-ERR')) failed(new Error(String(data)));
      if (String(data).includes('PONG')) socket.end(done);
    });
    socket.write(`CONNECT ${JSON.stringify(login)}\r\n${messages.join('')}PING\r\n`);
  });
}
