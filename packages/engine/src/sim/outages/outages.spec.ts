import { describe, expect, it } from '@jest/globals';
import type { Clock } from '@lien-thong/domain';
import { turn } from '../../../test/survive.js';
import type { BatchWrite, Store } from '../../ports/store.js';
import { transactionsWith } from '../../ports/store-with.js';
import { outageRun } from './campaign.js';

/** The second found a limit that began while nobody was competent. */
const SEEDS = [2, 4];

/** Where two outages overlap, clocks are given the minutes of both. */
function counting(change: (clock: Clock) => Clock): (store: Store) => Store {
  const twice = (batch: BatchWrite): BatchWrite => ({
    ...batch,
    dossiers: batch.dossiers.map((write) =>
      Object.keys(write.dossier.outages ?? {}).length < 2 ? write : { ...write, clocks: write.clocks.map(change) },
    ),
  });
  return (store) => transactionsWith(store, (tx) => ({ write: (batch) => tx.write(twice(batch)) }));
}

const hunted = async (plant: (store: Store) => Store) => {
  for (const seed of SEEDS) {
    const { complaint } = await outageRun({ seed, turn, plant, withoutVerify: true });
    if (complaint !== null) return complaint;
  }
  return null;
};

describe('outages over the dossiers of an office that went through everything', () => {
  it('never give back more than they took, lose no minute, touch nobody else, and leave nothing when they are cancelled', async () => {
    const sum = { relieved: 0, crashes: 0 };
    for (const seed of SEEDS) {
      const { complaint, relieved, crashes } = await outageRun({ seed, turn });
      expect([seed, complaint]).toEqual([seed, null]);
      sum.relieved += relieved;
      sum.crashes += crashes;
    }
    expect(sum.relieved).toBeGreaterThan(10);
    expect(sum.crashes).toBeGreaterThan(1);
  }, 300_000);

  it('show a mistake by which minutes of two overlapping outages count twice', async () => {
    const doubled = counting((clock) => ({ ...clock, used: clock.used - Math.min(clock.used, 7) }));
    expect(await hunted(doubled)).toContain('minutes and ran');
  }, 300_000);

  it('show a mistake by which a clock rests a while longer than the system was down', async () => {
    const longer = counting((clock) =>
      clock.stretches.length < 2
        ? clock
        : {
            ...clock,
            stretches: clock.stretches.map(({ from, to }) => ({
              from: (from + (to - from > 9 ? 9 : 0)) as typeof from,
              to,
            })),
          },
    );
    expect(await hunted(longer)).toContain('nothing was down');
  }, 300_000);
});
