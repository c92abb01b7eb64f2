/** What the sweep asks of the clocks. Both go by the head of the index `clock_fires`, whatever the number of open clocks. */
import type { Statement } from './columns.js';

/** What the sweep sleeps until. */
export const NEXT_DUE: Statement = {
  name: 'next-due',
  text: 'select fires_at from clock where fires_at is not null order by fires_at limit 1',
};

/**
 * The longest due first, each dossier once, by the earliest of its clocks. The window is larger than what is claimed, because rows
 * that are locked are stepped over. Written so that there is one plan only: the head of the index, then one look-up a dossier; left
 * to choose, the planner sorts every clock that is due, which at the close of a working day takes seconds.
 */
export const CLAIM_DUE: Statement = {
  name: 'claim-due',
  text: `with due as materialized (
      select w.dossier_id, min(w.fires_at) as fires_at
      from (select dossier_id, fires_at from clock where fires_at <= $1 order by fires_at, dossier_id limit $3) w
      group by w.dossier_id order by 2, 1)
    select claimed.id from due
    cross join lateral (select d.id from dossier d where d.id = due.dossier_id for update skip locked) claimed
    limit $2`,
};

/**
 * Before a claim, to the end of its transaction: a plan made while few clocks were known would gather all that are due and sort
 * them, and go on doing so in a storm.
 */
export const BY_THE_INDEX: Statement = {
  name: 'by-the-index',
  text: `select set_config('enable_bitmapscan', 'off', true)`,
};

/** Several sweeps at work lock a few hundred dossiers each, all of them at the head of the index. */
const windowFor = (limit: number): number => limit * 8 + 100;

/** Values of `CLAIM_DUE`. */
export const claimValues = (nowMinute: number, limit: number): readonly number[] => [
  nowMinute,
  limit,
  windowFor(limit),
];
