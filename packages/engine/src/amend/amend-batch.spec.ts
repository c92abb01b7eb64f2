import { describe, expect, it } from '@jest/globals';
import type { CalendarNotice, DossierId, ProcedureVersion } from '@lien-thong/domain';
import { Office, accepted, ask, take, takeOver } from '../../test/office.js';
import type { Desk } from '../../test/office.js';
import { DONG_HAI, clerkOf, townData } from '../../test/town.js';
import { verifyJournal } from '../journal/verify-journal.js';
import { Ledger } from '../ledger/ledger.js';
import { storedDossier } from '../memory/rows.js';
import { IndexedReference } from '../reference/reference.js';
import { Restating } from '../restate/restate-batch.js';
import { AmendingBatches } from './amend-batch.js';
import type { Amending } from './amend-one.js';

const MARITAL = '1.004873';

function limited(version: ProcedureVersion, limit: string): ProcedureVersion {
  const limits = { counter: limit, online: limit, post: limit } as ProcedureVersion['cases'][number]['limits'];
  return { ...version, cases: version.cases.map((each) => ({ ...each, limits })) };
}

/** The town with a second version of the procedure, not yet in force, and perhaps one more day off. */
function reference({ limit = '5wd', dayOff = null as string | null } = {}): IndexedReference {
  const data = townData();
  const first = data.procedures.find(({ code }) => code === MARITAL);
  const [national] = data.calendars.national;
  if (first === undefined || national === undefined) throw new Error('the town is empty');
  const second = { ...limited(first, limit), version: 2, effectiveFrom: '2027-01-01' };
  const day = { date: dayOff, kind: 'holiday', name: 'nghỉ', notice: '1/TB', provisional: false };
  const exceptions = [...national.exceptions, day] as unknown as typeof national.exceptions;
  const layers = dayOff === null ? [national] : [national, { ...national, version: 2, exceptions }];
  const calendars = { ...data.calendars, national: layers };
  return new IndexedReference({ ...data, procedures: [...data.procedures, second], calendars });
}

const AMENDING: Amending = {
  fromVersions: [1],
  toVersion: 2,
  policy: 'rebaseline',
  terms: {
    amendmentId: '018f4d5e-0000-7000-8000-00000000a001',
    requestedBy: 'person:admin-1',
    approvedBy: 'person:admin-2',
  },
};
const NOBODY: ReadonlySet<DossierId> = new Set();

interface Asked {
  readonly ids: readonly DossierId[];
  readonly at: IndexedReference;
  readonly named?: ReadonlySet<DossierId>;
}
const amend = ({ store, ports }: Desk, { ids, at, named = NOBODY }: Asked) =>
  store.transaction((tx) =>
    new AmendingBatches({ ...ports, reference: at }).amendIn(tx, ids, { amending: AMENDING, named }),
  );
const revert = ({ store, ports }: Desk, { ids, at, named = NOBODY }: Asked) =>
  store.transaction((tx) =>
    new AmendingBatches({ ...ports, reference: at }).revertIn(tx, ids, { amending: AMENDING, named }),
  );

function agrees(office: Office, id: DossierId, at: IndexedReference) {
  const rows = office.stored(id);
  return verifyJournal(storedDossier(rows, 'everything'), rows.events, at.rulesOf(rows.dossier.pin));
}
const legal = (office: Office, id: DossierId) => office.stored(id).clocks.get('legal');

