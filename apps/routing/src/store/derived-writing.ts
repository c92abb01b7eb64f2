/** Clocks and segments of a batch: inserted or replaced as what was read before tells; looked up where nothing was read. */
import type { DossierWrite, LoadedDossier } from '@lien-thong/engine';
import { INSERT_CLOCKS, UPDATE_CLOCKS, UPSERT_CLOCKS } from './clock-rows.js';
import type { ClockRow } from './clock-rows.js';
import type { Write } from './columns.js';
import { INSERT_SEGMENTS, UPDATE_SEGMENTS, UPSERT_SEGMENTS } from './segment-rows.js';
import type { SegmentRow } from './segment-rows.js';
import type { Wire } from './wire.js';

/** What stood of the dossier before the write; null when nothing of it did, undefined when nobody has looked. */
export type Before = (write: DossierWrite) => LoadedDossier['file'] | null | undefined;

type Manner = 'insert' | 'update' | 'upsert';
type Sorted<Row> = { readonly [M in Manner]: Row[] };
type Writes<Row> = { readonly [M in Manner]: Write<Row> };

const CLOCKS: Writes<ClockRow> = { insert: INSERT_CLOCKS, update: UPDATE_CLOCKS, upsert: UPSERT_CLOCKS };
const SEGMENTS: Writes<SegmentRow> = { insert: INSERT_SEGMENTS, update: UPDATE_SEGMENTS, upsert: UPSERT_SEGMENTS };

/** The rows of a re-fold are inserted: what stood there has been cleared away. */
function mannerOf(write: DossierWrite, before: Before, isThere: (file: LoadedDossier['file']) => boolean): Manner {
  if (write.isNew || write.replaceAll) return 'insert';
  const file = before(write);
  if (file === undefined) return 'upsert';
  return file !== null && isThere(file) ? 'update' : 'insert';
}

function sendSorted<Row>(wire: Wire, writes: Writes<Row>, rows: Sorted<Row>): Promise<unknown>[] {
  const manners: readonly Manner[] = ['insert', 'update', 'upsert'];
  return manners
    .filter((manner) => rows[manner].length > 0)
    .map((manner) => wire.send(writes[manner].statement, writes[manner].values(rows[manner])));
}

export function sendDerived(wire: Wire, writes: readonly DossierWrite[], before: Before): Promise<unknown>[] {
  const clockRows: Sorted<ClockRow> = { insert: [], update: [], upsert: [] };
  const segmentRows: Sorted<SegmentRow> = { insert: [], update: [], upsert: [] };
  for (const write of writes) {
    const dossierId = write.dossier.id;
    for (const clock of write.clocks) {
      const manner = mannerOf(write, before, ({ clocks }) => clocks.some(({ id }) => id === clock.id));
      clockRows[manner].push({ dossierId, clock });
    }
    for (const segment of write.segments) {
      const manner = mannerOf(write, before, ({ segments }) => segments.some(({ n }) => n === segment.n));
      segmentRows[manner].push({ dossierId, segment });
    }
  }
  return [...sendSorted(wire, CLOCKS, clockRows), ...sendSorted(wire, SEGMENTS, segmentRows)];
}
