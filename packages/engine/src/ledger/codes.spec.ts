import { describe, expect, it } from '@jest/globals';
import { Interleaver } from '../../test/interleaver.js';
import { Office, accepted, ask, reception, take } from '../../test/office.js';
import { DONG_HAI, HAI_AN, clerkOf, supervisorOver, vn } from '../../test/town.js';
import { formatCode } from './codes.js';

const codeOf = async (office: Office, input: Parameters<typeof reception>[0] = {}) =>
  accepted(await office.desk().ledger.submit(ask(reception(input)))).code;

describe('the code of a dossier', () => {
  it('carries the identifier of the competent ward, the day it was received and a number', async () => {
    const office = new Office();
    expect(await codeOf(office)).toBe('H24.111-261123-0001');
    expect(await codeOf(office)).toBe('H24.111-261123-0002');
    expect(await codeOf(office, { communeCode: '11359' })).toBe('H24.159-261123-0001');
  });

  it('may carry that of the receiving ward, where an installation has chosen so', async () => {
    const office = new Office({ codeOwner: 'receiving' });
    expect(await codeOf(office)).toBe('H24.113-261123-0001');
  });

  it('begins a new day at midnight in Viet Nam, which is 17:00 in Greenwich', async () => {
    const office = new Office({ start: '2026-11-23 23:59:59' });
    expect(await codeOf(office)).toBe('H24.111-261123-0001');
    office.at('2026-11-24 00:00');
    expect(await codeOf(office)).toBe('H24.111-261124-0001');
    expect(office.clock.now()).toBe('2026-11-23T17:00:00.000Z');
  });

  it('counts a dossier that is typed in late on the day it was received', async () => {
    const office = new Office();
    expect(await codeOf(office, { occurredAt: vn('2026-11-20 16:00') })).toBe('H24.111-261120-0001');
  });

  it('is never given twice, however many centres receive at the turn of the day', async () => {
    const office = new Office({ start: '2026-11-23 23:59:59' });
    const interleaver = new Interleaver(7);
    const desks = [
      office.desk(interleaver.schedule),
      office.desk(interleaver.schedule),
      office.desk(interleaver.schedule),
    ];
    const waves = Array.from({ length: 60 }, async (_, i) => {
      if (i === 30) office.at('2026-11-24 00:00');
      const desk = desks[i % 3];
      return desk === undefined ? null : accepted(await desk.ledger.submit(ask(reception()))).code;
    });
    const codes = await interleaver.drive(Promise.all(waves));
    expect(new Set(codes).size).toBe(60);
    expect(codes.every((code) => /^H24\.111-26112[34]-\d{4}$/.test(code ?? ''))).toBe(true);
  });

  it('has five digits after 9999', async () => {
    expect(formatCode({ scope: 'H24.111', day: '261123' }, 9999)).toBe('H24.111-261123-9999');
    expect(formatCode({ scope: 'H24.111', day: '261123' }, 10_000)).toBe('H24.111-261123-10000');
    const office = new Office();
    office.database.codeCounters.set('H24.111 261123', 9999);
    expect(await codeOf(office)).toBe('H24.111-261123-10000');
  });

  it('is not changed by sending the dossier elsewhere', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    const there = clerkOf(DONG_HAI);
    accepted(await ledger.submit(ask({ type: 'transfer', copy: 'electronic' }, { dossierId })));
    accepted(await ledger.submit(ask({ type: 'confirmDelivery' }, { dossierId, by: there })));
    accepted(
      await ledger.submit(ask({ type: 'refuseTransfer', reason: 'wrongJurisdiction' }, { dossierId, by: there })),
    );
    const elsewhere = { residence: { communeCode: '11359' } };
    const again = ask({ type: 'transfer', copy: 'electronic', jurisdiction: elsewhere }, { dossierId });
    expect(accepted(await ledger.submit(again)).code).toBe('H24.111-261123-0001');
  });
});

describe('a provisional code', () => {
  it('stands for a dossier that is held, and leads to it after the agency was found', async () => {
    const office = new Office();
    const { ledger, store } = office.desk();
    const held = ask({
      ...reception({ communeCode: '99999' }),
      holdForJurisdiction: { reason: 'unknownArea' },
    } as never);
    const first = accepted(await ledger.submit(held));
    expect(first).toMatchObject({ code: 'TAM.H24.113-261123-0001', phase: 'jurisdictionPending' });
    office.at('2026-11-25 09:00');
    const decision = { agencyId: DONG_HAI, legalBasis: 'Công văn 1/UBND' };
    const found = ask(
      { type: 'resolveJurisdiction', decision },
      { dossierId: first.dossierId, by: supervisorOver(HAI_AN) },
    );
    expect(accepted(await ledger.submit(found)).code).toBe('H24.111-261123-0001');
    expect(office.stored(first.dossierId).dossier.aliases).toEqual(['TAM.H24.113-261123-0001']);
    expect(await store.dossierIdOf('TAM.H24.113-261123-0001')).toBe(first.dossierId);
  });

  it('is part of what the hash stands for, like the code that follows it in the same batch', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const intake = {
      procedureCode: '1.004873',
      caseKey: 'standard',
      channel: 'online' as const,
      jurisdiction: { residence: { communeCode: '11411' } },
    };
    const { dossierId, code } = accepted(await ledger.submit(ask({ type: 'submit', intake })));
    expect(code).toBe('TAM.H24.113-261123-0001');
    const [received, assigned] = await Promise.all([
      ledger.submit(ask({ type: 'receive' }, { dossierId })),
      ledger.submit(ask({ type: 'assign', officerId: 'officer-1' }, { dossierId })),
    ]);
    expect([accepted(received).code, accepted(assigned).code]).toEqual(['H24.111-261123-0001', 'H24.111-261123-0001']);
    const { events, dossier } = office.stored(dossierId);
    expect(events.map(({ prevHash }) => prevHash).slice(1)).toEqual(events.map(({ hash }) => hash).slice(0, -1));
    expect(dossier.hash).toBe(events.at(-1)?.hash);
    expect(dossier.aliases).toEqual(['TAM.H24.113-261123-0001']);
  });
});