describe('dossiers brought under another version', () => {
  it('have one fact more, told to their parties, and the rows their journals give', async () => {
    const office = new Office();
    const desk = office.desk();
    const at = reference();
    const ids = [await takeOver(desk.ledger), await take(desk.ledger)];
    const { version } = office.stored(ids[0] as DossierId).dossier;
    const batch = await amend(desk, { ids, at });
    expect([batch.done, batch.leftOut.size, batch.stuck.size]).toEqual([ids, 0, 0]);
    expect((await batch.items()).map(({ agencyId }) => agencyId)).toContain(DONG_HAI);
    for (const id of ids) {
      expect(office.types(id).at(-1)).toBe('versionAmended');
      expect(legal(office, id)?.budget).toEqual({ unit: 'work', minutes: 5 * 480 });
      expect(agrees(office, id, at)).toBeNull();
    }
    expect(office.stored(ids[0] as DossierId).dossier.version).toBe(version);
  });

  it('are brought there once, and are acted on by the new version', async () => {
    const office = new Office();
    const desk = office.desk();
    const at = reference();
    const id = await take(desk.ledger);
    await amend(desk, { ids: [id], at });
    const again = await amend(desk, { ids: [id], at });
    expect(again.leftOut.get(id)).toMatchObject({ code: 'amendment-moved-on', facts: { version: 2 } });
    const ledger = new Ledger({ ...office.desk().ports, reference: at });
    accepted(await ledger.submit(ask({ type: 'transfer', copy: 'electronic' }, { dossierId: id })));
    expect(agrees(office, id, at)).toBeNull();
  });

  it('have what was due before in their journals before it, and a breach of the old limit taken back by name', async () => {
    const office = new Office();
    const desk = office.desk();
    const at = reference();
    const id = await takeOver(desk.ledger);
    office.at('2026-11-26 09:00');
    const batch = await amend(desk, { ids: [id], at });
    expect(batch.done).toEqual([id]);
    expect(office.types(id).slice(-2)).toEqual(['clockBreached', 'versionAmended']);
    expect(legal(office, id)?.breached).toBe(false);
    expect(agrees(office, id, at)).toBeNull();
  });

  it('become overdue by the change alone only when they are named', async () => {
    const office = new Office();
    const desk = office.desk();
    const at = reference({ limit: '1wh' });
    const [named, unnamed] = [await takeOver(desk.ledger), await takeOver(desk.ledger)];
    office.at('2026-11-23 14:00');
    const batch = await amend(desk, { ids: [named, unnamed], at, named: new Set([named]) });
    expect(batch.done).toEqual([named]);
    expect(batch.leftOut.get(unnamed)).toMatchObject({
      code: 'amendment-overdue-unnamed',
      facts: { clocks: ['legal'] },
    });
    const sweep = office.desk();
    await new Ledger({ ...sweep.ports, reference: at }).submit(ask({ type: 'withdraw' }, { dossierId: named }));
    expect(agrees(office, named, at)).toBeNull();
    expect(office.types(unnamed)).not.toContain('versionAmended');
  });

  it('stand as if it had never been once it is taken back, whatever was done meanwhile', async () => {
    const office = new Office();
    const desk = office.desk();
    const at = reference({ limit: '1wd' });
    const [idle, busy] = [await takeOver(desk.ledger), await takeOver(desk.ledger)];
    const before = office.stored(idle);
    await amend(desk, { ids: [idle, busy], at });
    office.at('2026-11-23 10:00');
    const ledger = new Ledger({ ...office.desk().ports, reference: at });
    const by = clerkOf(DONG_HAI);
    accepted(await ledger.submit(ask({ type: 'startStep', step: 'appraisal' }, { dossierId: busy, by })));
    const batch = await revert(desk, { ids: [idle, busy], at });
    expect([batch.done, [...batch.leftOut], [...batch.stuck]]).toEqual([[idle, busy], [], []]);
    expect([...office.stored(idle).clocks.values()]).toEqual([...before.clocks.values()]);
    expect(office.stored(idle).dossier.pin).toEqual(before.dossier.pin);
    for (const id of [idle, busy]) expect(agrees(office, id, at)).toBeNull();
    expect((await revert(desk, { ids: [idle], at })).leftOut.get(idle)).toMatchObject({ code: 'amendment-moved-on' });
  });

  it('count on a calendar that changes before it, after it, and between it and its reversal', async () => {
    const office = new Office();
    const desk = office.desk();
    const [plain, later] = [reference(), reference({ dayOff: '2026-11-25' })];
    const ids = [await takeOver(desk.ledger), await take(desk.ledger)];
    const notice = { layer: 'national', layerId: 'national', version: 2, number: '1/TB' };
    const notices = [{ ...notice, issuedOn: '2026-11-20', issuer: 'Bộ Nội vụ' } as unknown as CalendarNotice];
    const restate = (which: readonly DossierId[]) =>
      desk.store.transaction((tx) =>
        new Restating({ ...desk.ports, reference: later }).restateIn(tx, which, ({ file: { dossier } }) => {
          const { pin } = dossier;
          const target = later.legalCalendar('31').version;
          const restated = { calendar: 'legal:31', fromVersion: pin.calendarVersion, toVersion: target, notices };
          const to = later.rulesOf({ ...pin, calendarVersion: target });
          return { restated, from: later.rulesOf(pin), to, desk: null };
        }),
      );
    const [first, second] = ids as [DossierId, DossierId];
    await amend(desk, { ids: [first], at: plain });
    await restate(ids);
    await amend(desk, { ids: [second], at: later });
    for (const id of ids) expect(agrees(office, id, later)).toBeNull();
    await revert(desk, { ids, at: later });
    for (const id of ids) {
      expect(agrees(office, id, later)).toBeNull();
      expect(office.stored(id).dossier.pin).toMatchObject({ procedureVersion: 1, calendarVersion: 'national@2+31@1' });
    }
  });

  it('do not wait for one whose journal does not fold', async () => {
    const office = new Office();
    const desk = office.desk();
    const at = reference();
    const ids = [await take(desk.ledger), await take(desk.ledger)] as const;
    await amend(desk, { ids, at });
    const rows = office.stored(ids[1]);
    office.database.dossiers.set(ids[1], { ...rows, events: rows.events.filter((_, place) => place !== 1) });
    const batch = await revert(desk, { ids, at });
    expect([batch.done, [...batch.stuck.keys(), ...batch.leftOut.keys()]]).toEqual([[ids[0]], [ids[1]]]);
  });
});
