/** Clocks and segments of a batch: inserted or replaced as what was read before tells; looked up where nothing was read. */
import type { Clock } from '@lien-thong/domain';
import type { DossierWrite, LoadedDossier } from '@lien-thong/engine';
import { INSERT_CLOCKS, MARK_CLOCKS, UPDATE_CLOCKS, UPSERT_CLOCKS, isOnlyMarked } from './clock-rows.js';
import type { ClockRow } from './clock-rows.js';
import type { Write } from './columns.js';
import { INSERT_SEGMENTS, UPDATE_SEGMENTS, UPSERT_SEGMENTS } from './segment-rows.js';
import type { SegmentRow } from './segment-rows.js';
import type { Wire } from './wire.js';

/** What stood of the dossier before the write; null when nothing of it did, undefined when nobody has looked. */
export type Before = (write: DossierWrite) => LoadedDossier['file'] | null | undefined;

type Manner = 'insert' | 'update' | 'mark' | 'upsert';
type Sorted<Row> = { readonly [M in Manner]: Row[] };
type Writes<Row> = { readonly [M in Manner]: Write<Row> };

const CLOCKS: Writes<ClockRow> = {
  insert: INSERT_CLOCKS,
  update: UPDATE_CLOCKS,
  mark: MARK_CLOCKS,
  upsert: UPSERT_CLOCKS,
};
const SEGMENTS: Writes<SegmentRow> = {
  insert: INSERT_SEGMENTS,
  update: UPDATE_SEGMENTS,
  mark: UPDATE_SEGMENTS,
  upsert: UPSERT_SEGMENTS,
};

/** The rows of a re-fold are inserted: what stood there has been cleared away. */
function mannerOf(
  write: DossierWrite,
  before: Before,
  ofStanding: (file: LoadedDossier['file']) => 'update' | 'mark' | 'insert',
): Manner {
  if (write.isNew || write.replaceAll) return 'insert';
  const file = before(write);
  if (file === undefined) return 'upsert';
  return file === null ? 'insert' : ofStanding(file);
}

function mannerOfClock(clock: Clock, { clocks }: LoadedDossier['file']): 'update' | 'mark' | 'insert' {
  const stood = clocks.find(({ id }) => id === clock.id);
  if (stood === undefined) return 'insert';
  return isOnlyMarked(stood, clock) ? 'mark' : 'update';
}

function sendSorted<Row>(wire: Wire, writes: Writes<Row>, rows: Sorted<Row>): Promise<unknown>[] {
  const manners: readonly Manner[] = ['insert', 'update', 'mark', 'upsert'];
  return manners
    .filter((manner) => rows[manner].length > 0)
    .map((manner) => wire.send(writes[manner].statement, writes[manner].values(rows[manner])));
}

export function sendDerived(wire: Wire, writes: readonly DossierWrite[], before: Before): Promise<unknown>[] {
  const clockRows: Sorted<ClockRow> = { insert: [], update: [], mark: [], upsert: [] };
  const segmentRows: Sorted<SegmentRow> = { insert: [], update: [], mark: [], upsert: [] };
  for (const write of writes) {
    const dossierId = write.dossier.id;
    for (const clock of write.clocks) {
      const manner = mannerOf(write, before, (file) => mannerOfClock(clock, file));
      clockRows[manner].push({ dossierId, clock });
    }
    for (const segment of write.segments) {
      const isThere = ({ segments }: LoadedDossier['file']) => segments.some(({ n }) => n === segment.n);
      const manner = mannerOf(write, before, (file) => (isThere(file) ? 'update' : 'insert'));
      segmentRows[manner].push({ dossierId, segment });
    }
  }
  return [...sendSorted(wire, CLOCKS, clockRows), ...sendSorted(wire, SEGMENTS, segmentRows)];
}
