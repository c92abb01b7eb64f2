/** What the risk rules look at, and what they say. Shared by server and console: no sentence, only codes and figures. */
import type { CommandType } from '../../dossier/commands.js';
import type { DossierFile, Rules } from '../../dossier/file.js';
import type { RefusalFacts } from '../../kernel/refusal.js';
import type { Instant, Minute } from '../../time/instant.js';
import { minuteOf } from '../../time/instant.js';
import type { Clock } from '../clock.js';
import { askedOrNull } from '../outside.js';
import type { Owner } from '../owner.js';
import type { RiskCause, RiskLevel, RiskRuleName } from './risk-causes.js';

export interface Risk {
  readonly rule: RiskRuleName;
  readonly level: RiskLevel;
  /** Why, as a code with its figures: minutes of the legal calendar, instants in UTC. */
  readonly cause: { readonly code: RiskCause; readonly facts: RefusalFacts };
  /** Who can do something about it; null where it is nobody's alone. */
  readonly owner: Owner | null;
  /** Clocks it rests on. */
  readonly evidence: readonly string[];
  /** The command that would help and that somebody may give in this state. */
  readonly decision: CommandType | null;
}

/** What is known beside the dossier. */
export interface RiskContext {
  readonly now: Instant;
  /** Shared systems that are down now. */
  readonly systemsDown: readonly string[];
}

export interface RiskView {
  readonly file: DossierFile;
  readonly rules: Rules;
  readonly now: Minute;
  readonly systemsDown: readonly string[];
}

/** A rule: its findings, none when all is well. Pure. */
export type RiskRule = (view: RiskView) => readonly Risk[];

export function riskView(file: DossierFile, rules: Rules, { now, systemsDown }: RiskContext): RiskView {
  return { file, rules, now: minuteOf(now), systemsDown };
}

export function runningClocks({ file }: RiskView): readonly Clock[] {
  return file.clocks.filter(({ status }) => status === 'running');
}

export function clockOf({ file }: RiskView, id: string): Clock | null {
  return file.clocks.find((clock) => clock.id === id) ?? null;
}

/** Working minutes used by now; null where the calendar does not reach. */
export function usedByNow(clock: Clock, { rules, now }: Pick<RiskView, 'rules' | 'now'>): number | null {
  if (clock.certainty === 'notComputable') return null;
  if (clock.runningSince === null) return clock.used;
  const from = clock.runningSince < clock.countsFrom ? clock.countsFrom : clock.runningSince;
  return now <= from ? clock.used : askedOrNull(() => clock.used + rules.legal.workBetween(from, now));
}

/** Working minutes left of a budget in minutes, not below 0; null for other budgets or where they cannot be counted. */
export function minutesLeft(clock: Clock | null, view: RiskView): number | null {
  const used = clock === null ? null : usedByNow(clock, view);
  if (clock === null || used === null || clock.budget.unit !== 'work') return null;
  return Math.max(0, clock.budget.minutes - used);
}

/** True once the clock is overdue, noticed or not. */
export function isOverdue(clock: Clock, { now }: RiskView): boolean {
  return clock.breachFiresAt !== null && clock.breachFiresAt <= now;
}
