import { describe, expect, it } from '@jest/globals';
import { Interleaver } from '../../test/interleaver.js';
import { Office, accepted, ask, reception, take, takeOver } from '../../test/office.js';
import { DONG_HAI, HAI_AN, NGO_QUYEN, TAX_OFFICE, clerkOf } from '../../test/town.js';

describe('the feed of an agency', () => {
  it('tells both wards of a transfer, the new one the history as a snapshot', async () => {
    const office = new Office();
    const { ledger, store } = office.desk();
    await takeOver(ledger);
    const told = async (agency: typeof HAI_AN) =>
      (await store.readFeed(agency, 0, 10)).map(({ n, view, event }) => `${n} ${view} ${event.type.slice(8, -3)}`);
    expect(await told(HAI_AN)).toEqual([
      '1 full received',
      '2 full transferDispatched',
      '3 full transferDelivered',
      '4 full transferAccepted',
    ]);
    expect(await told(DONG_HAI)).toEqual([
      '1 snapshot transferDispatched',
      '2 full transferDelivered',
      '3 full transferAccepted',
    ]);
    expect(await told(NGO_QUYEN)).toEqual([]);
  });

  it('tells a consulted agency of its own consultation only', async () => {
    const office = new Office();
    const { ledger, store } = office.desk();
    const dossierId = await takeOver(ledger, { procedureCode: '1.012817' });
    const by = clerkOf(DONG_HAI);
    accepted(
      await ledger.submit(
        ask({ type: 'requestConsultation', consultation: 'tax', agencyId: TAX_OFFICE }, { dossierId, by }),
      ),
    );
    accepted(await ledger.submit(ask({ type: 'assign', officerId: 'officer-1' }, { dossierId, by })));
    const told = await store.readFeed(TAX_OFFICE, 0, 10);
    expect(told.map(({ view, event }) => `${view} ${event.type}`)).toEqual(['part dossier.consultationRequested.v1']);
  });

  it('has no gap, and is in the order of the commits, however many processes write', async () => {
    for (let seed = 0; seed < 10; seed++) {
      const office = new Office();
      const setUp = office.desk();
      const ids = [await take(setUp.ledger), await take(setUp.ledger), await take(setUp.ledger)];
      const interleaver = new Interleaver(seed);
      const desks = [office.desk(interleaver.schedule), office.desk(interleaver.schedule)];
      const acts = Array.from({ length: 24 }, (_, i) => {
        const dossierId = ids[i % 3] ?? null;
        const request =
          i % 4 === 3 ? ask(reception()) : ask({ type: 'assign', officerId: `officer-${i}` }, { dossierId });
        return desks[i % 2]?.ledger.submit(request);
      });
      await interleaver.drive(Promise.all(acts));
      const feed = await setUp.store.readFeed(HAI_AN, 0, 100);
      expect(feed.map(({ n }) => n)).toEqual(feed.map((_, i) => i + 1));
      expect(feed).toHaveLength(27);
      for (const id of ids) {
        const places = feed.filter(({ dossierId }) => dossierId === id).map(({ seq }) => seq);
        expect(places).toEqual(places.map((_, i) => i + 1));
      }
    }
  });

  it('is handed on after the commit as it was written', async () => {
    const office = new Office();
    const { ledger, store, committed } = office.desk();
    await Promise.all([take(ledger), take(ledger)]);
    expect(committed).toHaveLength(1);
    expect(committed.flat()).toEqual(await store.readFeed(HAI_AN, 0, 10));
  });
});
