import { describe, expect, it } from '@jest/globals';
import { refuse } from '@lien-thong/domain';
import type { DossierId } from '@lien-thong/domain';
import { Office, accepted, ask, refusalCode, take } from '../../test/office.js';
import { DONG_HAI, HAI_AN, NGO_QUYEN, clerkOf } from '../../test/town.js';
import type { Envelope, SignedReceipt } from './envelope.js';

const TRANSFER = { type: 'transfer', copy: 'electronic' } as const;

interface Changes extends Partial<SignedReceipt> {
  readonly key?: string;
}

/** A transfer with a receipt that names where the dossier stands, or somewhere else. */
function transfer(office: Office, dossierId: DossierId, { key, ...changes }: Changes = {}): Envelope {
  const { seq, hash } = office.stored(dossierId).dossier;
  const receipt = { position: { seq, hash }, kind: 'offer' as const, payload: 'a.b.c', ...changes };
  return { ...ask(TRANSFER, { dossierId, key: key ?? null }), receipt };
}

describe('a signed receipt', () => {
  it('is stored with the fact it proves, also where the engine confirms the delivery in the same act', async () => {
    for (const consoleOnly of [[], [DONG_HAI]]) {
      const office = new Office({ consoleOnly });
      const { ledger } = office.desk();
      const dossierId = await take(ledger);
      accepted(await ledger.submit(transfer(office, dossierId)));
      expect(office.stored(dossierId).receipts).toEqual([{ dossierId, seq: 2, payload: 'a.b.c' }]);
      expect(office.types(dossierId)[1]).toBe('transferDispatched');
    }
  });

  it('stands at its fact when rungs were found on the way', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    const envelope = transfer(office, dossierId);
    office.at('2026-12-15 09:00');
    accepted(await ledger.submit(envelope));
    const [receipt] = office.stored(dossierId).receipts;
    expect(receipt?.seq).toBeGreaterThan(2);
    expect(office.types(dossierId)[(receipt?.seq ?? 0) - 1]).toBe('transferDispatched');
  });

  it('is stale when the journal has gone on, and the head is told', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    const { seq, hash } = office.stored(dossierId).dossier;
    for (const position of [
      { seq: seq + 1, hash },
      { seq, hash: '0'.repeat(64) },
    ]) {
      const outcome = await ledger.submit(transfer(office, dossierId, { position }));
      const refusal = refuse('receipt-stale', { headSeq: seq, headHash: hash });
      expect(outcome).toEqual({ kind: 'refused', refusal });
    }
    expect(office.stored(dossierId).events).toHaveLength(1);
  });

  it('is stale behind another act of the same batch', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    const assign = ask({ type: 'assign', officerId: 'x.y' as never }, { dossierId });
    const [first, second] = await Promise.all([ledger.submit(assign), ledger.submit(transfer(office, dossierId))]);
    accepted(first);
    expect(refusalCode(second)).toBe('receipt-stale');
    expect(office.stored(dossierId).receipts).toEqual([]);
  });

  it('that was found wrong before is refused in its turn: after the key, before the state is asked', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    const forged = { ...ask(TRANSFER, { dossierId, key: 'k-1' }), receipt: refuse('receipt-forged') };
    expect(refusalCode(await ledger.submit(forged))).toBe('receipt-forged');
    accepted(await ledger.submit(transfer(office, dossierId, { key: 'k-1' })));
    expect(accepted(await ledger.submit(forged)).replayed).toBe(true);
    const again = { ...forged, key: null };
    expect(refusalCode(await ledger.submit(again))).toBe('receipt-forged');
    const stranger = { ...again, party: clerkOf(NGO_QUYEN) };
    expect(refusalCode(await ledger.submit(stranger))).toBe('dossier-not-found');
  });

  it('leaves nothing behind when its act is refused', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    const { seq, hash } = office.stored(dossierId).dossier;
    const accepting = { ...ask({ type: 'acceptTransfer' }, { dossierId, by: clerkOf(HAI_AN) }) };
    const receipt = { position: { seq, hash }, kind: 'acceptance' as const, payload: 'a.b.c' };
    expect((await ledger.submit({ ...accepting, receipt })).kind).toBe('refused');
    expect(office.stored(dossierId).receipts).toEqual([]);
  });
});
