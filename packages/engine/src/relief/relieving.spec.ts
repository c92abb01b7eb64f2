import { describe, expect, it } from '@jest/globals';
import type { DossierId, OutageRecord } from '@lien-thong/domain';
import { procedureForTest } from '@lien-thong/domain/testing';
import { Office, accepted, ask, take, takeOver } from '../../test/office.js';
import type { Desk } from '../../test/office.js';
import { DONG_HAI, HAI_AN, clerkOf, townData, vn } from '../../test/town.js';
import { verifyJournal } from '../journal/verify-journal.js';
import { Ledger } from '../ledger/ledger.js';
import { storedDossier } from '../memory/rows.js';
import { IndexedReference } from '../reference/reference.js';
import { Sweep } from '../sweep/sweep.js';
import { Relieving } from './relieving.js';

const { legs, steps } = procedureForTest();
const requires = ['portal'];
/** The town in which transfers and steps of marital certificates need the portal; copies do not. */
const REFERENCE = new IndexedReference({
  ...townData(),
  procedures: townData().procedures.map((procedure) =>
    procedure.code !== '1.004873'
      ? procedure
      : procedureForTest({
          transferCutoff: null,
          legs: { ...legs, transfer: { ...legs.transfer, requires } },
          steps: steps.map((step) => ({ ...step, requires })),
          outageRelief: { scope: 'legAndLimit', legalBasis: 'Quy chế, điều 9' },
        }),
  ),
});

const OUTAGE: OutageRecord = {
  ...{ outageId: '018f4d5e-0000-7000-8000-00000000abcd', revision: 1, system: 'portal', cancelled: false },
  ...{ from: vn('2026-11-23 09:30'), to: vn('2026-11-23 10:30') },
  evidence: { reference: 'BB-1', sha256: null },
};
const OTHER = { ...OUTAGE, outageId: '018f4d5e-0000-7000-8000-00000000abce', from: vn('2026-11-23 10:00') };

function opened(): { office: Office; desk: Desk; ledger: Ledger; sweep: Sweep } {
  const office = new Office();
  const desk = office.desk();
  const ports = { ...desk.ports, reference: REFERENCE };
  return { office, desk, ledger: new Ledger(ports), sweep: new Sweep(ports) };
}
const relieve = ({ store, ports }: Desk, ids: readonly DossierId[], record: OutageRecord) =>
  store.transaction((tx) => new Relieving({ ...ports, reference: REFERENCE }).relieveIn(tx, ids, record));
const clockIn = (office: Office, id: DossierId, clock: string) => office.stored(id).clocks.get(clock);
function agrees(office: Office, id: DossierId) {
  const rows = office.stored(id);
  return verifyJournal(storedDossier(rows, 'everything'), rows.events, REFERENCE.rulesOf(rows.dossier.pin));
}

