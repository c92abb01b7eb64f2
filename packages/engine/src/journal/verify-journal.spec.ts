import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierEvent, HASHED_FIELDS, Rules } from '@lien-thong/domain';
import { Office, accepted, ask, takeOver } from '../../test/office.js';
import { DONG_HAI, clerkOf } from '../../test/town.js';
import { storedDossier } from '../memory/rows.js';
import type { StoredDossier } from '../ports/store.js';
import { hashOf } from './hash.js';
import { verifyAll } from './verify-all.js';
import { verifyJournal } from './verify-journal.js';

interface Kept {
  readonly stored: StoredDossier;
  readonly journal: readonly DossierEvent[];
  readonly rules: Rules;
}

/** A dossier with a supplement round, a breach and a decision, as it is stored. */
async function kept(): Promise<Kept> {
  const office = new Office();
  const { ledger, sweep } = office.desk();
  const dossierId = await takeOver(ledger);
  const by = clerkOf(DONG_HAI);
  accepted(
    await ledger.submit(
      ask({ type: 'requestSupplement', components: ['CT-01'], reason: 'missing' }, { dossierId, by }),
    ),
  );
  office.at('2026-11-25 09:00');
  accepted(await ledger.submit(ask({ type: 'provideSupplement', copy: 'electronic' }, { dossierId })));
  office.at('2026-12-01 09:00');
  await sweep.runOnce();
  accepted(await ledger.submit(ask({ type: 'decide', outcome: 'granted' }, { dossierId, by })));
  const rows = office.stored(dossierId);
  return {
    stored: storedDossier(rows, 'everything'),
    journal: rows.events,
    rules: office.reference.rulesOf(rows.dossier.pin),
  };
}

describe('a journal that was tampered with', () => {
  let good: Kept;
  beforeAll(async () => {
    good = await kept();
  });
  const verify = (change: Partial<Kept>) =>
    verifyJournal({ ...good, ...change }.stored, { ...good, ...change }.journal, good.rules);

  it('is told from one that was not', () => {
    expect(good.journal.length).toBeGreaterThan(8);
    expect(verify({})).toBeNull();
  });

  /** Another value of the same kind for each member of an event. */
  const CHANGED: { readonly [F in (typeof HASHED_FIELDS)[number] | 'hash']: (event: DossierEvent) => unknown } = {
    prevHash: () => 'f'.repeat(64),
    hash: () => 'f'.repeat(64),
    id: () => '0193a000-0000-7000-8000-00000000ffff',
    dossierId: () => '0193a000-0000-7000-8000-00000000fffe',
    seq: ({ seq }) => seq + 1,
    type: ({ type }) => (type === 'dossier.resumed.v1' ? 'dossier.withdrawn.v1' : 'dossier.resumed.v1'),
    occurredAt: () => '2026-11-22T02:00:00.000Z',
    recordedAt: () => '2026-12-24T02:00:00.000Z',
    actor: () => ({ kind: 'clerk', agencyId: 'ngo-quyen', officerId: null }),
    phase: ({ phase }) => (phase === 'withdrawn' ? 'closed' : 'withdrawn'),
    data: ({ data }) => ({ ...data, added: true }),
  };

  it('is found in every event, whichever of its members was changed, and the event is named', () => {
    for (const [place, event] of good.journal.entries()) {
      for (const [field, change] of Object.entries(CHANGED)) {
        const changed = { ...event, [field]: change(event) } as DossierEvent;
        const finding = verify({ journal: good.journal.with(place, changed) });
        expect(finding).toMatchObject({ row: 'event', key: event.seq });
        expect(finding?.field).toBe(['seq', 'dossierId', 'prevHash', 'hash'].includes(field) ? field : 'content');
      }
    }
  });

  it('is found when the hash was made again to fit: the next event remembers the old one, and the last one cannot be read so early', () => {
    for (const [place, event] of good.journal.entries()) {
      const changed = { ...event, occurredAt: '2026-11-22T02:00:00.000Z' } as DossierEvent;
      const fitting = { ...changed, hash: hashOf(changed) };
      const finding = verify({ journal: good.journal.with(place, fitting) });
      const last = place === good.journal.length - 1;
      expect(finding).toMatchObject(
        last
          ? { row: 'event', key: event.seq, field: 'content' }
          : { row: 'event', key: event.seq + 1, field: 'prevHash' },
      );
    }
  });

  it('is found when an event is missing, doubled or moved', () => {
    const { journal } = good;
    for (const place of journal.keys()) {
      expect(verify({ journal: journal.toSpliced(place, 1) })).not.toBeNull();
      expect(verify({ journal: journal.toSpliced(place, 0, ...journal.slice(place, place + 1)) })).not.toBeNull();
      if (place > 0) expect(verify({ journal: [...journal.slice(place), ...journal.slice(0, place)] })).not.toBeNull();
    }
    expect(verify({ journal: [] })).toMatchObject({ row: 'event', key: 1, field: 'seq', found: null });
  });

  it('is found when all hashes were made anew: folding it again gives another dossier', () => {
    let prevHash = good.journal[0]?.prevHash ?? '';
    const forged = good.journal.map((event, place) => {
      const moved = place === 3 ? { ...event, occurredAt: '2026-11-23T02:30:00.000Z' } : event;
      const chained = { ...moved, prevHash } as DossierEvent;
      prevHash = hashOf(chained);
      return { ...chained, hash: prevHash };
    });
    const dossier = { ...good.stored.file.dossier, hash: prevHash };
    const finding = verify({ journal: forged, stored: { ...good.stored, file: { ...good.stored.file, dossier } } });
    expect(finding).not.toBeNull();
  });
});

