/** How far revisions of outages were told, and the dossiers each may concern. Moved on in the transaction of every batch. */
import type { DossierId, Instant } from '@lien-thong/domain';
import type { MovedMinutes } from '@lien-thong/engine';
import { z } from 'zod';
import { binaryArray } from '../store/binary-array.js';
import type { Wire } from '../store/wire.js';

/** Real time after which dossiers that were typed in late are looked for, and for how long after the approval that is done. */
const LOOK_AGAIN_MINUTES = 30;
const LOOK_AGAIN_DAYS = 31;

const ADD = {
  name: 'relief-add',
  text: `insert into outage_run (outage_id, revision, requested_at) values ($1, $2, $3)`,
};
const SUPERSEDE = {
  name: 'relief-supersede',
  text: `update outage_run set state = 'superseded' where outage_id = $1 and revision < $2 and state <> 'superseded'`,
};
/** Whoever holds the row works on the run; the others pass it over, and take it over when its transaction ends, however that is. */
const TAKE = {
  name: 'relief-take',
  text: `select n.outage_id as "outageId", n.revision, n.gathered_at is null or n.look_again_at <= clock_timestamp() as "toGather",
      r.kind, r.system, r.from_at as "from", r.to_at as "to",
      jsonb_build_object('reference', r.evidence_reference, 'sha256', r.evidence_sha256) as evidence
    from outage_run n join outage_revision r using (outage_id, revision)
    where n.state = 'running' or (n.state in ('done', 'incomplete') and n.look_again_at <= clock_timestamp())
    order by n.state <> 'running', n.requested_at, n.outage_id limit 1 for update of n skip locked`,
};
/**
 * Dossiers that lived while the system was down and are under a procedure that requires it and allows relief, in any of its versions;
 * and those a former revision was told to. One that was looked at and has had facts since is looked at again.
 */
export const CANDIDATES = `
  with codes as materialized (
    select distinct v.code from procedure_version v
    where v.definition->'outageRelief' is not null and $1::text in (
      select jsonb_path_query(v.definition, 'strict $.**.requires[*]') #>> '{}'))
  select d.id, d.seq from dossier d
    where d.ended_at is null and $5::text <> 'cancel' and d.procedure_code in (select code from codes)
      and coalesce(d.submitted_at, d.received_at) < $3::timestamptz
  union
  select d.id, d.seq from dossier d
    where d.ended_at > $2::timestamptz and $5::text <> 'cancel' and d.procedure_code in (select code from codes)
      and coalesce(d.submitted_at, d.received_at) < $3::timestamptz
  union
  select d.id, d.seq from dossier d join outage_dossier o on o.dossier_id = d.id
    where o.outage_id = $4 and o.state = 'relieved'`;
const GATHER = {
  name: 'relief-gather',
  text: `insert into outage_dossier as known (outage_id, revision, dossier_id, seq)
    select $4, $6, c.id, c.seq from (${CANDIDATES}) c
    on conflict (outage_id, revision, dossier_id) do update set state = 'pending', seq = excluded.seq, reason = null
      where known.state = 'untouched' and known.seq < excluded.seq`,
};
const GATHERED = {
  name: 'relief-gathered',
  text: `update outage_run n set state = 'running', gathered_at = $3,
      candidates = (select count(*) from outage_dossier o where o.outage_id = $1 and o.revision = $2),
      look_again_at = (select case when r.approved_at + make_interval(days => ${LOOK_AGAIN_DAYS}) > $3::timestamptz
        then clock_timestamp() + make_interval(mins => ${LOOK_AGAIN_MINUTES}) end
        from outage_revision r where r.outage_id = $1 and r.revision = $2)
    where n.outage_id = $1 and n.revision = $2`,
};
const PENDING = {
  name: 'relief-pending',
  text: `select o.dossier_id from outage_dossier o join dossier d on d.id = o.dossier_id
    where o.outage_id = $1 and o.revision = $2 and o.state = 'pending' order by o.dossier_id limit $3 for update of d skip locked`,
};
const LEFT = {
  name: 'relief-left',
  text: `select exists (select from outage_dossier where outage_id = $1 and revision = $2 and state = 'pending') as pending`,
};
const LOOKED = {
  name: 'relief-looked',
  text: `update outage_dossier o set state = g.state, reason = g.reason, seq = d.seq
    from unnest($3::uuid[], $4::text[], $5::text[]) as g (id, state, reason) join dossier d on d.id = g.id
    where o.outage_id = $1 and o.revision = $2 and o.dossier_id = g.id`,
};
const MOVE_ON = {
  name: 'relief-move-on',
  text: `update outage_run set dossiers = dossiers + $3, moved_clocks = moved_clocks + $4, withdrawn = withdrawn + $5, moved = $6,
      batches = batches + 1, last_batch_at = $7,
      stuck = (select count(*) from outage_dossier where outage_id = $1 and revision = $2 and state = 'stuck')
    where outage_id = $1 and revision = $2 returning stuck`,
};
const MOVED = {
  name: 'relief-moved',
  text: 'select moved from outage_run where outage_id = $1 and revision = $2',
};
const FINISH = {
  name: 'relief-finish',
  text: `update outage_run set state = case when stuck > 0 then 'incomplete' else 'done' end, finished_at = coalesce(finished_at, $3)
    where outage_id = $1 and revision = $2`,
};

