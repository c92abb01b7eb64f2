/** Dossiers with what hangs on them, set-based. */
import type { LoadedDossier, Party, StoredDossier } from '@lien-thong/engine';
import type { Clock, DossierEvent, DossierId, Segment } from '@lien-thong/domain';
import { binaryArray } from './binary-array.js';
import { CLOCK_COLUMNS, readClock } from './clock-rows.js';
import type { Statement } from './columns.js';
import { DOSSIER_COLUMNS, readDossier } from './dossier-rows.js';
import { EVENT_COLUMNS, readEvent } from './event-rows.js';
import { PARTY_COLUMNS, readParty } from './party-rows.js';
import { SEGMENT_COLUMNS, readSegment } from './segment-rows.js';
import type { Wire } from './wire.js';

const of = (alias: string) => `${alias}.dossier_id = any ($1::uuid[])`;

const LOAD_DOSSIERS: Statement = {
  name: 'load-dossiers',
  text: `select ${DOSSIER_COLUMNS} from dossier d where d.id = any ($1::uuid[])`,
};
const LOAD_CLOCKS: Statement = {
  name: 'load-clocks',
  text: `select ${CLOCK_COLUMNS} from clock c where ${of('c')} order by c.id collate "C"`,
};
const LOAD_SEGMENTS: Statement = {
  name: 'load-segments',
  text: `select ${SEGMENT_COLUMNS} from segment g where ${of('g')} order by g.n`,
};
const LOAD_OPEN_SEGMENTS: Statement = {
  name: 'load-open-segments',
  text: `select ${SEGMENT_COLUMNS} from segment g where ${of('g')} and g.to_minute is null`,
};
const LOAD_PARTIES: Statement = {
  name: 'load-parties',
  text: `select ${PARTY_COLUMNS} from party p where ${of('p')}`,
};
const LOAD_JOURNALS: Statement = {
  name: 'load-journals',
  text: `select ${EVENT_COLUMNS} from event e where ${of('e')} order by e.dossier_id, e.seq`,
};

/** Values under the dossier they belong to, in the order they came. */
class ByDossier<T> {
  private readonly lists = new Map<DossierId, T[]>();

  add(dossierId: DossierId, value: T): void {
    const list = this.lists.get(dossierId);
    if (list === undefined) this.lists.set(dossierId, [value]);
    else list.push(value);
  }

  of(dossierId: DossierId): readonly T[] {
    return this.lists.get(dossierId) ?? [];
  }
}

/**
 * Dossiers in the order of no promise, with every clock by id, their parties, and the open segment or all of them. Four statements
 * of one round trip; each sees what was committed before it began, so locks must be taken before.
 */
export async function loadDossiers(
  wire: Wire,
  ids: readonly DossierId[],
  segments: 'open' | 'all',
): Promise<ReadonlyMap<DossierId, StoredDossier>> {
  const values = [binaryArray('uuid', ids)];
  const [dossierRows, clockRows, segmentRows, partyRows] = await Promise.all([
    wire.send(LOAD_DOSSIERS, values),
    wire.send(LOAD_CLOCKS, values),
    wire.send(segments === 'open' ? LOAD_OPEN_SEGMENTS : LOAD_SEGMENTS, values),
    wire.send(LOAD_PARTIES, values),
  ]);
  const clocks = new ByDossier<Clock>();
  for (const row of clockRows) {
    const { dossierId, clock } = readClock(row);
    clocks.add(dossierId, clock);
  }
  const spans = new ByDossier<Segment>();
  for (const row of segmentRows) {
    const { dossierId, segment } = readSegment(row);
    spans.add(dossierId, segment);
  }
  const parties = new ByDossier<Party>();
  for (const row of partyRows) {
    const party = readParty(row);
    parties.add(party.dossierId, party);
  }
  const loaded = new Map<DossierId, LoadedDossier>();
  for (const row of dossierRows) {
    const dossier = readDossier(row);
    const file = { dossier, clocks: clocks.of(dossier.id), segments: spans.of(dossier.id) };
    loaded.set(dossier.id, { file, parties: parties.of(dossier.id) });
  }
  return loaded;
}

/** Whole journals, each in the order of `seq`. */
export async function loadJournals(
  wire: Wire,
  ids: readonly DossierId[],
): Promise<ReadonlyMap<DossierId, readonly DossierEvent[]>> {
  const journals = new Map<DossierId, DossierEvent[]>();
  for (const row of await wire.send(LOAD_JOURNALS, [binaryArray('uuid', ids)])) {
    const event = readEvent(row);
    const journal = journals.get(event.dossierId);
    if (journal === undefined) journals.set(event.dossierId, [event]);
    else journal.push(event);
  }
  return journals;
}
