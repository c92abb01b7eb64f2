import { describe, expect, it } from '@jest/globals';
import type { DossierId } from '@lien-thong/domain';
import { Office, accepted, ask, reception, refusalCode, take } from '../../test/office.js';
import type { Desk } from '../../test/office.js';
import { plantedStore } from '../../test/planted-store.js';
import { StoreUnavailable } from '../ports/store.js';
import type { BatchWrite } from '../ports/store.js';
import { Ledger } from './ledger.js';

/** A ledger over a store with a fault planted in its writes. */
function withPlantedFault({ store, ports }: Desk, spoils: (batch: BatchWrite) => Error | null) {
  const faulty = plantedStore(store, (tx) => ({
    write: (batch) => {
      const error = spoils(batch);
      return error === null ? tx.write(batch) : Promise.reject(error);
    },
  }));
  return { ledger: new Ledger({ ...ports, store: faulty }), begun: faulty.begun };
}

const names = (batch: BatchWrite, officer: string) =>
  batch.dossiers.some(({ events }) =>
    events.some((event) => event.type === 'dossier.assigned.v1' && event.data.officerId === officer),
  );
const assign = (officer: string, dossierId: DossierId) => ask({ type: 'assign', officerId: officer }, { dossierId });

describe('one bad command in a batch', () => {
  it('gives its own caller the fault and everybody else his answer', async () => {
    const office = new Office();
    const desk = office.desk();
    const ids: DossierId[] = [];
    for (let i = 0; i < 16; i++) ids.push(await take(desk.ledger));
    const culprit = new Error('planned');
    const { ledger, begun } = withPlantedFault(desk, (batch) => (names(batch, 'officer-11') ? culprit : null));
    const outcomes = await Promise.allSettled(ids.map((id, i) => ledger.submit(assign(`officer-${i}`, id))));
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(ids.map((_, i) => i !== 11));
    expect(outcomes[11]).toEqual({ status: 'rejected', reason: culprit });
    // 16 → 8 → 4 → 2 → 1, each time with the other half beside it.
    expect(begun()).toBe(9);
    expect(ids.map((id) => office.stored(id).dossier.version)).toEqual(ids.map((_, i) => (i === 11 ? 1 : 2)));
  });

  it('keeps the order of the acts on its own dossier', async () => {
    const office = new Office();
    const desk = office.desk();
    const id = await take(desk.ledger);
    const { ledger } = withPlantedFault(desk, (batch) => (names(batch, 'officer-3') ? new Error('planned') : null));
    const acts = Array.from({ length: 7 }, (_, i) => ledger.submit(assign(`officer-${i}`, id)));
    const outcomes = await Promise.allSettled(acts);
    expect(outcomes.map(({ status }) => status)).toEqual(acts.map((_, i) => (i === 3 ? 'rejected' : 'fulfilled')));
    const officers = office
      .stored(id)
      .events.flatMap((event) => (event.type === 'dossier.assigned.v1' ? [event.data.officerId] : []));
    expect(officers).toEqual(['officer-0', 'officer-1', 'officer-2', 'officer-4', 'officer-5', 'officer-6']);
  });

  it('costs no second transaction when it is the decision that fails', async () => {
    const office = new Office();
    const desk = office.desk();
    const ids = [await take(desk.ledger), await take(desk.ledger), await take(desk.ledger)];
    const before = office.database.commits;
    const bad = office.stored(ids[1] as DossierId);
    const pin = { ...bad.dossier.pin, calendarVersion: 'lost' };
    office.database.dossiers.set(bad.dossier.id, { ...bad, dossier: { ...bad.dossier, pin } });
    const outcomes = await Promise.allSettled(ids.map((id) => desk.ledger.submit(assign('officer-1', id))));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(office.database.commits).toBe(before + 1);
  });

  it('leaves nothing of itself behind when it is refused, and does not disturb its neighbours', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const id = await take(ledger);
    const [first, refusedOne, third, fresh] = await Promise.all([
      ledger.submit(assign('officer-1', id)),
      ledger.submit(ask({ type: 'acceptTransfer' }, { dossierId: id })),
      ledger.submit(assign('officer-2', id)),
      ledger.submit(ask(reception())),
    ]);
    expect([first, third, fresh].map((outcome) => accepted(outcome as Awaited<typeof first>).seq)).toEqual([2, 3, 1]);
    expect(refusalCode(refusedOne)).toBe('actor-not-entitled');
  });
});

describe('a database that is away', () => {
  it('fails the whole batch at once instead of being asked again for each half', async () => {
    const office = new Office();
    const desk = office.desk();
    const { ledger, begun } = withPlantedFault(desk, () => new StoreUnavailable());
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => ledger.submit(ask(reception()))));
    expect(
      outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason instanceof StoreUnavailable),
    ).toBe(true);
    expect(begun()).toBe(1);
    expect(office.database.dossiers.size).toBe(0);
  });
});
