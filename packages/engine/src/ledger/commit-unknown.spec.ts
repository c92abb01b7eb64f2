import { describe, expect, it } from '@jest/globals';
import { Office, accepted, ask, reception, refusalCode, take } from '../../test/office.js';
import type { Schedule } from '../memory/schedule.js';
import { CommitUnknown, StoreUnavailable } from '../ports/store.js';

/** Loses the answers to the first commits: `commit` = before they take effect, `committed` = after. */
function losing(point: 'commit' | 'committed', times = 1): Schedule {
  let left = times;
  return (step) => {
    if (step !== point || left === 0) return Promise.resolve();
    left -= 1;
    return Promise.reject(new CommitUnknown());
  };
}

describe('a commit whose answer is lost', () => {
  it('is answered as done when it was done, and relayed', async () => {
    const office = new Office();
    const { ledger, committed } = office.desk(losing('committed'));
    const answer = accepted(await ledger.submit(ask(reception(), { key: 'k-1' })));
    expect(office.types(answer.dossierId)).toEqual(['received']);
    expect(office.database.dossiers.size).toBe(1);
    expect(committed.flat().map(({ eventId }) => eventId)).toEqual(answer.eventIds);
  });

  it('is done again when it was not done', async () => {
    const office = new Office();
    const { ledger } = office.desk(losing('commit'));
    const answer = accepted(await ledger.submit(ask(reception(), { key: 'k-1' })));
    expect(answer.replayed).toBe(false);
    expect(office.database.dossiers.size).toBe(1);
    expect(office.stored(answer.dossierId).dossier.code).toBe('H24.111-261123-0001');
  });

  it('leaves the caller without a key in doubt, and says so', async () => {
    const office = new Office();
    const { ledger, committed } = office.desk(losing('committed'));
    await expect(ledger.submit(ask(reception()))).rejects.toBeInstanceOf(CommitUnknown);
    expect(office.database.dossiers.size).toBe(1);
    expect(committed).toEqual([]);
  });

  it('is known for the whole batch as soon as one act of it had a key', async () => {
    for (const point of ['commit', 'committed'] as const) {
      const office = new Office();
      const { ledger } = office.desk(losing(point));
      const answers = await Promise.all([
        ledger.submit(ask(reception())),
        ledger.submit(ask(reception(), { key: 'k-1' })),
      ]);
      expect(answers.map((answer) => accepted(answer).seq)).toEqual([1, 1]);
      expect(office.database.dossiers.size).toBe(2);
    }
  });

  it('does not make a refusal doubtful that rests on nothing of the batch', async () => {
    const office = new Office();
    const id = await take(office.desk().ledger);
    const { ledger } = office.desk(losing('committed'));
    const accept = ask({ type: 'acceptTransfer' }, { dossierId: id });
    const assign = ask({ type: 'assign', officerId: 'officer-1' }, { dossierId: id });
    const [before, doubtful, after] = await Promise.allSettled(
      [accept, assign, accept].map((request) => ledger.submit(request)),
    );
    expect(before).toMatchObject({ status: 'fulfilled', value: { kind: 'refused' } });
    expect(doubtful).toMatchObject({ status: 'rejected', reason: expect.any(CommitUnknown) });
    expect(after).toMatchObject({ status: 'rejected', reason: expect.any(CommitUnknown) });
  });

  it('does not matter to a batch that only refuses', async () => {
    const office = new Office();
    const { ledger } = office.desk(losing('committed'));
    expect(refusalCode(await ledger.submit(ask(reception({ procedureCode: '9.999999' }))))).toBe('procedure-unknown');
  });

  it('is given up after three runs that were all lost and undone', async () => {
    const office = new Office();
    // The transaction that asks what became of each run goes through; only the runs themselves are lost.
    let commits = 0;
    const { ledger } = office.desk((step) => {
      if (step === 'commit') commits += 1;
      return step === 'commit' && commits % 2 === 1 ? Promise.reject(new CommitUnknown()) : Promise.resolve();
    });
    await expect(ledger.submit(ask(reception(), { key: 'k-1' }))).rejects.toBeInstanceOf(CommitUnknown);
    expect(commits).toBe(6);
    expect(office.database.dossiers.size).toBe(0);
  });

  it('stays unknown when the database is away just when it is asked', async () => {
    const office = new Office();
    let begun = 0;
    const { ledger } = office.desk((step) => {
      if (step === 'begin') begun += 1;
      if (step === 'begin' && begun === 2) return Promise.reject(new StoreUnavailable());
      return step === 'committed' && begun === 1 ? Promise.reject(new CommitUnknown()) : Promise.resolve();
    });
    await expect(ledger.submit(ask(reception(), { key: 'k-1' }))).rejects.toBeInstanceOf(CommitUnknown);
    expect(accepted(await ledger.submit(ask(reception(), { key: 'k-1' }))).replayed).toBe(true);
  });

  it('is told from an act that another process did under the same key meanwhile', async () => {
    const office = new Office();
    const other = office.desk();
    let lost = false;
    const { ledger } = office.desk(async (step) => {
      if (step !== 'commit' || lost) return;
      lost = true;
      throw new CommitUnknown();
    });
    const mine = ledger.submit(ask(reception(), { key: 'k-1' }));
    const theirs = await other.ledger.submit(ask(reception(), { key: 'k-1' }));
    const [a, b] = [accepted(await mine), accepted(theirs)];
    expect(a.eventIds).toEqual(b.eventIds);
    expect(office.database.dossiers.size).toBe(1);
  });
});
