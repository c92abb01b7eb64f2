/** Rungs in the journal, by what they look at: shares of a budget, minutes left, the plan, the breach. */
import type { DossierEvent, EventOf } from '@lien-thong/domain';
import type { PlainClocks } from '../plain/clocks.js';
import type { PlainClock } from '../plain/plain-clock.js';
import { planExceeds } from '../plain/plan.js';
import type { PlainRules } from '../plain/rules.js';

const RUNGS = ['dossier.clockWarned.v1', 'dossier.clockRunsLow.v1', 'dossier.clockBreached.v1'] as const;
type Rung = EventOf<(typeof RUNGS)[number]>;

export function isRung(event: DossierEvent): event is Rung {
  return RUNGS.some((type) => type === event.type);
}

/** What a rung is called beside its clock and epoch. */
export function rungName(event: Rung): string {
  if (event.type === 'dossier.clockBreached.v1') return 'breach';
  if (event.type === 'dossier.clockWarned.v1') return `${event.data.percent} %`;
  const { rung } = event.data;
  return rung.kind === 'risk' ? rung.level : `${rung.minutes} left`;
}

export function instantOfRung(event: Rung, clock: PlainClock, until: number): number | null {
  if (event.type === 'dossier.clockBreached.v1') return clock.breach(until);
  if (event.type === 'dossier.clockWarned.v1') return clock.warning(event.data.percent, until);
  const { rung } = event.data;
  return rung.kind === 'remaining' ? clock.remaining(rung.minutes, until) : null;
}

/** Minutes between two looks back from a rung of the plan; with the last fact and the minute before, what could have been told earlier. */
const LOOK_BACK = 29;

/** A rung of the plan is of the first minute from the last fact on at which it exceeds the limit. */
export function planComplaint(clocks: PlainClocks, level: 'warning' | 'high', said: number): string | null {
  const { lastFact } = clocks.told();
  if (said < lastFact) return `is said for minute ${said}, before the last fact`;
  if (!planExceeds(clocks, clocks.rules, said)[level]) return `is said for minute ${said}, when the plan fitted in`;
  for (let at = said - 1; at >= lastFact; at = at > lastFact && at - LOOK_BACK < lastFact ? lastFact : at - LOOK_BACK) {
    if (planExceeds(clocks, clocks.rules, at)[level]) return `is said for minute ${said} and was so at ${at}`;
  }
  return null;
}

interface Configured {
  readonly percents: readonly number[];
  readonly minutes: readonly number[];
  readonly levels: readonly ('warning' | 'high')[];
}

function configured({ id, kind }: PlainClock, { procedure }: PlainRules): Configured {
  const own = procedure.warnRungs?.perClock.find((each) => each.clock === kind);
  return {
    percents: own?.percents ?? procedure.warnPercents,
    minutes: own?.remainingMinutes ?? procedure.warnRungs?.remainingMinutes ?? [],
    levels: id === 'legal' ? (procedure.warnRungs?.risk ?? []) : [],
  };
}

/** Whether the procedure has such a rung for that clock; the breach none can take away. */
export function isConfigured(event: Rung, clock: PlainClock, rules: PlainRules): boolean {
  const { percents, minutes, levels } = configured(clock, rules);
  if (event.type === 'dossier.clockBreached.v1') return true;
  if (event.type === 'dossier.clockWarned.v1') return percents.includes(event.data.percent);
  const { rung } = event.data;
  return rung.kind === 'remaining' ? minutes.includes(rung.minutes) : levels.includes(rung.level);
}

/** Warnings that have come of a clock that runs, and of the plan where the clock is the limit. */
export function comeOf(clock: PlainClock, clocks: PlainClocks, until: number): readonly string[] {
  const { percents, minutes, levels } = configured(clock, clocks.rules);
  const plan = levels.length === 0 ? null : planExceeds(clocks, clocks.rules, until);
  const own = clock.running
    ? [
        ...percents.filter((percent) => clock.warning(percent, until) !== null).map((percent) => `${percent} %`),
        ...minutes.filter((left) => clock.remaining(left, until) !== null).map((left) => `${left} left`),
      ]
    : [];
  return [...own, ...levels.filter((level) => plan?.[level] === true)];
}
