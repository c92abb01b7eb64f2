/** The policies of lists show what those of single reads show: the same rows, to everybody. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgencyId, Clock } from '@lien-thong/domain';
import { sampleClock } from '../../../../packages/engine/test/conformance/samples.js';
import { agency, batchOf, receivedBy } from '../../test/dossiers.js';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { readInLists } from './list-reads.js';
import { readAs } from './read-as.js';
import type { Read } from './read-as.js';

const [A, B, C, X] = ['list-a', 'list-b', 'list-c', 'list-x'].map(agency) as [AgencyId, AgencyId, AgencyId, AgencyId];
const opinionOf = (agencyId: AgencyId): Clock =>
  sampleClock('consultation:tax', { kind: 'consultation', owner: { kind: 'agency', agencyId } });

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase();
  const consulted = receivedBy(A, [
    { agencyId: B, role: 'competent' },
    { agencyId: C, role: 'consulted' },
  ]);
  const write = { ...consulted.write, clocks: [sampleClock('legal'), opinionOf(C)] };
  const others = [receivedBy(A).write, receivedBy(B).write, receivedBy(C).write];
  await opened.store.transaction((tx) => tx.write(batchOf([write, ...others])));
});
afterAll(() => opened.close());

const DOSSIERS = { name: 'spec-list-dossiers', text: 'select id from dossier order by id' };
const CLOCKS = { name: 'spec-list-clocks', text: 'select dossier_id, id from clock order by dossier_id, id' };
const look = async (read: Read) => ({ dossiers: await read(DOSSIERS), clocks: await read(CLOCKS) });

describe('a list', () => {
  it.each([
    ['a party to two', { agencyId: A, supervises: [] }, [2, 3]],
    ['one that decides', { agencyId: B, supervises: [] }, [2, 3]],
    ['one that is consulted: its opinion, not the limit', { agencyId: C, supervises: [] }, [2, 2]],
    ['a stranger', { agencyId: X, supervises: [] }, [0, 0]],
    ['a supervisor of a stranger', { agencyId: X, supervises: [agency('list-y')] }, [0, 0]],
    ['a supervisor of the consulted: the whole', { agencyId: X, supervises: [C] }, [2, 3]],
    ['a supervisor of all', { agencyId: X, supervises: [A, B, C] }, [4, 5]],
  ])('shows to %s what a single read shows', async (_, viewer, [dossiers, clocks]) => {
    const [one, list] = [await readAs(opened.app, viewer, look), await readInLists(opened.app, viewer, look)];
    expect(list).toEqual(one);
    expect([list.dossiers.length, list.clocks.length]).toEqual([dossiers, clocks]);
  });

  it('is read only, and shows nothing to nobody', async () => {
    const viewer = { agencyId: A, supervises: [] };
    const text = 'with w as (update dossier set seq = 99 returning seq) select seq from w';
    await expect(readInLists(opened.app, viewer, (read) => read({ name: 'spec-list-write', text }))).rejects.toThrow(
      'read-only',
    );
    const nobody = { agencyId: '' as AgencyId, supervises: [] };
    expect(await readInLists(opened.app, nobody, look)).toEqual({ dossiers: [], clocks: [] });
  });
});
