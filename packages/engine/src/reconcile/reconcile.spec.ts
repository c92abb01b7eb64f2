import { describe, expect, it } from '@jest/globals';
import type { DossierId } from '@lien-thong/domain';
import { Office, accepted, ask, take, takeOver } from '../../test/office.js';
import { DONG_HAI, HAI_AN, NGO_QUYEN, vn } from '../../test/town.js';
import type { FeedItem } from '../ports/store.js';
import { compareHoldings, holdingsByAgency } from './holdings.js';
import { republishUndelivered } from './undelivered.js';

const TRANSFER = { type: 'transfer', copy: 'electronic' } as const;

/** Five dossiers that are held, three that were sent, two that were taken over. */
async function busy() {
  const office = new Office();
  const desk = office.desk();
  const held: DossierId[] = [];
  for (let n = 0; n < 5; n++) held.push(await take(desk.ledger));
  const sent: DossierId[] = [];
  for (let n = 0; n < 3; n++) {
    const dossierId = await take(desk.ledger);
    accepted(await desk.ledger.submit(ask(TRANSFER, { dossierId })));
    sent.push(dossierId);
  }
  for (let n = 0; n < 2; n++) await takeOver(desk.ledger);
  return { office, desk, held, sent };
}

describe('the nightly look at transfers', () => {
  it('names those that nobody confirmed, and hands the entry of their dispatch over again', async () => {
    const { office, desk, sent } = await busy();
    office.at('2026-11-23 11:00');
    const fresh = await take(desk.ledger);
    accepted(await desk.ledger.submit(ask(TRANSFER, { dossierId: fresh })));
    const items: FeedItem[] = [];
    const republish = async (again: readonly FeedItem[]) => void items.push(...again);
    const report = await republishUndelivered(desk.store, { now: vn('2026-11-23 11:00'), longerThan: 60, republish });
    expect(report.dossiers).toBe(11);
    expect(report.undelivered.map(({ dossierId, to, minutes }) => ({ dossierId, to, minutes }))).toEqual(
      [...sent].sort().map((dossierId) => ({ dossierId, to: DONG_HAI, minutes: 120 })),
    );
    expect(items.map(({ agencyId, event }) => [agencyId, event.type, event.dossierId])).toEqual(
      [...sent].map((dossierId) => [DONG_HAI, 'dossier.transferDispatched.v1', dossierId]),
    );
  });

  it('hands nothing over while everything is fresh', async () => {
    const { desk } = await busy();
    const republish = () => Promise.reject(new Error('nothing is to be sent'));
    const report = await republishUndelivered(desk.store, { now: vn('2026-11-23 09:30'), longerThan: 60, republish });
    expect(report).toMatchObject({ undelivered: [], republished: 0 });
  });
});

describe('the nightly look at holdings', () => {
  it('finds rows and journals in agreement', async () => {
    const { office, desk } = await busy();
    const held = await holdingsByAgency(desk.store, office.reference);
    expect(held.rows.get(HAI_AN)).toHaveLength(8);
    expect(held.rows.get(DONG_HAI)).toHaveLength(5);
    expect(held.unread).toEqual([]);
    expect(await compareHoldings(held)).toEqual([]);
  });

  it('finds exactly the rows that say another thing than their journals', async () => {
    const { office, desk, held } = await busy();
    const [id] = held;
    const rows = office.stored(id as DossierId);
    office.database.dossiers.set(id as DossierId, { ...rows, dossier: { ...rows.dossier, holder: NGO_QUYEN } });
    const found = await compareHoldings(await holdingsByAgency(desk.store, office.reference));
    expect(found).toMatchObject([
      { agencyId: HAI_AN, onlyHere: [], onlyThere: [{ dossierId: id, place: 'holds' }], differs: [] },
      { agencyId: NGO_QUYEN, onlyHere: [{ dossierId: id, place: 'holds' }], onlyThere: [], differs: [] },
    ]);
  });

  it('names a dossier whose journal cannot be folded', async () => {
    const { office, desk, held } = await busy();
    const [id] = held;
    const rows = office.stored(id as DossierId);
    office.database.dossiers.set(id as DossierId, { ...rows, events: [] });
    expect((await holdingsByAgency(desk.store, office.reference)).unread).toEqual([id]);
  });
});