const runRow = z.object({
  outageId: z.string(),
  revision: z.int(),
  toGather: z.boolean(),
  kind: z.enum(['record', 'correct', 'cancel']),
  system: z.string(),
  from: z.string(),
  to: z.string(),
  evidence: z.object({ reference: z.string(), sha256: z.string().nullable() }),
});
export type ReliefRun = z.infer<typeof runRow>;

/** A run for the revision, in the place of those of former ones. */
export async function addRun(wire: Wire, outageId: string, revision: number, requestedAt: Instant): Promise<void> {
  await wire.select(SUPERSEDE, [outageId, revision]);
  await wire.select(ADD, [outageId, revision, requestedAt]);
}

/** The oldest run that has something to do, locked; null when there is none, or others work on all of them. */
export async function takeRun(wire: Wire): Promise<ReliefRun | null> {
  const [row] = await wire.select(TAKE);
  return row === undefined ? null : runRow.parse(row);
}

/** Lists the dossiers the run has to look at. */
export async function gather(wire: Wire, run: ReliefRun, now: Instant): Promise<void> {
  await wire.select(GATHER, [run.system, run.from, run.to, run.outageId, run.kind, run.revision]);
  await wire.select(GATHERED, [run.outageId, run.revision, now]);
}

/** The next dossiers nobody else holds just now, locked. */
export async function claimPending(wire: Wire, run: ReliefRun, limit: number): Promise<readonly DossierId[]> {
  return (await wire.send(PENDING, [run.outageId, run.revision, limit])).map((row) => row.text() as DossierId);
}

export async function isPending(wire: Wire, { outageId, revision }: ReliefRun): Promise<boolean> {
  const [row] = await wire.select<{ pending: boolean }>(LEFT, [outageId, revision]);
  return row?.pending ?? false;
}

export interface Looked {
  readonly id: DossierId;
  readonly state: 'relieved' | 'untouched' | 'stuck';
  readonly reason: string | null;
}

export async function noteLooked(
  wire: Wire,
  { outageId, revision }: ReliefRun,
  looked: readonly Looked[],
): Promise<void> {
  if (looked.length === 0) return;
  await wire.select(LOOKED, [
    ...[outageId, revision],
    binaryArray(
      'uuid',
      looked.map(({ id }) => id),
    ),
    binaryArray(
      'text',
      looked.map(({ state }) => state),
    ),
    looked.map(({ reason }) => reason?.slice(0, 500) ?? null),
  ]);
}

/** What a batch did. */
export interface ReliefFigures {
  readonly dossiers: number;
  readonly movedClocks: number;
  readonly withdrawn: number;
  readonly moved: readonly MovedMinutes[];
}

/** Working minutes by "from to", with those of one batch more. */
export function movedTogether(
  before: Readonly<Record<string, number>>,
  moved: readonly MovedMinutes[],
): Readonly<Record<string, number>> {
  const sums: Record<string, number> = { ...before };
  for (const { from, to, minutes } of moved) sums[`${from} ${to}`] = (sums[`${from} ${to}`] ?? 0) + minutes;
  return sums;
}

export async function moveOn(
  wire: Wire,
  run: ReliefRun,
  { figures, now }: { figures: ReliefFigures; now: Instant },
): Promise<void> {
  const { outageId, revision } = run;
  const [row] = await wire.select<{ moved: Record<string, number> }>(MOVED, [outageId, revision]);
  const { dossiers, movedClocks, withdrawn } = figures;
  const moved = JSON.stringify(movedTogether(row?.moved ?? {}, figures.moved));
  await wire.select(MOVE_ON, [outageId, revision, dossiers, movedClocks, withdrawn, moved, now]);
}

export async function finish(wire: Wire, { outageId, revision }: ReliefRun, now: Instant): Promise<void> {
  await wire.select(FINISH, [outageId, revision, now]);
}
