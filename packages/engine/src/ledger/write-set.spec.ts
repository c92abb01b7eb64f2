import { describe, expect, it } from '@jest/globals';
import type { DossierId } from '@lien-thong/domain';
import { Office, accepted, ask, take, takeOver } from '../../test/office.js';
import type { Desk } from '../../test/office.js';
import { DONG_HAI, HAI_AN, NGO_QUYEN, clerkOf, vn } from '../../test/town.js';
import { plantedStore } from '../../test/planted-store.js';
import { verifyJournal } from '../journal/verify-journal.js';
import { storedDossier } from '../memory/rows.js';
import type { BatchWrite } from '../ports/store.js';
import { batchIn } from './batch.js';
import type { Envelope } from './envelope.js';

/** What a batch would write; the transaction is not committed. */
async function writesOf({ store, ports }: Desk, envelopes: readonly Envelope[]): Promise<BatchWrite> {
  const seen: BatchWrite[] = [];
  const stop = new Error('seen enough');
  const spying = plantedStore(store, () => ({
    write: (batch) => {
      seen.push(batch);
      return Promise.resolve(new Map());
    },
  }));
  const run = spying.transaction(async (tx) => {
    await batchIn(tx, envelopes, ports);
    throw stop;
  });
  await expect(run).rejects.toBe(stop);
  const [batch] = seen;
  if (batch === undefined) throw new Error('nothing was written');
  return batch;
}

function verified(office: Office, id: DossierId) {
  const rows = office.stored(id);
  return verifyJournal(storedDossier(rows, 'everything'), rows.events, office.reference.rulesOf(rows.dossier.pin));
}

describe('what an act writes', () => {
  it('leaves the rows alone that it did not change', async () => {
    const office = new Office();
    const desk = office.desk();
    const dossierId = await takeOver(desk.ledger);
    const assign = (officerId: string) => ask({ type: 'assign', officerId }, { dossierId, by: clerkOf(DONG_HAI) });
    const { dossiers } = await writesOf(desk, [assign('officer-1'), assign('officer-2')]);
    expect(dossiers).toMatchObject([{ isNew: false, replaceAll: false, clocks: [], segments: [], parties: [] }]);
    expect(dossiers[0]?.events).toHaveLength(2);
  });

  it('closes a segment and opens the next when the minutes change hands', async () => {
    const office = new Office();
    const desk = office.desk();
    const dossierId = await take(desk.ledger);
    office.at('2026-11-23 10:00');
    const { dossiers } = await writesOf(desk, [ask({ type: 'transfer', copy: 'electronic' }, { dossierId })]);
    expect(dossiers[0]?.segments.map(({ n, to, owner }) => [n, to === null, owner.kind])).toEqual([
      [1, false, 'agency'],
      [2, true, 'exchange'],
    ]);
    expect(dossiers[0]?.parties).toEqual([{ dossierId, agencyId: DONG_HAI, role: 'addressed' }]);
  });

  it('makes an agency party again that had sent the dossier back and gets it a second time', async () => {
    const office = new Office();
    const desk = office.desk();
    const { ledger } = desk;
    const dossierId = await take(ledger);
    const sendTo = async (communeCode: string, to: typeof DONG_HAI) => {
      const jurisdiction = { residence: { communeCode } };
      accepted(await ledger.submit(ask({ type: 'transfer', copy: 'electronic', jurisdiction }, { dossierId })));
      accepted(await ledger.submit(ask({ type: 'confirmDelivery' }, { dossierId, by: clerkOf(to) })));
      accepted(
        await ledger.submit(
          ask({ type: 'refuseTransfer', reason: 'wrongJurisdiction' }, { dossierId, by: clerkOf(to) }),
        ),
      );
    };
    await sendTo('11411', DONG_HAI);
    await sendTo('11359', NGO_QUYEN);
    const jurisdiction = { residence: { communeCode: '11411' } };
    const { dossiers } = await writesOf(desk, [
      ask({ type: 'transfer', copy: 'electronic', jurisdiction }, { dossierId }),
    ]);
    expect(dossiers[0]?.parties).toEqual([{ dossierId, agencyId: DONG_HAI, role: 'addressed' }]);
  });

  it('names an agency that joined and left within the batch: it was told, and may ask', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    await Promise.all([
      ledger.submit(ask({ type: 'transfer', copy: 'electronic' }, { dossierId })),
      ledger.submit(ask({ type: 'recallTransfer', reason: 'mistake' }, { dossierId })),
    ]);
    const parties = [...office.stored(dossierId).parties.values()].map(({ agencyId, role }) => `${agencyId} ${role}`);
    expect(parties).toEqual([`${HAI_AN} receiving`, `${DONG_HAI} addressed`]);
  });
});

describe('the correction of a reception', () => {
  const correct = (dossierId: DossierId, time: string) =>
    ask({ type: 'correctReception', receivedAt: vn(time), reason: 'typingError' }, { dossierId });

  it('folds the whole journal anew and replaces clocks and segments', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await takeOver(ledger);
    office.at('2026-11-23 16:00');
    const before = office.stored(dossierId).clocks.get('legal');
    accepted(await ledger.submit(correct(dossierId, '2026-11-23 08:00')));
    const legal = office.stored(dossierId).clocks.get('legal');
    expect((before?.dueAt ?? 0) - (legal?.dueAt ?? 0)).toBe(60);
    expect(office.types(dossierId).at(-1)).toBe('receptionCorrected');
    expect(verified(office, dossierId)).toBeNull();
  });

  it('holds for the acts that follow it in the same batch', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await takeOver(ledger);
    office.at('2026-11-23 16:00');
    const by = clerkOf(DONG_HAI);
    const outcomes = await Promise.all([
      ledger.submit(ask({ type: 'assign', officerId: 'officer-1' }, { dossierId, by })),
      ledger.submit(correct(dossierId, '2026-11-23 08:30')),
      ledger.submit(ask({ type: 'decide', outcome: 'granted' }, { dossierId, by })),
      ledger.submit(correct(dossierId, '2026-11-23 08:00')),
    ]);
    expect(outcomes.map((outcome) => accepted(outcome).seq)).toEqual([5, 6, 7, 8]);
    expect(office.stored(dossierId).dossier.receivedAt).toBe(vn('2026-11-23 08:00'));
    expect(verified(office, dossierId)).toBeNull();
  });
});
