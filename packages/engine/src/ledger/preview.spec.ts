import { describe, expect, it } from '@jest/globals';
import { Office, accepted, ask, reception, take, takeOver } from '../../test/office.js';
import { DONG_HAI, NGO_QUYEN, clerkOf, vn } from '../../test/town.js';

/** Everything the database holds, as one text. */
function snapshot({ database }: Office): string {
  return JSON.stringify({
    dossiers: [...database.dossiers].map(([id, rows]) => [id, rows.dossier, rows.events]),
    counters: [...database.codeCounters, ...database.feedCounters],
    rest: [...database.answers, ...database.codes],
  });
}

describe('a dry run', () => {
  it('says what a reception would lead to, and allocates nothing', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const before = snapshot(office);
    const outcome = await ledger.preview(ask(reception(), { key: 'k-1', private: { sealed: 'YQ==' } }));
    expect(outcome).toMatchObject({
      kind: 'foreseen',
      phase: 'received',
      facts: [{ type: 'dossier.received.v1', data: { code: '' } }],
    });
    expect(snapshot(office)).toBe(before);
    expect(accepted(await ledger.submit(ask(reception()))).code).toBe('H24.111-261123-0001');
  });

  it('says what an act would lead to, without the rungs found on the way', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await takeOver(ledger);
    office.at('2026-11-26 08:00');
    const before = snapshot(office);
    const outcome = await ledger.preview(
      ask({ type: 'decide', outcome: 'granted' }, { dossierId, by: clerkOf(DONG_HAI) }),
    );
    expect(outcome).toMatchObject({ kind: 'foreseen', phase: 'decided', facts: [{ type: 'dossier.decided.v1' }] });
    expect(snapshot(office)).toBe(before);
  });

  it('refuses what would be refused', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    const transfer = { type: 'transfer', copy: 'electronic' } as const;
    const outcomes = [
      await ledger.preview(ask(transfer, { dossierId, by: clerkOf(NGO_QUYEN) })),
      await ledger.preview(ask(transfer, { dossierId, ifMatch: 7 })),
      await ledger.preview(ask({ type: 'returnResult', means: 'counter' }, { dossierId })),
      await ledger.preview(ask(reception({ procedureCode: '9.999999' }))),
      await ledger.preview(ask(transfer)),
    ];
    expect(outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.refusal.code : 'foreseen'))).toEqual([
      'dossier-not-found',
      'version-stale',
      'command-not-allowed',
      'procedure-unknown',
      'dossier-not-found',
    ]);
  });

  it('foresees the correction of a reception, for which the whole journal is read', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    const correct = ask(
      { type: 'correctReception', receivedAt: vn('2026-11-23 08:00'), reason: 'typingError' },
      { dossierId },
    );
    expect(await ledger.preview(correct)).toMatchObject({
      kind: 'foreseen',
      facts: [{ type: 'dossier.receptionCorrected.v1' }],
    });
    expect(office.types(dossierId)).toEqual(['received']);
  });

  it('waits for nobody who holds the dossier', async () => {
    const office = new Office();
    const { ledger, store } = office.desk();
    const dossierId = await take(ledger);
    const outcome = await store.transaction(async (tx) => {
      await tx.lockDossiers([dossierId]);
      return ledger.preview(ask({ type: 'transfer', copy: 'electronic' }, { dossierId }));
    });
    expect(outcome.kind).toBe('foreseen');
  });
});
