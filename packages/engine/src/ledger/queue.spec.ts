import { describe, expect, it } from '@jest/globals';
import type { ActingParty, AgencyId, DossierId } from '@lien-thong/domain';
import type { Envelope } from './envelope.js';
import { CommandQueue } from './queue.js';
import type { Waiting } from './queue.js';

const LIMIT = 256;
let numbered = 0;

/** A command of the agency for the dossier, or for one of its own. */
function waiting(agency: string | null, dossier?: string): Waiting {
  const party = { kind: agency === null ? 'engine' : 'clerk', agencyId: agency as AgencyId | null } as ActingParty;
  const dossierId = (dossier ?? `dossier-${(numbered += 1)}`) as DossierId;
  const envelope = { dossierId, key: null, party } as unknown as Envelope;
  return { envelope, resolve: () => undefined, reject: () => undefined };
}

function queueOf(all: readonly Waiting[]): CommandQueue {
  const queue = new CommandQueue();
  for (const each of all) queue.add(each);
  return queue;
}

const times = (count: number, make: () => Waiting) => Array.from({ length: count }, make);
const agenciesOf = (batch: readonly Waiting[]) => batch.map(({ envelope }) => envelope.party.agencyId);

describe('an agency that floods the ledger', () => {
  it('has its share of every batch, and the others are in the first one', () => {
    const flood = times(1000, () => waiting('flood'));
    const others = times(10, () => waiting('ward'));
    const queue = queueOf([...flood, ...others]);
    const batch = queue.take(LIMIT);
    expect(agenciesOf(batch).filter((agency) => agency === 'ward')).toHaveLength(10);
    expect(agenciesOf(batch).filter((agency) => agency === 'flood')).toHaveLength(64);
  });

  it('loses nothing, and its commands keep their order', () => {
    const flood = times(300, () => waiting('flood'));
    const queue = queueOf(flood);
    const taken: Waiting[] = [];
    while (queue.length > 0) {
      const batch = queue.take(LIMIT);
      expect(batch.length).toBeLessThanOrEqual(64);
      taken.push(...batch);
      queue.release(batch);
    }
    expect(taken).toEqual(flood);
  });

  it('does not let a later command for a dossier overtake the one that was passed over', () => {
    const last = waiting('flood', 'shared');
    const queue = queueOf([...times(64, () => waiting('flood')), last, waiting('ward', 'shared')]);
    const first = queue.take(LIMIT);
    expect(first).toHaveLength(64);
    queue.release(first);
    expect(agenciesOf(queue.take(LIMIT))).toEqual(['flood', 'ward']);
  });

  it('is never the engine itself', () => {
    expect(queueOf(times(200, () => waiting(null))).take(LIMIT)).toHaveLength(200);
  });
});
