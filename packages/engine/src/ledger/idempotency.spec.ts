import { describe, expect, it } from '@jest/globals';
import { Interleaver } from '../../test/interleaver.js';
import { Office, accepted, ask, reception, refusalCode, take, takeOver } from '../../test/office.js';
import { DONG_HAI, HAI_AN, NGO_QUYEN, clerkOf, supervisorOver } from '../../test/town.js';

const keyed = (key: string, more: { communeCode?: string } = {}) => ask(reception(more), { key });

describe('a request that is sent twice', () => {
  it('is done once and answered the same both times', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const first = accepted(await ledger.submit(keyed('k-1')));
    const again = accepted(await ledger.submit(keyed('k-1')));
    expect(again).toEqual({ ...first, replayed: true });
    expect(office.database.dossiers.size).toBe(1);
  });

  it('is done once when both arrive in one batch', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const [first, again] = await Promise.all([ledger.submit(keyed('k-1')), ledger.submit(keyed('k-1'))]);
    expect(again).toEqual({ ...accepted(first), replayed: true });
    expect(office.database.commits).toBe(1);
    expect(office.database.dossiers.size).toBe(1);
  });

  it('is done once when both arrive at two processes at the same time', async () => {
    for (let seed = 0; seed < 30; seed++) {
      const office = new Office();
      const interleaver = new Interleaver(seed);
      const desks = [office.desk(interleaver.schedule), office.desk(interleaver.schedule)];
      const answers = await interleaver.drive(Promise.all(desks.map(({ ledger }) => ledger.submit(keyed('k-1')))));
      const [one, two] = answers.map(accepted);
      expect(one?.eventIds).toEqual(two?.eventIds);
      expect([one?.replayed, two?.replayed].sort()).toEqual([false, true]);
      expect(office.database.dossiers.size).toBe(1);
    }
  });

  it('keeps the private data that came with it once', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const sealed = ask(reception(), { key: 'k-1', private: { sealed: 'YQ==' } });
    const { dossierId } = accepted(await ledger.submit(sealed));
    await ledger.submit(sealed);
    expect(office.stored(dossierId).privates).toEqual([{ dossierId, payload: { sealed: 'YQ==' } }]);
  });

  it('belongs to the agency that sent it: another one may use the same key', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    await ledger.submit(keyed('k-1'));
    const other = accepted(await ledger.submit(ask(reception(), { key: 'k-1', by: clerkOf(DONG_HAI) })));
    expect(other.replayed).toBe(false);
    expect(office.database.dossiers.size).toBe(2);
  });
});

describe('a key that is used for something else', () => {
  it('is refused, after the first use and in the same batch', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const other = keyed('k-1', { communeCode: '11359' });
    const [first, second] = await Promise.all([ledger.submit(keyed('k-1')), ledger.submit(other)]);
    accepted(first);
    expect(refusalCode(second)).toBe('key-reused');
    expect(refusalCode(await ledger.submit(other))).toBe('key-reused');
    expect(office.database.dossiers.size).toBe(1);
  });

  it('is free after a refusal: a refusal stores nothing', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const nowhere = ask(reception({ procedureCode: '9.999999' }), { key: 'k-1' });
    expect(refusalCode(await ledger.submit(nowhere))).toBe('procedure-unknown');
    expect(office.database.answers.size).toBe(0);
    accepted(await ledger.submit(keyed('k-1')));
  });
});

describe('the checks come in order', () => {
  it('a dossier of others does not exist, whatever key or version is named', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await takeOver(ledger);
    const stranger = { dossierId, by: clerkOf(NGO_QUYEN), key: 'k-1', ifMatch: 1 };
    expect(refusalCode(await ledger.submit(ask({ type: 'withdraw' }, stranger)))).toBe('dossier-not-found');
    const elsewhere = { dossierId, by: supervisorOver(NGO_QUYEN) };
    expect(refusalCode(await ledger.submit(ask({ type: 'withdraw' }, elsewhere)))).toBe('dossier-not-found');
    const unknown = { dossierId: '0193a000-0000-7000-8000-000000000009' as typeof dossierId };
    expect(refusalCode(await ledger.submit(ask({ type: 'withdraw' }, unknown)))).toBe('dossier-not-found');
  });

  it('an answered request is answered again although its version is stale by now', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    const request = ask({ type: 'transfer', copy: 'electronic' }, { dossierId, key: 'k-1', ifMatch: 1 });
    const first = accepted(await ledger.submit(request));
    expect(first.version).toBe(2);
    expect(accepted(await ledger.submit(request))).toEqual({ ...first, replayed: true });
  });

  it('a stale version is refused with the version as it is, before the command is looked at', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    accepted(await ledger.submit(ask({ type: 'assign', officerId: 'officer-1' }, { dossierId, ifMatch: 1 })));
    const late = await ledger.submit(ask({ type: 'acceptTransfer' }, { dossierId, ifMatch: 1 }));
    expect(late).toMatchObject({ kind: 'refused', refusal: { code: 'version-stale', facts: { currentVersion: 2 } } });
  });

  it('a receipt and a rung leave the version of a page as it is', async () => {
    const office = new Office();
    const { ledger, sweep } = office.desk();
    const dossierId = await take(ledger);
    accepted(await ledger.submit(ask({ type: 'transfer', copy: 'electronic' }, { dossierId })));
    accepted(await ledger.submit(ask({ type: 'confirmDelivery' }, { dossierId, by: clerkOf(DONG_HAI) })));
    office.at('2026-11-25 17:00');
    expect((await sweep.runOnce()).facts).toBeGreaterThan(0);
    const act = ask({ type: 'acceptTransfer' }, { dossierId, by: clerkOf(DONG_HAI), ifMatch: 2 });
    expect(accepted(await ledger.submit(act)).version).toBe(3);
  });

  it('an agency that is sent the dossier in a batch may answer later in the same batch', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    const answers = await Promise.all([
      ledger.submit(ask({ type: 'transfer', copy: 'electronic' }, { dossierId })),
      ledger.submit(ask({ type: 'confirmDelivery' }, { dossierId, by: clerkOf(DONG_HAI) })),
    ]);
    expect(answers.map((answer) => accepted(answer).phase)).toEqual(['inTransfer', 'awaitingAcceptance']);
    expect(office.types(dossierId)).toEqual(['received', 'transferDispatched', 'transferDelivered']);
  });

  it('a key without an agency is the fault of its sender alone', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const nobody = { ...clerkOf(HAI_AN), agencyId: null };
    const [fault, fine] = await Promise.allSettled([
      ledger.submit(ask(reception(), { by: nobody, key: 'k-1' })),
      ledger.submit(ask(reception())),
    ]);
    expect([fault?.status, fine?.status]).toEqual(['rejected', 'fulfilled']);
  });
});
