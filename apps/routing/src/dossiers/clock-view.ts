/** A clock as it is shown: instants instead of minutes, with what it has used and has left at the moment it is looked at. */
import { CLOCK_KINDS, OutsideCalendar, instantOf, instantSchema, minuteOf } from '@lien-thong/domain';
import type { Calendar, Clock, Directory, Instant, Minute } from '@lien-thong/domain';
import { z } from 'zod';
import { ownerSchema, ownerView } from '../directory/agency-ref.js';

const budgetSchema = z
  .discriminatedUnion('unit', [
    z.strictObject({ unit: z.literal('work'), minutes: z.int() }),
    z.strictObject({ unit: z.literal('calendarDays'), days: z.int() }),
    z.strictObject({ unit: z.literal('none') }),
  ])
  .meta({ id: 'Budget' });

export const clockViewSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(CLOCK_KINDS),
    owner: ownerSchema.nullable().describe('Ai phải làm · who must act; null for the legal clock'),
    epoch: z.int(),
    budget: budgetSchema,
    extendedBy: z.int().describe('Minutes of the budget that extensions added'),
    granularity: z.enum(['minute', 'halfDay', 'day']),
    status: z.enum(['running', 'paused', 'stopped']),
    startedAt: instantSchema,
    countsFrom: instantSchema,
    runningSince: instantSchema.nullable(),
    pausedSince: instantSchema.nullable(),
    pausedDays: z.int(),
    stoppedAt: instantSchema.nullable(),
    usedMinutes: z.int().nullable().describe('Phút làm việc đã dùng · working minutes used by then; null: no calendar'),
    remainingMinutes: z.int().nullable().describe('Negative once used up; null without a budget in working minutes'),
    dueAt: instantSchema.nullable().describe('Null while it rests'),
    warnsAt: instantSchema.nullable(),
    breachesAt: instantSchema.nullable().describe('First instant at which it is, was or will be overdue'),
    overdue: z.boolean(),
    warnedPercents: z.array(z.int()).readonly(),
    ranLow: z
      .array(z.string())
      .readonly()
      .describe(
        'Mốc đã báo trong kỳ này · told in this epoch beside the shares: remaining:120 (minutes left), risk:high',
      ),
    breachRecorded: z.boolean().describe('The breach stands in the journal'),
    outcome: z.enum(['early', 'onTime', 'overdue']).nullable(),
    certainty: z.enum(['certain', 'provisional', 'notComputable']),
  })
  .meta({ id: 'Clock' });
export type ClockView = z.infer<typeof clockViewSchema>;

export interface Look {
  readonly at: Instant;
  readonly legal: Calendar;
  readonly directory: Directory;
}

const instantOrNull = (minute: Minute | null): Instant | null => (minute === null ? null : instantOf(minute));

/** Working minutes used up to that moment; null where the calendar does not reach. */
export function usedMinutes(clock: Clock, { at, legal }: Pick<Look, 'at' | 'legal'>): number | null {
  if (clock.certainty === 'notComputable') return null;
  if (clock.runningSince === null) return clock.used;
  const from = Math.max(clock.runningSince, clock.countsFrom) as Minute;
  const to = Math.max(from, minuteOf(at)) as Minute;
  try {
    return clock.used + legal.workBetween(from, to);
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
}

/** Overdue at that moment, whether or not the sweep has been by. */
export function isOverdue({ breached, outcome, breachFiresAt }: Clock, at: Instant): boolean {
  return breached || outcome === 'overdue' || (breachFiresAt !== null && breachFiresAt <= minuteOf(at));
}

export function clockView(clock: Clock, look: Look): ClockView {
  const { id, kind, epoch, budget, extendedBy, granularity, status, pausedDays, outcome, certainty } = clock;
  const used = usedMinutes(clock, look);
  return {
    ...{ id, kind, epoch, budget, extendedBy, granularity, status, pausedDays, outcome, certainty },
    owner: clock.owner === null ? null : ownerView(look.directory, clock.owner),
    startedAt: instantOf(clock.startedAt),
    countsFrom: instantOf(clock.countsFrom),
    runningSince: instantOrNull(clock.runningSince),
    pausedSince: instantOrNull(clock.pausedSince),
    stoppedAt: instantOrNull(clock.stoppedAt),
    usedMinutes: used,
    remainingMinutes: budget.unit === 'work' && used !== null ? budget.minutes - used : null,
    dueAt: instantOrNull(clock.dueAt),
    warnsAt: instantOrNull(clock.warnAt),
    breachesAt: instantOrNull(clock.breachFiresAt),
    overdue: isOverdue(clock, look.at),
    warnedPercents: clock.warned,
    ranLow: clock.runsLow,
    breachRecorded: clock.breached,
  };
}
