/** Why the receipt says this date: the minutes of every part of the promise, to be added up by hand. */
import type { Dossier } from '../../dossier/dossier.js';
import type { DossierEvent } from '../../dossier/events.js';
import type { Rules } from '../../dossier/file.js';
import { calendarDaysDue } from '../../calendar/deadline.js';
import { isCalendarDays, wholeDays, workMinutes } from '../../time/duration.js';
import { instantOf, minuteOf } from '../../time/instant.js';
import type { Instant, Minute } from '../../time/instant.js';
import type { CountedDay } from './explain-days.js';
import { countedDays } from './explain-days.js';
import type { CountedCalendarDays } from './explain-due.js';
import { countedCalendarDays } from './explain-due.js';
import type { Reason } from './explain-rests.js';
import { reasonOf } from './explain-rests.js';
import { countedLimit, cutoffOf, transferCountsFrom } from '../limit.js';
import { askedOrNull } from '../outside.js';

/** What stands in the way of the result: `transfer` and `acceptance` only where the limit waits for the competent agency. */
export interface PromisePart {
  readonly part: 'transfer' | 'acceptance' | 'limit';
  readonly from: Minute;
  /** First minute that counts: later than `from` after a cut-off. */
  readonly countsFrom: Minute;
  readonly cutoff: { readonly rule: 'transferCutoff' | 'limitCutoff'; readonly time: string } | null;
  readonly to: Minute;
  /** Working minutes; null where days are counted. */
  readonly minutes: number | null;
  /** Blocks that add up to `minutes`; null where days are counted. */
  readonly days: readonly CountedDay[] | null;
  readonly calendarDays: CountedCalendarDays | null;
}

export interface ExplainedPromise {
  readonly promise: NonNullable<Dossier['promise']>;
  readonly receivedAt: Instant;
  /** Null where the calendar does not reach. */
  readonly parts: readonly PromisePart[] | null;
  /** Where the parts end; the printed instant itself, unless the calendar has changed since or a fact below moved it. */
  readonly computed: Instant | null;
  readonly agrees: boolean | null;
  /** Extensions and apologies that moved it, the last one last. */
  readonly movedBy: readonly Reason[];
}

interface Ground {
  readonly dossier: Dossier;
  readonly rules: Rules;
}

type Counted = Pick<PromisePart, 'part' | 'from' | 'countsFrom' | 'cutoff'>;

function partOf(counted: Counted, minutes: number, { legal }: Rules): PromisePart {
  const to = legal.addWork(counted.countsFrom, minutes);
  const days = countedDays({ from: counted.countsFrom, to }, { legal, before: 0 });
  return { ...counted, to, minutes, days, calendarDays: null };
}

function cutoffBetween(
  rule: 'transferCutoff' | 'limitCutoff',
  span: Pick<PromisePart, 'from' | 'countsFrom'>,
  rules: Rules,
) {
  const time = rules.procedure[rule];
  return span.countsFrom > span.from && time !== null ? { rule, time } : null;
}

function limitPart(from: Minute, atReception: boolean, { dossier, rules }: Ground): PromisePart {
  const { legal, procedure } = rules;
  const { limit } = dossier.pin;
  if (isCalendarDays(limit)) {
    const to = calendarDaysDue({ start: from, days: limit, pausedDays: 0, calendar: legal });
    const calendarDays = countedCalendarDays({ countsFrom: from, days: wholeDays(limit), pausedDays: 0 }, legal);
    return { part: 'limit', from, countsFrom: from, cutoff: null, to, minutes: null, days: null, calendarDays };
  }
  const cutoff = cutoffOf(atReception ? procedure.limitCutoff : null);
  const { budget, countsFrom } = countedLimit(limit, from, { legal, cutoff });
  const minutes = budget.unit === 'work' ? budget.minutes : 0;
  const named = cutoffBetween('limitCutoff', { from, countsFrom }, rules);
  return partOf({ part: 'limit', from, countsFrom, cutoff: named }, minutes, rules);
}

/** Transfer and acceptance, each taking all it may. */
function wayParts(receivedAt: Minute, rules: Rules): readonly PromisePart[] {
  const { legal, procedure } = rules;
  const { transfer, acceptance } = procedure.legs;
  const minutesOf = (budget: typeof transfer.budget): number => workMinutes(budget, legal.minutesPerDay);
  const countsFrom = transferCountsFrom(receivedAt, cutoffOf(procedure.transferCutoff), legal);
  const cutoff = cutoffBetween('transferCutoff', { from: receivedAt, countsFrom }, rules);
  const out = partOf({ part: 'transfer', from: receivedAt, countsFrom, cutoff }, minutesOf(transfer.budget), rules);
  const taken = { part: 'acceptance' as const, from: out.to, countsFrom: out.to, cutoff: null };
  return [out, partOf(taken, minutesOf(acceptance.budget), rules)];
}

function partsOf(receivedAt: Minute, estimate: boolean, ground: Ground): readonly PromisePart[] {
  if (!estimate) return [limitPart(receivedAt, true, ground)];
  const way = wayParts(receivedAt, ground.rules);
  return [...way, limitPart(way.at(-1)?.to ?? receivedAt, false, ground)];
}

const moves = ({ type, data }: DossierEvent): boolean =>
  type === 'dossier.apologyIssued.v1' ||
  (type === 'dossier.limitExtended.v1' && 'promise' in data && data.promise !== undefined);

/** The tree of the promise as it stands; null where none was made. The minutes of each part are the sum of its blocks. Pure. */
export function explainPromise(ground: Ground, history: readonly DossierEvent[]): ExplainedPromise | null {
  const { promise, receivedAt } = ground.dossier;
  if (promise === null || receivedAt === null) return null;
  const parts = askedOrNull(() => partsOf(minuteOf(receivedAt), promise.estimate, ground));
  const end = parts?.at(-1)?.to;
  const computed = end === undefined ? null : instantOf(end);
  return {
    ...{ promise, receivedAt, parts, computed },
    agrees: computed === null ? null : minuteOf(computed) === minuteOf(promise.at),
    movedBy: history.filter(moves).map(reasonOf),
  };
}
