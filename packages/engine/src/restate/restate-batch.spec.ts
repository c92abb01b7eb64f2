import { describe, expect, it } from '@jest/globals';
import type { CalendarNotice, DossierId } from '@lien-thong/domain';
import { Office, accepted, ask, take, takeOver } from '../../test/office.js';
import type { Desk } from '../../test/office.js';
import { HAI_AN, townData } from '../../test/town.js';
import { verifyJournal } from '../journal/verify-journal.js';
import { Ledger } from '../ledger/ledger.js';
import { storedDossier } from '../memory/rows.js';
import { IndexedReference } from '../reference/reference.js';
import { Restating } from './restate-batch.js';
import type { MoveOf } from './restate-batch.js';

const NOTICE = {
  layer: 'national',
  layerId: 'national',
  version: 2,
  number: '1/TB',
  issuedOn: '2026-11-20',
  issuer: 'Bộ Nội vụ',
} as unknown as CalendarNotice;

/** The town with one more day off, or one less. */
function withDays(change: (dates: readonly string[]) => readonly string[]): IndexedReference {
  const data = townData();
  const [national] = data.calendars.national;
  if (national === undefined) throw new Error('the town has no calendar');
  const dates = change(national.exceptions.map(({ date }) => date));
  const exceptions = dates.map((date) => ({ date, kind: 'holiday', name: 'nghỉ', notice: '1/TB', provisional: false }));
  const next = { ...national, version: 2, exceptions: exceptions as unknown as typeof national.exceptions };
  return new IndexedReference({ ...data, calendars: { ...data.calendars, national: [national, next] } });
}

const moveBy =
  (reference: IndexedReference): MoveOf =>
  ({ file: { dossier } }) => {
    const target = reference.legalCalendar('31').version;
    const { pin } = dossier;
    if (pin.calendarVersion === target) return null;
    const restated = { calendar: 'legal:31', fromVersion: pin.calendarVersion, toVersion: target, notices: [NOTICE] };
    return {
      restated,
      from: reference.rulesOf(pin),
      to: reference.rulesOf({ ...pin, calendarVersion: target }),
      desk: null,
    };
  };

interface Asked {
  readonly ids: readonly DossierId[];
  readonly reference: IndexedReference;
  readonly moveOf?: MoveOf;
}

function restate({ store, ports }: Desk, { ids, reference, moveOf = moveBy(reference) }: Asked) {
  return store.transaction((tx) => new Restating({ ...ports, reference }).restateIn(tx, ids, moveOf));
}

function agrees(office: Office, id: DossierId, reference: IndexedReference) {
  const rows = office.stored(id);
  return verifyJournal(storedDossier(rows, 'everything'), rows.events, reference.rulesOf(rows.dossier.pin));
}
const dueOf = (office: Office, id: DossierId, clock: string) => office.stored(id).clocks.get(clock)?.dueAt;

describe('dossiers moved to another version of their calendar', () => {
  it('have one fact more, told to their parties, and the rows their journals give on it', async () => {
    const office = new Office();
    const desk = office.desk();
    const [a, b] = [await takeOver(desk.ledger), await take(desk.ledger)];
    const before = dueOf(office, a, 'legal');
    const reference = withDays((dates) => [...dates, '2026-11-25']);
    const batch = await restate(desk, { ids: [a, b], reference });
    // The limit of one; limit and transfer of the other. Clocks that have stopped are not counted.
    expect(batch).toMatchObject({ dossiers: 2, clocks: 3, movedClocks: 3, withdrawn: 0 });
    expect(dueOf(office, a, 'legal')).toBe((before ?? 0) + 24 * 60);
    expect(office.types(a).at(-1)).toBe('calendarRestated');
    expect((await batch.items()).map(({ agencyId }) => agencyId)).toContain(HAI_AN);
    for (const id of [a, b]) expect(agrees(office, id, reference)).toBeNull();
  });

  it('are moved once, and are acted on as before', async () => {
    const office = new Office();
    const desk = office.desk();
    const id = await take(desk.ledger);
    const { version } = office.stored(id).dossier;
    const reference = withDays((dates) => [...dates, '2026-11-25']);
    await restate(desk, { ids: [id], reference });
    expect(await restate(desk, { ids: [id], reference })).toMatchObject({ dossiers: 0 });
    expect(office.stored(id).dossier.version).toBe(version);
    const ledger = new Ledger({ ...office.desk().ports, reference });
    accepted(await ledger.submit(ask({ type: 'transfer', copy: 'electronic' }, { dossierId: id })));
    expect(agrees(office, id, reference)).toBeNull();
  });

  it('take back a breach that has not happened by it', async () => {
    const office = new Office();
    const desk = office.desk();
    const id = await take(desk.ledger);
    office.at('2026-11-25 09:01');
    await desk.sweep.runOnce();
    expect(office.stored(id).clocks.get('transfer')?.breached).toBe(true);
    const reference = withDays((dates) => [...dates, '2026-11-25']);
    expect(await restate(desk, { ids: [id], reference })).toMatchObject({ dossiers: 1, withdrawn: 1 });
    expect(office.stored(id).clocks.get('transfer')).toMatchObject({ breached: false });
    expect(office.types(id).filter((type) => type === 'clockBreached')).toHaveLength(1);
    expect(agrees(office, id, reference)).toBeNull();
  });

  it('do not wait for one that cannot be moved', async () => {
    const office = new Office();
    const desk = office.desk();
    const [good, bad] = [await take(desk.ledger), await take(desk.ledger)];
    const reference = withDays((dates) => [...dates, '2026-11-25']);
    const move = moveBy(reference);
    const batch = await restate(desk, {
      ids: [good, bad],
      reference,
      moveOf: (stored) => {
        if (stored.file.dossier.id === bad) throw new Error('its version is gone');
        return move(stored);
      },
    });
    expect([...batch.stuck.keys()]).toEqual([bad]);
    expect([office.types(good).at(-1), office.types(bad).at(-1)]).toEqual(['calendarRestated', 'received']);
  });
});
