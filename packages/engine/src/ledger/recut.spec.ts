import { describe, expect, it } from '@jest/globals';
import { procedureForTest } from '@lien-thong/domain/testing';
import type { DossierId } from '@lien-thong/domain';
import { Office, accepted, ask, take } from '../../test/office.js';
import type { Desk } from '../../test/office.js';
import { DONG_HAI, NGO_QUYEN, clerkOf, townData, vn } from '../../test/town.js';
import { verifyJournal } from '../journal/verify-journal.js';
import { storedDossier } from '../memory/rows.js';
import { IndexedReference } from '../reference/reference.js';
import { Ledger } from './ledger.js';

const RECUT = 'dossier.subDeadlinesRecut.v1';
const REFERENCE = new IndexedReference({
  ...townData({ consoleOnly: [NGO_QUYEN] }),
  procedures: [procedureForTest({ subDeadlines: { policy: 'proportional' } })],
});

/** The town whose one procedure cuts sub-deadlines anew. */
function opened(): { readonly office: Office; readonly ledger: Ledger; readonly desk: Desk } {
  const office = new Office();
  const desk = office.desk();
  return { office, desk, ledger: new Ledger({ ...desk.ports, reference: REFERENCE }) };
}

const sendOff = (dossierId: DossierId) => ask({ type: 'transfer', copy: 'electronic' }, { dossierId });
const confirm = (dossierId: DossierId) =>
  ask({ type: 'confirmDelivery' }, { dossierId, by: clerkOf(DONG_HAI), key: 'receipt-1' });

describe('sub-deadlines cut anew', () => {
  it('are journaled by the engine in the transaction of the act by which the leg ended, and answered with it', async () => {
    const { office, ledger } = opened();
    const dossierId = await take(ledger);
    accepted(await ledger.submit(sendOff(dossierId)));
    const answer = accepted(await ledger.submit(confirm(dossierId)));
    const { events } = office.stored(dossierId);
    const [delivered, recut] = events.slice(-2);
    expect(recut).toMatchObject({
      type: RECUT,
      actor: { kind: 'engine', agencyId: null, officerId: null },
      data: { cause: { seq: 3, type: 'dossier.transferDelivered.v1' }, remainingMinutes: 720, shortByMinutes: 0 },
    });
    expect(answer).toMatchObject({ eventIds: [delivered?.id, recut?.id], version: 2 });
    expect(recut?.prevHash).toBe(delivered?.hash);
    // A repeated request gets the same answer, and nothing is cut twice.
    expect(accepted(await ledger.submit(confirm(dossierId)))).toEqual({ ...answer, replayed: true });
    expect(office.types(dossierId).filter((type) => type === 'subDeadlinesRecut')).toHaveLength(1);
  });

  it('stand in the rows as the journal folds to them, and in the feed of both agencies', async () => {
    const { office, ledger, desk } = opened();
    const dossierId = await take(ledger);
    accepted(await ledger.submit(sendOff(dossierId)));
    accepted(await ledger.submit(confirm(dossierId)));
    const rows = office.stored(dossierId);
    const rules = REFERENCE.rulesOf(rows.dossier.pin);
    expect(verifyJournal(storedDossier(rows, 'everything'), rows.events, rules)).toBeNull();
    const acceptance = rows.clocks.get('acceptance:1')?.budget;
    expect(acceptance).toEqual({ unit: 'work', minutes: rows.dossier.subDeadlines?.['acceptance'] });
    const told = desk.committed.flat().filter(({ event }) => event.type === RECUT);
    expect(told.map(({ agencyId, view }) => [agencyId, view])).toEqual([
      ['hai-an', 'full'],
      ['dong-hai', 'full'],
    ]);
  });

  it('are foreseen with the act that would lead to them', async () => {
    const { ledger } = opened();
    const dossierId = await take(ledger);
    accepted(await ledger.submit(sendOff(dossierId)));
    expect(await ledger.preview(confirm(dossierId))).toMatchObject({
      kind: 'foreseen',
      facts: [{ type: 'dossier.transferDelivered.v1' }, { type: RECUT }],
    });
  });

  it('follow the receipt the engine gives for an agency without software, and a correction of the past', async () => {
    const { office, ledger } = opened();
    const dossierId = await take(ledger, { communeCode: '11359' });
    accepted(await ledger.submit(sendOff(dossierId)));
    expect(office.types(dossierId).slice(-3)).toEqual(['transferDispatched', 'transferDelivered', 'subDeadlinesRecut']);
    const correct = { type: 'correctReception', receivedAt: vn('2026-11-23 08:00'), reason: 'typingError' } as const;
    accepted(await ledger.submit(ask(correct, { dossierId })));
    const last = office.stored(dossierId).events.at(-1);
    expect(last).toMatchObject({
      type: RECUT,
      data: { cause: { type: 'dossier.receptionCorrected.v1' }, remainingMinutes: 660 },
    });
  });
});