describe('rows that do not follow from their journal', () => {
  let good: Kept;
  beforeAll(async () => {
    good = await kept();
  });
  const withFile = (change: Partial<StoredDossier['file']>): StoredDossier => ({
    ...good.stored,
    file: { ...good.stored.file, ...change },
  });
  const verify = (stored: StoredDossier) => verifyJournal(stored, good.journal, good.rules);

  it('are found in every field of the dossier, which is named', () => {
    const { dossier } = good.stored.file;
    for (const field of Object.keys(dossier).filter((name) => name !== 'id' && name !== 'hash')) {
      const finding = verify(withFile({ dossier: { ...dossier, [field]: 'changed' } }));
      expect(finding).toMatchObject({ row: 'dossier', field, found: 'changed' });
    }
  });

  it('are found in every field of every clock and segment, which are named', () => {
    const { clocks, segments } = good.stored.file;
    for (const [place, clock] of clocks.entries()) {
      for (const field of Object.keys(clock).filter((name) => name !== 'id')) {
        const changed = clocks.with(place, { ...clock, [field]: 'changed' });
        expect(verify(withFile({ clocks: changed }))).toMatchObject({ row: 'clock', key: clock.id, field });
      }
      expect(verify(withFile({ clocks: clocks.toSpliced(place, 1) }))).toMatchObject({
        row: 'clock',
        key: clock.id,
        field: 'row',
      });
    }
    for (const [place, segment] of segments.entries()) {
      for (const field of Object.keys(segment).filter((name) => name !== 'n')) {
        const changed = segments.with(place, { ...segment, [field]: 'changed' });
        expect(verify(withFile({ segments: changed }))).toMatchObject({ row: 'segment', key: segment.n, field });
      }
    }
  });

  it('are found when there is one too many, or a party is missing', () => {
    const { clocks } = good.stored.file;
    const [some] = clocks;
    const surplus = some === undefined ? clocks : [...clocks, { ...some, id: 'step:invented' }];
    expect(verify(withFile({ clocks: surplus }))).toMatchObject({
      row: 'clock',
      key: 'step:invented',
      field: 'row',
      expected: null,
    });
    expect(verify({ ...good.stored, parties: good.stored.parties.slice(0, 1) })).toMatchObject({
      row: 'party',
      field: 'row',
    });
  });
});

describe('verifying everything', () => {
  it('goes through all dossiers, reports as it goes, and names the bad ones', async () => {
    const office = new Office();
    const { ledger, store } = office.desk();
    const ids = [await takeOver(ledger), await takeOver(ledger), await takeOver(ledger)];
    const progress: number[] = [];
    const clean = await verifyAll(store, office.reference, ({ dossiers }) => progress.push(dossiers));
    expect(clean).toEqual({ dossiers: 3, events: 12, findings: [] });
    expect(progress).toEqual([3]);

    const [first, second] = ids.map((id) => office.stored(id));
    if (first === undefined || second === undefined) throw new Error('not stored');
    const lostPin = { ...first.dossier.pin, procedureVersion: 99 };
    office.database.dossiers.set(first.dossier.id, { ...first, dossier: { ...first.dossier, pin: lostPin } });
    office.database.dossiers.set(second.dossier.id, {
      ...second,
      dossier: { ...second.dossier, holder: DONG_HAI, bounces: 2 },
    });
    const { findings } = await verifyAll(store, office.reference, () => undefined);
    expect(findings).toMatchObject([
      { dossierId: first.dossier.id, row: 'dossier', field: 'pin.procedureVersion', expected: 1, found: 99 },
      { dossierId: second.dossier.id, row: 'dossier', field: 'bounces', expected: 0, found: 2 },
    ]);
  });

  it('does not pass a dossier whose rules are gone', async () => {
    const office = new Office();
    const { ledger, store } = office.desk();
    const dossierId = await takeOver(ledger);
    const without = {
      ...office.reference,
      rulesOf: () => {
        throw new Error('gone');
      },
    };
    const { findings } = await verifyAll(store, without as never, () => undefined);
    expect(findings).toMatchObject([{ dossierId, field: 'pin' }]);
  });
});