describe('an outage told to dossiers', () => {
  it('gives the leg and the limit back what it took, by one fact told to their parties', async () => {
    const { office, desk, ledger } = opened();
    const [needing, needless] = [await take(ledger), await take(ledger, { procedureCode: '2.000635' })];
    const due = clockIn(office, needing, 'transfer')?.dueAt ?? 0;
    const { hash } = office.stored(needless).dossier;
    office.at('2026-11-23 11:00');
    const batch = await relieve(desk, [needing, needless], OUTAGE);
    expect(batch).toMatchObject({ dossiers: 1, withdrawn: 0, moved: [{ from: HAI_AN, to: 'system', minutes: 60 }] });
    expect([...batch.told]).toEqual([needing]);
    expect((await batch.items()).map(({ agencyId }) => agencyId)).toEqual([HAI_AN]);
    // Monday 17:30 → Wednesday 08:30: Tuesday is a holiday.
    expect((clockIn(office, needing, 'transfer')?.dueAt ?? 0) - due).toBeGreaterThanOrEqual(60);
    expect(office.stored(needless).dossier.hash).toBe(hash);
    for (const id of [needing, needless]) expect(agrees(office, id)).toBeNull();
  });

  it('is told once, and counts once however many overlap; cancelled, the other still counts', async () => {
    const { office, desk, ledger } = opened();
    const id = await take(ledger);
    office.at('2026-11-23 11:00');
    await relieve(desk, [id], OUTAGE);
    expect(await relieve(desk, [id], OUTAGE)).toMatchObject({ dossiers: 0 });
    expect(await relieve(desk, [id], OTHER)).toMatchObject({ dossiers: 1, moved: [] });
    const cancelled = await relieve(desk, [id], { ...OUTAGE, revision: 2, cancelled: true });
    expect(cancelled).toMatchObject({ moved: [{ from: 'system', to: HAI_AN, minutes: 30 }] });
    expect(agrees(office, id)).toBeNull();
    expect(await relieve(desk, [id], { ...OTHER, revision: 2, cancelled: true })).toMatchObject({ dossiers: 1 });
    expect(office.stored(id).dossier).not.toHaveProperty('outages');
    expect(agrees(office, id)).toBeNull();
  });

  it('takes back a breach that has not happened, which fires again when the outage is cancelled', async () => {
    const { office, desk, ledger, sweep } = opened();
    const id = await take(ledger);
    office.at('2026-11-25 09:01');
    await sweep.runOnce();
    expect(clockIn(office, id, 'transfer')?.breached).toBe(true);
    expect(await relieve(desk, [id], OUTAGE)).toMatchObject({ withdrawn: 1 });
    expect(clockIn(office, id, 'transfer')).toMatchObject({ breached: false });
    await sweep.runOnce();
    expect(office.types(id).filter((type) => type === 'clockBreached')).toHaveLength(1);
    await relieve(desk, [id], { ...OUTAGE, revision: 2, cancelled: true });
    await sweep.runOnce();
    expect(clockIn(office, id, 'transfer')).toMatchObject({ breached: true });
    expect(office.types(id).filter((type) => type === 'clockBreached')).toHaveLength(2);
    expect(agrees(office, id)).toBeNull();
  });

  it('relieves a dossier that has ended, whose result stays what it is', async () => {
    const { office, desk, ledger } = opened();
    const id = await takeOver(ledger);
    const by = clerkOf(DONG_HAI);
    accepted(await ledger.submit(ask({ type: 'startStep', step: 'appraisal' }, { dossierId: id, by })));
    office.at('2026-11-23 11:00');
    accepted(await ledger.submit(ask({ type: 'withdraw' }, { dossierId: id, by })));
    const { endedAt } = office.stored(id).dossier;
    expect(await relieve(desk, [id], OUTAGE)).toMatchObject({
      ...{ dossiers: 1, moved: [{ from: DONG_HAI, to: 'system', minutes: 60 }] },
    });
    expect(office.stored(id).dossier).toMatchObject({ endedAt, phase: 'withdrawn' });
    expect(agrees(office, id)).toBeNull();
  });

  it('is read again with an act that was declared for a time before its end', async () => {
    const { office, desk, ledger } = opened();
    const id = await takeOver(ledger);
    const by = clerkOf(DONG_HAI);
    office.at('2026-11-23 11:00');
    // Nobody was at work on a leg that needs the portal, as far as was known.
    expect(await relieve(desk, [id], OUTAGE)).toMatchObject({ dossiers: 0 });
    const started = { type: 'startStep', step: 'appraisal', occurredAt: vn('2026-11-23 09:10') } as const;
    accepted(await ledger.submit(ask(started, { dossierId: id, by })));
    expect(await relieve(desk, [id], OUTAGE)).toMatchObject({ dossiers: 1 });
    const done = { type: 'completeStep', step: 'appraisal', occurredAt: vn('2026-11-23 10:00') } as const;
    accepted(await ledger.submit(ask(done, { dossierId: id, by })));
    expect(clockIn(office, id, 'step:appraisal')).toMatchObject({ used: 20, status: 'stopped' });
    expect(agrees(office, id)).toBeNull();
  });
});
