/** Budgets of a procedure's legs as minutes, and a procedure with other ones: what synthesis turns (reference `features.md` C2). */
import type { ProcedureVersion } from '../procedure/procedure.js';
import type { WorkDuration } from '../time/duration.js';
import { isWorkingDays, parseDuration, workMinutes } from '../time/duration.js';

const SCALE = 10_000;

/** A leg whose budget may be cut: its key as in the timeline, and who holds it. */
export interface CuttableLeg {
  readonly key: string;
  readonly side: 'travel' | 'decider';
  readonly budget: number;
  /** Never cut below its minimum work, nor below one minute. */
  readonly floor: number;
}

/** Minutes by leg key. */
export type BudgetMinutes = Readonly<Record<string, number>>;

/** A version does not change once it is read, and its legs are asked for with every fact. By the minutes of a day. */
const KNOWN = new WeakMap<ProcedureVersion, Map<number, readonly CuttableLeg[]>>();

/** The legs of the timeline, in its order; `keys` are those it really has. */
export function cuttableLegs(
  procedure: ProcedureVersion,
  keys: readonly string[],
  minutesPerDay: number,
): readonly CuttableLeg[] {
  const known = KNOWN.get(procedure) ?? new Map<number, readonly CuttableLeg[]>();
  const all = known.get(minutesPerDay) ?? allLegs(procedure, minutesPerDay);
  KNOWN.set(procedure, known.set(minutesPerDay, all));
  return all.filter(({ key }) => keys.includes(key));
}

function allLegs(procedure: ProcedureVersion, minutesPerDay: number): readonly CuttableLeg[] {
  const { legs, steps, consultations } = procedure;
  type Rule = { readonly budget: WorkDuration; readonly minimumWorkMinutes: number };
  const leg = (key: string, side: CuttableLeg['side'], rule: Rule): CuttableLeg => {
    const budget = workMinutes(rule.budget, minutesPerDay);
    const within = key === 'transfer' ? legs.delivery.minimumWorkMinutes : 0;
    return { key, side, budget, floor: Math.min(budget, Math.max(1, rule.minimumWorkMinutes + within)) };
  };
  return [
    leg('transfer', 'travel', legs.transfer),
    leg('acceptance', 'travel', legs.acceptance),
    ...steps.map((step) => leg(`step:${step.key}`, 'decider', step)),
    ...consultations.map((rule) => leg(`consultation:${rule.key}`, 'decider', rule)),
    leg('resultTransfer', 'travel', legs.resultTransfer),
  ];
}

/** Exactly so many minutes in the unit of a duration; four decimals of a day or an hour always suffice. */
function written(minutes: number, like: WorkDuration, minutesPerDay: number): WorkDuration {
  const [unit, perUnit] = isWorkingDays(like) ? ['wd', minutesPerDay] : ['wh', 60];
  const tenThousandths = Math.round((minutes * SCALE) / Number(perUnit));
  const whole = Math.floor(tenThousandths / SCALE);
  const text = `${whole}.${String(tenThousandths % SCALE).padStart(4, '0')}${unit}`;
  const duration = parseDuration(text);
  if (duration === undefined || workMinutes(duration as WorkDuration, minutesPerDay) !== minutes) {
    throw new RangeError(`no ${unit} of ${minutes} minutes`);
  }
  return duration as WorkDuration;
}

/** The procedure with these budgets; legs that are not named, or keep their minutes, keep their text. Pure. */
export function withBudgets(
  procedure: ProcedureVersion,
  minutes: BudgetMinutes,
  minutesPerDay: number,
): ProcedureVersion {
  const cut = <R extends { readonly budget: WorkDuration }>(key: string, rule: R): R => {
    const wanted = minutes[key];
    if (wanted === undefined || wanted === workMinutes(rule.budget, minutesPerDay)) return rule;
    return { ...rule, budget: written(wanted, rule.budget, minutesPerDay) };
  };
  const { legs } = procedure;
  return {
    ...procedure,
    legs: {
      ...legs,
      transfer: cut('transfer', legs.transfer),
      acceptance: cut('acceptance', legs.acceptance),
      resultTransfer: cut('resultTransfer', legs.resultTransfer),
    },
    steps: procedure.steps.map((step) => cut(`step:${step.key}`, step)),
    consultations: procedure.consultations.map((rule) => cut(`consultation:${rule.key}`, rule)),
  };
}
