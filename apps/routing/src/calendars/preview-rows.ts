/** Open clocks, page by page in the order of the index of open dossiers. */
import type { Clock, DossierId, Pin } from '@lien-thong/domain';
import { CLOCK_COLUMNS, readClock } from '../store/clock-rows.js';
import type { Statement } from '../store/columns.js';
import type { Wire } from '../store/wire.js';

/** What a clock's due minute hangs on, beside its row. */
export interface OpenClock {
  readonly dossierId: DossierId;
  readonly pin: Pick<Pin, 'calendarProvince' | 'calendarVersion' | 'limit'>;
  readonly clock: Clock;
}

export interface Page {
  readonly clocks: readonly OpenClock[];
  readonly dossiers: number;
  /** After which the next page begins; null at the end. */
  readonly next: { readonly holder: string; readonly id: string } | null;
}

const WINDOW: Statement = {
  name: 'preview-window',
  text: `select d.holder, d.id from dossier d where d.ended_at is null and (d.holder, d.id) > ($1, $2::uuid)
    and ($4::text is null or d.intake->'pin'->>'calendarProvince' = $4) order by d.holder, d.id limit $3`,
};
const CLOCKS: Statement = {
  name: 'preview-clocks',
  text: `select d.intake->'pin'->>'calendarProvince', d.intake->'pin'->>'calendarVersion', d.intake->'pin'->>'limit', ${CLOCK_COLUMNS}
    from dossier d join clock c on c.dossier_id = d.id
    where d.id = any ($1::uuid[]) and c.status = 'running' and c.budget_unit <> 'none'
      and ($2::integer is null or c.due_at is null or greatest(c.due_at, c.breach_fires_at) >= $2)
      and ($3::text is null or c.owner_kind = 'agency' and c.owner_agency = $3)`,
};

export interface Asked {
  /** Clocks that were over before cannot move; null: all are read. */
  readonly since: number | null;
  readonly province: string | null;
  readonly owner: string | null;
}

const PAGE = 2_000;
export const FIRST_PAGE = { holder: '', id: '00000000-0000-0000-0000-000000000000' };

/** Running clocks of the next open dossiers that a change since `since` could move. */
export async function nextPage(wire: Wire, after: { holder: string; id: string }, asked: Asked): Promise<Page> {
  const rows = await wire.send(WINDOW, [after.holder, after.id, PAGE, asked.province]);
  const places = rows.map((row) => ({ holder: row.text(), id: row.text() }));
  const last = places.at(-1) ?? null;
  const ids = `{${places.map(({ id }) => id).join(',')}}`;
  const found = places.length === 0 ? [] : await wire.send(CLOCKS, [ids, asked.since, asked.owner]);
  const clocks = found.map((row) => {
    const pin = { calendarProvince: row.text(), calendarVersion: row.text(), limit: row.text() as Pin['limit'] };
    return { pin, ...readClock(row) };
  });
  return { clocks, dossiers: places.length, next: places.length < PAGE ? null : last };
}
