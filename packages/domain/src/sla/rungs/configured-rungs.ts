/** Which rungs the clocks of a procedure version have before their breach (ADR 0023). */
import type { ProcedureVersion } from '../../procedure/procedure.js';
import type { Clock } from '../clock.js';
import type { LowRung } from './low-rung.js';
import { lowRungKey } from './low-rung.js';

export type WarnRules = Pick<ProcedureVersion, 'warnPercents' | 'warnRungs'>;
export type RiskRungLevel = Extract<LowRung, { kind: 'risk' }>['level'];

/** Percents of the budget used at which a clock of that kind still has to warn in this epoch. */
export function openPercents({ kind, warned }: Clock, { warnPercents, warnRungs }: WarnRules): readonly number[] {
  const own = warnRungs?.perClock.find(({ clock }) => clock === kind)?.percents;
  return (own ?? warnPercents).filter((percent) => !warned.includes(percent));
}

/** Working minutes left at which it still has to warn in this epoch. */
export function openMinutes({ kind, runsLow }: Clock, { warnRungs }: WarnRules): readonly number[] {
  if (warnRungs === undefined) return [];
  const own = warnRungs.perClock.find(({ clock }) => clock === kind)?.remainingMinutes;
  return (own ?? warnRungs.remainingMinutes).filter(
    (minutes) => !runsLow.includes(lowRungKey({ kind: 'remaining', minutes })),
  );
}

/** Levels of the plan's rung that were not told in this epoch of the legal clock. */
export function openLevels({ runsLow }: Clock, { warnRungs }: WarnRules): readonly RiskRungLevel[] {
  return (warnRungs?.risk ?? []).filter((level) => !runsLow.includes(lowRungKey({ kind: 'risk', level })));
}
