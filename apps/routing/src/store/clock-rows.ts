/** A clock and its row. Every field is a column: rows are small, and what the sweep and lists ask for is in sight. */
import { dueMinuteOf } from '@lien-thong/engine';
import type { Clock, DossierId } from '@lien-thong/domain';
import { column, insertOf, integersColumn, updateOf, upsertOf, wordColumn } from './columns.js';
import type { Column } from './columns.js';
import { ownerAgency, readOwner } from './owner-columns.js';
import { sameBut } from './same-but.js';
import type { RowReader } from './raw-row.js';

export interface ClockRow {
  readonly dossierId: DossierId;
  readonly clock: Clock;
}

function amountOf({ budget }: Clock): number | null {
  switch (budget.unit) {
    case 'work':
      return budget.minutes;
    case 'calendarDays':
      return budget.days;
    case 'none':
      return null;
  }
}

const COLUMNS: readonly Column<ClockRow>[] = [
  column('dossier_id', 'uuid', ({ dossierId }) => dossierId),
  wordColumn('id', ({ clock }) => clock.id),
  wordColumn('kind', ({ clock }) => clock.kind),
  wordColumn('owner_kind', ({ clock }) => clock.owner?.kind ?? null),
  wordColumn('owner_agency', ({ clock }) => ownerAgency(clock.owner)),
  column('epoch', 'int4', ({ clock }) => clock.epoch),
  wordColumn('budget_unit', ({ clock }) => clock.budget.unit),
  column('budget_amount', 'int4', ({ clock }) => amountOf(clock)),
  wordColumn('granularity', ({ clock }) => clock.granularity),
  wordColumn('status', ({ clock }) => clock.status),
  column('started_at', 'int4', ({ clock }) => clock.startedAt),
  column('counts_from', 'int4', ({ clock }) => clock.countsFrom),
  column('extended_by', 'int4', ({ clock }) => clock.extendedBy),
  integersColumn('stretches', ({ clock }) => clock.stretches.flatMap(({ from, to }) => [from, to])),
  column('used', 'int4', ({ clock }) => clock.used),
  column('running_since', 'int4', ({ clock }) => clock.runningSince),
  column('paused_days', 'int4', ({ clock }) => clock.pausedDays),
  column('paused_since', 'int4', ({ clock }) => clock.pausedSince),
  column('stopped_at', 'int4', ({ clock }) => clock.stoppedAt),
  column('due_at', 'int4', ({ clock }) => clock.dueAt),
  column('warn_at', 'int4', ({ clock }) => clock.warnAt),
  column('breach_fires_at', 'int4', ({ clock }) => clock.breachFiresAt),
  integersColumn('warned', ({ clock }) => clock.warned),
  wordColumn('runs_low', ({ clock }) => `{${clock.runsLow.join(',')}}`, 'text[]'),
  column('breached', 'bool', ({ clock }) => clock.breached),
  wordColumn('outcome', ({ clock }) => clock.outcome),
  wordColumn('certainty', ({ clock }) => clock.certainty),
  column('fires_at', 'int4', ({ clock }) => dueMinuteOf(clock)),
];

const KEY = ['dossier_id', 'id'];
export const INSERT_CLOCKS = insertOf('clock', COLUMNS);
export const UPDATE_CLOCKS = updateOf({ table: 'clock', key: KEY }, COLUMNS);
export const UPSERT_CLOCKS = upsertOf('clock', KEY, COLUMNS);

/** What a rung in the journal leaves on its clock. */
const MARKS: ReadonlySet<string> = new Set<keyof Clock>(['warnAt', 'warned', 'runsLow', 'breached']);
const MARK_COLUMNS = ['warn_at', 'warned', 'runs_low', 'breached', 'fires_at'];
/** For clocks that were marked and are otherwise as they were: all that the sweep does. */
export const MARK_CLOCKS = updateOf(
  { table: 'clock', key: KEY, name: 'clock-marks' },
  COLUMNS.filter(({ name }) => KEY.includes(name) || MARK_COLUMNS.includes(name)),
);

/** Whether nothing but marks has changed. What the domain leaves alone is the same value before and after. */
export function isOnlyMarked(before: Clock, after: Clock): boolean {
  return sameBut(MARKS, before, after);
}

/** The select list `readClock` reads, for statements on `clock c`. */
export const CLOCK_COLUMNS = COLUMNS.filter(({ name }) => name !== 'fires_at')
  .map(({ name }) => `c.${name}`)
  .join(', ');

function readBudget(row: RowReader): Clock['budget'] {
  const unit = row.text() as Clock['budget']['unit'];
  const amount = row.integerOrNull();
  if (unit === 'none') return { unit };
  if (amount === null) throw new TypeError(`a budget in ${unit} has no amount`);
  return unit === 'work' ? { unit, minutes: amount } : { unit, days: amount };
}

function readStretches(row: RowReader): Clock['stretches'] {
  const minutes = row.integers() as Minute[];
  const stretches: { from: Minute; to: Minute }[] = [];
  for (let i = 0; i + 1 < minutes.length; i += 2)
    stretches.push({ from: minutes[i] as Minute, to: minutes[i + 1] as Minute });
  return stretches;
}

type Minute = Clock['startedAt'];

/** A clock from a row of `CLOCK_COLUMNS`. */
export function readClock(row: RowReader): ClockRow {
  const dossierId = row.text() as DossierId;
  const minute = () => row.integer() as Minute;
  const minuteOrNull = () => row.integerOrNull() as Minute | null;
  const clock: Clock = {
    id: row.text(),
    kind: row.text() as Clock['kind'],
    owner: readOwner(row),
    epoch: row.integer(),
    budget: readBudget(row),
    granularity: row.text() as Clock['granularity'],
    status: row.text() as Clock['status'],
    startedAt: minute(),
    countsFrom: minute(),
    extendedBy: row.integer(),
    stretches: readStretches(row),
    used: row.integer(),
    runningSince: minuteOrNull(),
    pausedDays: row.integer(),
    pausedSince: minuteOrNull(),
    stoppedAt: minuteOrNull(),
    dueAt: minuteOrNull(),
    warnAt: minuteOrNull(),
    breachFiresAt: minuteOrNull(),
    warned: row.integers(),
    runsLow: row.words(),
    breached: row.boolean(),
    outcome: row.textOrNull() as Clock['outcome'],
    certainty: row.text() as Clock['certainty'],
  };
  return { dossierId, clock };
}
