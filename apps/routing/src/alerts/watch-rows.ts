/** Up to which fact a dossier was looked at as a whole, and when it is to be looked at again. */
import type { DossierId, Minute } from '@lien-thong/domain';
import { binaryArray } from '../store/binary-array.js';
import { column, upsertOf } from '../store/columns.js';
import type { Statement } from '../store/columns.js';
import type { Wire } from '../store/wire.js';

export interface Watched {
  readonly dossierId: DossierId;
  readonly seq: number;
  readonly looksAt: number | null;
}

/** Due at once: its facts have not been looked at although they were read. */
export const BEHIND = 0;

const UPSERT = upsertOf<Watched>(
  'alert_watch',
  ['dossier_id'],
  [
    column('dossier_id', 'uuid', ({ dossierId }) => dossierId),
    column('seq', 'int4', ({ seq }) => seq),
    column('looks_at', 'int4', ({ looksAt }) => looksAt),
  ],
);
const OF: Statement = {
  name: 'alert-watch-of',
  text: 'select dossier_id, seq, looks_at from alert_watch where dossier_id = any ($1::uuid[])',
};
const FORGET: Statement = {
  name: 'alert-watch-forget',
  text: 'delete from alert_watch where dossier_id = any ($1::uuid[])',
};
const DUE: Statement = {
  name: 'alert-watch-due',
  text: 'select dossier_id from alert_watch where looks_at <= $1 order by looks_at, dossier_id limit $2',
};
const NEXT: Statement = {
  name: 'alert-watch-next',
  text: 'select looks_at from alert_watch where looks_at is not null order by looks_at limit 1',
};

export async function watchedOf(wire: Wire, ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, Watched>> {
  const rows = ids.length === 0 ? [] : await wire.send(OF, [binaryArray('uuid', ids)]);
  return new Map(
    rows.map((row) => {
      const watched = { dossierId: row.text() as DossierId, seq: row.integer(), looksAt: row.integerOrNull() };
      return [watched.dossierId, watched];
    }),
  );
}

export async function watch(
  wire: Wire,
  { watched, ended }: { readonly watched: readonly Watched[]; readonly ended: readonly DossierId[] },
): Promise<void> {
  await Promise.all([
    ...(watched.length > 0 ? [wire.send(UPSERT.statement, UPSERT.values(watched))] : []),
    ...(ended.length > 0 ? [wire.send(FORGET, [binaryArray('uuid', ended)])] : []),
  ]);
}

/** Dossiers that are to be looked at by now, the longest due first. */
export async function dueToLook(wire: Wire, now: Minute, limit: number): Promise<readonly DossierId[]> {
  return (await wire.send(DUE, [now, limit])).map((row) => row.text() as DossierId);
}

/** The least minute at which one is; null when none ever is. */
export async function nextToLook(wire: Wire): Promise<Minute | null> {
  const [row] = await wire.send(NEXT);
  return row === undefined ? null : (row.integer() as Minute);
}
