import { describe, expect, it } from '@jest/globals';
import type { DossierId } from '@lien-thong/domain';
import { Interleaver } from '../../test/interleaver.js';
import { Office, accepted, ask, reception, take } from '../../test/office.js';
import type { Desk } from '../../test/office.js';
import { Ledger, LedgerClosed } from './ledger.js';

const assign = (officer: string, dossierId: DossierId) => ask({ type: 'assign', officerId: officer }, { dossierId });

function officersOf(office: Office, id: DossierId): readonly string[] {
  return office
    .stored(id)
    .events.flatMap((event) => (event.type === 'dossier.assigned.v1' ? [event.data.officerId] : []));
}

describe('the ledger commits in groups', () => {
  it('writes a single act in an idle office at once, in a transaction of its own', async () => {
    const office = new Office();
    await take(office.desk().ledger);
    expect(office.database.commits).toBe(1);
  });

  it('writes three hundred dossiers of one agency that arrive together in five transactions, its share of each', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const answers = await Promise.all(Array.from({ length: 300 }, () => ledger.submit(ask(reception()))));
    expect(office.database.commits).toBe(5);
    expect(new Set(answers.map((answer) => accepted(answer).code)).size).toBe(300);
  });

  it('lets what arrives together go in two halves where it is told to, one in flight behind the other', async () => {
    const office = new Office();
    const { ports } = office.desk();
    const halved = new Ledger(ports, 20);
    const answers = await Promise.all(Array.from({ length: 40 }, () => halved.submit(ask(reception()))));
    expect(office.database.commits).toBe(2);
    expect(new Set(answers.map((answer) => accepted(answer).code)).size).toBe(40);
    await Promise.all(Array.from({ length: 19 }, () => halved.submit(ask(reception()))));
    expect(office.database.commits).toBe(3);
  });

  it('puts what arrives while two batches are in flight into the next one', async () => {
    const office = new Office();
    const interleaver = new Interleaver(1);
    let open = 0;
    let most = 0;
    const { ledger } = office.desk(async (point) => {
      if (point === 'begin') most = Math.max(most, ++open);
      if (point === 'committed') open -= 1;
      await interleaver.schedule(point);
    });
    const first = ledger.submit(ask(reception()));
    await Promise.resolve();
    const second = ledger.submit(ask(reception()));
    await Promise.resolve();
    const rest = Array.from({ length: 50 }, () => ledger.submit(ask(reception())));
    await interleaver.drive(Promise.all([first, second, ...rest]));
    expect(most).toBe(2);
    expect(office.database.commits).toBe(3);
  });

  it('answers everything it has taken before it closes, and takes no more', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const answers = Array.from({ length: 5 }, () => ledger.submit(ask(reception())));
    await ledger.drain();
    expect(office.database.dossiers.size).toBe(5);
    await Promise.all(answers);
    await expect(ledger.submit(ask(reception()))).rejects.toBeInstanceOf(LedgerClosed);
    await ledger.drain();
  });
});

describe('the acts on one dossier', () => {
  /** Acts on three dossiers, submitted some now, some a little later. */
  async function submitted({ ledger }: Desk, ids: readonly DossierId[]): Promise<readonly unknown[]> {
    const answers: Promise<unknown>[] = [];
    for (let i = 0; i < 40; i++) {
      for (const id of ids) answers.push(ledger.submit(assign(`officer-${i}`, id)));
      if (i % 3 === 0) await Promise.resolve();
    }
    return Promise.all(answers);
  }

  it('are applied in the order in which they arrived, in one batch and across batches', async () => {
    const officers = Array.from({ length: 40 }, (_, i) => `officer-${i}`);
    for (let seed = 0; seed < 20; seed++) {
      const office = new Office();
      const setUp = office.desk().ledger;
      const ids = [await take(setUp), await take(setUp), await take(setUp)];
      const interleaver = new Interleaver(seed);
      const desk = office.desk(interleaver.schedule);
      await interleaver.drive(submitted(desk, ids));
      for (const id of ids) {
        expect(officersOf(office, id)).toEqual(officers);
        expect(office.stored(id).dossier.version).toBe(41);
      }
    }
  });

  it('never get lost between two processes that act on it at once', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const office = new Office();
      const id = await take(office.desk().ledger);
      const interleaver = new Interleaver(seed);
      const [one, two] = [office.desk(interleaver.schedule), office.desk(interleaver.schedule)];
      const acts = Array.from({ length: 12 }, (_, i) =>
        (i % 2 === 0 ? one : two).ledger.submit(assign(`officer-${i}`, id)),
      );
      await interleaver.drive(Promise.all(acts));
      expect([...officersOf(office, id)].sort()).toEqual(Array.from({ length: 12 }, (_, i) => `officer-${i}`).sort());
      expect(office.stored(id).events.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
    }
  });

  it('wait for the process that holds the dossier, and find it as that one left it', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const office = new Office();
      const id = await take(office.desk().ledger);
      const interleaver = new Interleaver(seed);
      const clerks = [office.desk(interleaver.schedule), office.desk(interleaver.schedule)].map(
        async ({ ledger }, clerk) => {
          // One act after the other, each a batch of its own: nothing but the lock keeps the two clerks apart.
          for (let i = 0; i < 5; i++) await ledger.submit(assign(`officer-${clerk}-${i}`, id));
        },
      );
      await interleaver.drive(Promise.all(clerks));
      expect(office.stored(id).dossier.version).toBe(11);
    }
  });

  it('wait behind one that waits for its key, so that nobody overtakes it', async () => {
    const office = new Office();
    const id = await take(office.desk().ledger);
    const interleaver = new Interleaver(3);
    const { ledger } = office.desk(interleaver.schedule);
    const nowhere = ask(reception({ procedureCode: '9.999999' }), { key: 'k-1' });
    const acts = [ledger.submit(nowhere)];
    await Promise.resolve();
    const first = ask({ type: 'assign', officerId: 'officer-1' }, { dossierId: id, key: 'k-1' });
    acts.push(ledger.submit(first), ledger.submit(assign('officer-2', id)));
    await interleaver.drive(Promise.all(acts));
    expect(officersOf(office, id)).toEqual(['officer-1', 'officer-2']);
  });

  it('keep their place in the line when another dossier goes first', async () => {
    const office = new Office();
    const setUp = office.desk().ledger;
    const [busy, free] = [await take(setUp), await take(setUp)];
    const interleaver = new Interleaver(5);
    const { ledger } = office.desk(interleaver.schedule);
    const acts = [ledger.submit(assign('officer-1', busy))];
    await Promise.resolve();
    acts.push(ledger.submit(assign('officer-2', busy)), ledger.submit(assign('officer-9', free)));
    await Promise.resolve();
    acts.push(ledger.submit(assign('officer-3', busy)));
    await interleaver.drive(Promise.all(acts));
    expect(officersOf(office, busy)).toEqual(['officer-1', 'officer-2', 'officer-3']);
    expect(officersOf(office, free)).toEqual(['officer-9']);
  });
});
