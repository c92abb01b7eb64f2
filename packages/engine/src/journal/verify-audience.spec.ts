import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AgencyId, DossierId } from '@lien-thong/domain';
import { Office, accepted, ask, takeOver } from '../../test/office.js';
import { DONG_HAI, HAI_AN, TAX_OFFICE, clerkOf } from '../../test/town.js';
import type { Store, StoredJournal } from '../ports/store.js';
import { verifyAll } from './verify-all.js';
import { verifyAudience } from './verify-audience.js';

/** The tax office was asked (5), its clock warned (6), it answered (7), and the dossier was withdrawn (8). */
interface Asked {
  readonly office: Office;
  readonly store: Store;
  readonly dossierId: DossierId;
  readonly entry: StoredJournal;
}

async function asked(): Promise<Asked> {
  const office = new Office();
  const { ledger, store, sweep } = office.desk();
  const dossierId = await takeOver(ledger, { procedureCode: '1.012817' });
  const by = clerkOf(DONG_HAI);
  const consultation = 'tax';
  accepted(
    await ledger.submit(ask({ type: 'requestConsultation', consultation, agencyId: TAX_OFFICE }, { dossierId, by })),
  );
  office.at('2026-12-10 09:00');
  await sweep.runOnce();
  const answer = { type: 'answerConsultation', consultation, outcome: 'agreed' } as const;
  accepted(await ledger.submit(ask(answer, { dossierId, by: clerkOf(TAX_OFFICE) })));
  accepted(await ledger.submit(ask({ type: 'withdraw' }, { dossierId, by })));
  const [entry] = await store.journalPage(null, 1);
  if (entry === undefined) throw new Error('not stored');
  return { office, store, dossierId, entry };
}

describe('who may read an event of a consultation', () => {
  let good: Asked;
  beforeAll(async () => {
    good = await asked();
  });
  const shownWith = (seq: number, agencies: readonly AgencyId[]) =>
    verifyAudience(good.entry.journal, new Map([...good.entry.shown, [seq, agencies]]));

  it('is what the facts say, for the question, what became of its clock, and the answer', () => {
    const { journal, shown } = good.entry;
    const types = [...shown.keys()].map((seq) => journal[seq - 1]?.type);
    expect(types).toEqual(expect.arrayContaining(['dossier.consultationRequested.v1', 'dossier.clockBreached.v1']));
    expect(new Set([...shown.values()].flat())).toEqual(new Set([TAX_OFFICE]));
    expect(verifyAudience(journal, shown)).toBeNull();
  });

  it('is found changed in every event: taken from whom it concerns, given to whom it does not', () => {
    for (const { seq } of good.entry.journal) {
      const told = good.entry.shown.get(seq) ?? [];
      const changed = told.length > 0 ? [] : [TAX_OFFICE];
      const finding = { row: 'event', key: seq, field: 'shownTo', expected: told, found: changed };
      expect(shownWith(seq, changed)).toEqual(finding);
      expect(shownWith(seq, [...told, HAI_AN])).toMatchObject({ key: seq, field: 'shownTo' });
    }
  });
});

describe('verifying everything', () => {
  it('names the dossier whose event was shown to somebody else, and one that cannot be read, and goes on', async () => {
    const { office, store, dossierId, entry } = await asked();
    const { ledger } = office.desk();
    const others = [await takeOver(ledger), await takeOver(ledger)];
    const [unread] = others;
    const tampered: Pick<Store, 'auditPage'> = {
      auditPage: async (after, limit) =>
        (await store.auditPage(after, limit)).map((each) => {
          if (each.dossierId === unread) return { kind: 'unreadable', dossierId: unread, reason: 'no JSON' };
          return each.dossierId === dossierId ? { ...entry, shown: new Map() } : each;
        }),
    };
    const report = await verifyAll(tampered as Store, office.reference, () => undefined);
    expect(report.dossiers).toBe(3);
    expect(report.findings).toHaveLength(2);
    expect(report.findings).toEqual(
      expect.arrayContaining([
        { dossierId, row: 'event', key: 5, field: 'shownTo', expected: [TAX_OFFICE], found: [] },
        {
          dossierId: unread,
          row: 'dossier',
          key: unread,
          field: 'row',
          expected: 'rows that can be read',
          found: 'no JSON',
        },
      ]),
    );
  });
});
