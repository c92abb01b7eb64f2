/** Runs of restatement: how far each came. A run is moved on in the transaction of its batch, so that no dossier is done twice. */
import type { CalendarNotice, DossierId, Instant } from '@lien-thong/domain';
import { z } from 'zod';
import { binaryArray } from '../store/binary-array.js';
import type { Wire } from '../store/wire.js';
import type { CalendarKey } from './calendar-name.js';
import type { RunRequest } from './restatement-plan.js';

/** Real time from a publication until every process has noticed it: twice the interval of looking. */
export const NOTICED_AFTER_MS = 60_000;

const ADD = {
  name: 'restatement-add',
  text: `insert into restatement_run (id, layer, layer_id, version, state, first_minute, end_minute, starts_from, settles_at, requested_at)
    values ($1, $2, $3, $4, 'running', $5, $6, $7, clock_timestamp() + make_interval(secs => $8), $9)`,
};
/** Whoever holds the row works on the run; the others pass it over, and take it over when its transaction ends, however that is. */
const TAKE = {
  name: 'restatement-take',
  text: `select id, layer, layer_id as "layerId", version, state, pass, settled, after_holder as "afterHolder", after_id as "afterId",
      missed, first_minute as "firstMinute", end_minute as "endMinute", starts_from as "startsFrom",
      settles_at <= clock_timestamp() as "isSettled", open_dossiers as "openDossiers"
    from restatement_run
    where state = 'running' and (starts_from is null or starts_from <= $1)
      or state = 'settling' and settles_at <= clock_timestamp()
    order by requested_at, id limit 1 for update skip locked`,
};
const COUNT = {
  name: 'restatement-count',
  text: `select count(*)::integer as open from dossier d where d.ended_at is null
    and ($1::text is null or d.intake->'pin'->>'calendarProvince' = $1)`,
};
const MOVE_ON = {
  name: 'restatement-move-on',
  text: `update restatement_run set state = $2, pass = $3, settled = $4, after_holder = $5, after_id = $6, missed = $7,
      open_dossiers = $8, dossiers = dossiers + $9, clocks = clocks + $10, moved_clocks = moved_clocks + $11,
      withdrawn = withdrawn + $12, batches = batches + 1, last_batch_at = $13, stuck = $14,
      finished_at = case when $2 in ('done', 'incomplete') then $13::timestamptz end
    where id = $1`,
};
const STICK = {
  name: 'restatement-stick',
  text: `insert into restatement_stuck (run_id, dossier_id, reason) select $1, * from unnest($2::uuid[], $3::text[])
    on conflict (run_id, dossier_id) do update set reason = excluded.reason`,
};
const UNSTICK = {
  name: 'restatement-unstick',
  text: 'delete from restatement_stuck where run_id = $1 and dossier_id = any ($2::uuid[])',
};
const STUCK = {
  name: 'restatement-stuck',
  text: 'select count(*)::integer as stuck from restatement_stuck where run_id = $1',
};
const NOTICES = {
  name: 'restatement-notices',
  text: `select layer, layer_id as "layerId", version, notice_number as number, notice_issued_on::text as "issuedOn",
      notice_issuer as issuer from calendar_version
    where notice_number is not null and layer in ('national', 'province', 'closure') order by layer, layer_id, version`,
};

const text = z.string();
const runRow = z.object({
  id: text,
  layer: z.enum(['national', 'province', 'closure']),
  layerId: text,
  version: z.int(),
  state: z.enum(['running', 'settling']),
  pass: z.int(),
  settled: z.boolean(),
  afterHolder: text,
  afterId: text,
  missed: z.int(),
  firstMinute: z.int().nullable(),
  endMinute: z.int().nullable(),
  startsFrom: text.nullable(),
  isSettled: z.boolean(),
  openDossiers: z.int().nullable(),
});
export type Run = z.infer<typeof runRow>;

export async function addRun(
  wire: Wire,
  { id, key, version, desk, requestedAt }: RunRequest,
  noticedAfterMs = NOTICED_AFTER_MS,
): Promise<void> {
  const minutes = [desk?.from ?? null, desk?.to ?? null, desk?.startsFrom ?? null];
  await wire.select(ADD, [id, key.layer, key.layerId, version, ...minutes, noticedAfterMs / 1000, requestedAt]);
}

/** The oldest run that has something to do now, locked; null when there is none, or others work on all of them. */
export async function takeRun(wire: Wire, now: Instant): Promise<Run | null> {
  const [row] = await wire.select(TAKE, [now]);
  return row === undefined ? null : runRow.parse(row);
}

/** How many open dossiers a run has to look at. */
export async function countOpen(wire: Wire, { layer, layerId }: CalendarKey): Promise<number> {
  const [row] = await wire.select<{ open: number }>(COUNT, [layer === 'province' ? layerId : null]);
  return row?.open ?? 0;
}

export interface Progress {
  readonly dossiers: number;
  readonly clocks: number;
  readonly movedClocks: number;
  readonly withdrawn: number;
}

/** Where the run stands after a batch. */
export interface Standing extends Pick<
  Run,
  'pass' | 'settled' | 'afterHolder' | 'afterId' | 'missed' | 'openDossiers'
> {
  readonly state: 'running' | 'settling' | 'done' | 'incomplete';
}

export async function moveOn(
  wire: Wire,
  run: Run,
  {
    standing,
    progress,
    stuck,
    now,
  }: { readonly standing: Standing; readonly progress: Progress; readonly stuck: number; readonly now: Instant },
): Promise<void> {
  const { state, pass, settled, afterHolder, afterId, missed, openDossiers } = standing;
  const { dossiers, clocks, movedClocks, withdrawn } = progress;
  await wire.select(MOVE_ON, [
    ...[run.id, state, pass, settled, afterHolder, afterId, missed, openDossiers],
    ...[dossiers, clocks, movedClocks, withdrawn, now, stuck],
  ]);
}

/** Notes down dossiers that could not be moved, and forgets those that could in the end. */
export async function noteStuck(
  wire: Wire,
  { id }: Run,
  { stuck, done }: { readonly stuck: ReadonlyMap<DossierId, string>; readonly done: readonly DossierId[] },
): Promise<void> {
  if (done.length > 0) await wire.select(UNSTICK, [id, binaryArray('uuid', done)]);
  if (stuck.size === 0) return;
  const reasons = [...stuck.values()].map((reason) => reason.slice(0, 500));
  await wire.select(STICK, [id, binaryArray('uuid', [...stuck.keys()]), binaryArray('text', reasons)]);
}

export async function stuckOf(wire: Wire, { id }: Run): Promise<number> {
  const [row] = await wire.select<{ stuck: number }>(STUCK, [id]);
  return row?.stuck ?? 0;
}

/** The notices of all versions that rest on one. */
export function noticesOf(wire: Wire): Promise<readonly CalendarNotice[]> {
  return wire.select<CalendarNotice>(NOTICES);
}
