/** The next open dossiers in the order of their index, and which of them have to be moved. */
import type { DossierId } from '@lien-thong/domain';
import { binaryArray } from '../store/binary-array.js';
import type { Statement } from '../store/columns.js';
import type { RowReader } from '../store/raw-row.js';
import type { Wire } from '../store/wire.js';
import type { Run } from './restatement-rows.js';

const OPEN = `from dossier d where d.ended_at is null and (d.holder, d.id) > ($1, $2::uuid) order by d.holder, d.id limit $3`;

const OF_LEGAL: Statement = {
  name: 'restatement-window-legal',
  text: `select o.holder, o.id, t.target is not null and o.version <> t.target
    from (select d.holder, d.id, d.intake->'pin'->>'calendarProvince' as province, d.intake->'pin'->>'calendarVersion' as version ${OPEN}) o
    left join unnest($4::text[], $5::text[]) as t (province, target) on t.province = o.province order by o.holder, o.id`,
};
const OF_DESK: Statement = {
  name: 'restatement-window-desk',
  text: `select o.holder, o.id, (o.told is distinct from $7) and exists (select from segment g where g.dossier_id = o.id
      and g.owner_kind = 'agency' and g.owner_agency = $4 and g.to_minute > $5 and g.from_minute < $6)
    from (select d.holder, d.id, d.state->'restatedDesks'->>$4 as told ${OPEN}) o order by o.holder, o.id`,
};
const LOCK: Statement = {
  name: 'restatement-lock',
  text: 'select id from dossier where id = any ($1::uuid[]) and ended_at is null order by id for update skip locked',
};

export interface Window {
  /** To be moved, in the order of the index. */
  readonly stale: readonly DossierId[];
  /** The place after which the next window begins; null when this is the end. */
  readonly next: { readonly holder: string; readonly id: string } | null;
}

function windowOf(rows: readonly RowReader[], limit: number, most: number): Window {
  const stale: DossierId[] = [];
  let last: { holder: string; id: string } | null = null;
  for (const row of rows) {
    last = { holder: row.text(), id: row.text() };
    if (row.boolean()) stale.push(last.id as DossierId);
    if (stale.length === most) return { stale, next: last };
  }
  return { stale, next: rows.length < limit ? null : last };
}

/** At most `most` dossiers to be moved among the next `limit` open ones. `targets`: the newest legal version by province. */
export async function nextWindow(
  wire: Wire,
  run: Run,
  {
    limit,
    most,
    targets,
  }: { readonly limit: number; readonly most: number; readonly targets: ReadonlyMap<string, string> },
): Promise<Window> {
  const from = [run.afterHolder, run.afterId, limit];
  const rows =
    run.layer === 'closure'
      ? await wire.send(OF_DESK, [
          ...from,
          run.layerId,
          run.firstMinute,
          run.endMinute,
          `${run.layerId}@${run.version}`,
        ])
      : await wire.send(OF_LEGAL, [
          ...from,
          binaryArray('text', [...targets.keys()]),
          binaryArray('text', [...targets.values()]),
        ]);
  return windowOf(rows, limit, most);
}

/** Those of the dossiers nobody else holds just now: a command is never waited for, nor kept waiting behind one. */
export async function lockFree(wire: Wire, ids: readonly DossierId[]): Promise<readonly DossierId[]> {
  if (ids.length === 0) return [];
  return (await wire.send(LOCK, [binaryArray('uuid', ids)])).map((row) => row.text() as DossierId);
}
