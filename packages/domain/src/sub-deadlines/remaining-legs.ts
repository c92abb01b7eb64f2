/** What of a dossier's timeline is still to come on its legal clock, and what is left of the limit for it. */
import type { Dossier } from '../dossier/dossier.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import type { CuttableLeg } from '../feasibility/budgets.js';
import { cuttableLegs } from '../feasibility/budgets.js';
import type { Phase } from '../procedure/phase.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import type { Clock } from '../sla/clock.js';
import { ON_THE_WAY } from '../sla/legal-clock.js';
import { legOf } from '../sla/leg-of.js';
import { askedOrNull } from '../sla/outside.js';
import { usedByNow } from '../sla/risk/risk-view.js';
import type { Minute } from '../time/instant.js';
import type { LegInTurn } from './spread.js';

export interface RemainingLeg extends LegInTurn {
  /** What it may use as things stand. */
  readonly current: number;
  /** Its clock has overrun: no other budget heals that. */
  readonly isOver: boolean;
  /** First minute that counts, where that lies ahead of a cut-off; else null. */
  readonly countsFrom: Minute | null;
}

export interface Remaining {
  /** Working minutes left of the limit; negative: overrun. */
  readonly left: number;
  /** Minutes the procedure gives to nobody: the limit without the budgets of all legs. Not negative. */
  readonly reserve: number;
  /** One after another. */
  readonly legs: readonly RemainingLeg[];
  /** Opinions the decision waits for that nobody was asked for yet: beside the steps. */
  readonly opinions: readonly RemainingLeg[];
  readonly limitRuns: boolean;
}

const phaseOf = ({ phase, suspension }: Dossier): Phase => suspension?.resumeTo ?? phase;
const isTravelling = ({ competentAgency, pin }: Dossier): boolean => competentAgency !== pin.receivingAgency;

/** Whether transfer and acceptance are charged to the limit of this dossier. */
export function wayIsCharged(dossier: Dossier, { clockStart, transferExcluded }: ProcedureVersion): boolean {
  return isTravelling(dossier) && clockStart === 'reception' && !transferExcluded;
}

/** Keys of the legs the limit is charged with, one after another. */
function chargedKeys(dossier: Dossier, procedure: ProcedureVersion): readonly string[] {
  const out = wayIsCharged(dossier, procedure) ? ['transfer', 'acceptance'] : [];
  const back = isTravelling(dossier) && procedure.legalEnd === 'readyForReturn' ? ['resultTransfer'] : [];
  return [...out, ...procedure.steps.map(({ key }) => `step:${key}`), ...back];
}

function isToCome(key: string, dossier: Dossier): boolean {
  const phase = phaseOf(dossier);
  if (key === 'resultTransfer') return true;
  if (key === 'transfer') return ON_THE_WAY.includes(phase) && phase !== 'awaitingAcceptance';
  if (key === 'acceptance') return ON_THE_WAY.includes(phase);
  return dossier.outcome === null && !dossier.completedSteps.some((step) => key === `step:${step}`);
}

function unasked({ consultations, outcome }: Dossier, procedure: ProcedureVersion): readonly string[] {
  if (outcome !== null) return [];
  return procedure.consultations
    .filter(({ requiredForDecision, pausesLegalClock }) => requiredForDecision && !pausesLegalClock)
    .filter(({ key }) => consultations[key] === undefined)
    .map(({ key }) => `consultation:${key}`);
}

/** The leg with the state of its clock, if it has begun; null where that cannot be counted. */
function withClock(leg: CuttableLeg, dossier: Dossier, look: Look): RemainingLeg | null {
  const clock = look.clocks.get(leg.key);
  const current = dossier.subDeadlines?.[leg.key] ?? leg.budget;
  if (clock === undefined) return { ...leg, used: 0, current, isOver: false, countsFrom: null };
  const used = usedByNow(clock, look);
  if (used === null) return null;
  const isOver = clock.breached || used > current;
  return { ...leg, used, current, isOver, countsFrom: clock.countsFrom > look.now ? clock.countsFrom : null };
}

interface Look {
  readonly rules: Rules;
  readonly now: Minute;
  /** The clock of each leg that has begun and not ended. */
  readonly clocks: ReadonlyMap<string | null, Clock>;
}

function clocksByLeg({ dossier, clocks }: DossierFile): Look['clocks'] {
  const byLeg = new Map<string | null, Clock>();
  for (const clock of clocks) {
    if (clock.status === 'stopped') continue;
    const leg = legOf(clock, dossier);
    if (!byLeg.has(leg)) byLeg.set(leg, clock);
  }
  return byLeg;
}

/** Working minutes left of the limit, as if it ran from now on; null where they cannot be counted. */
function leftOf(legal: Clock, look: Look): number | null {
  const used = usedByNow(legal, look);
  if (used === null || legal.budget.unit === 'none') return null;
  if (legal.budget.unit === 'work') return legal.budget.minutes - used;
  const { dueAt } = legal;
  const { legal: calendar } = look.rules;
  if (dueAt === null) return null;
  return askedOrNull(() =>
    dueAt < look.now ? -calendar.workBetween(dueAt, look.now) : calendar.workBetween(look.now, dueAt),
  );
}

/** The limit as it was set: extensions are time gained. In calendar days, the working minutes they turn out to hold. */
function limitOf(legal: Clock, left: number, look: Look): number {
  if (legal.budget.unit === 'work') return legal.budget.minutes - legal.extendedBy;
  return left + (usedByNow(legal, look) ?? 0);
}

function allOrNull<T>(list: readonly (T | null)[]): readonly T[] | null {
  const known = list.filter((each) => each !== null);
  return known.length === list.length ? known : null;
}

/**
 * What is still to come at a minute; null where no limit runs or rests that could be divided, or where the calendar does not say.
 * All minutes are those of the legal calendar. Pure.
 */
export function remainingLegs(file: DossierFile, rules: Rules, now: Minute): Remaining | null {
  const legal = file.clocks.find(({ id, status }) => id === 'legal' && status !== 'stopped');
  const look = { rules, now, clocks: clocksByLeg(file) };
  const left = legal === undefined ? null : leftOf(legal, look);
  if (legal === undefined || left === null) return null;
  const { dossier } = file;
  const { procedure, legal: calendar } = rules;
  const charged = cuttableLegs(procedure, chargedKeys(dossier, procedure), calendar.minutesPerDay);
  const ahead = charged.filter(({ key }) => isToCome(key, dossier));
  const beside = cuttableLegs(procedure, unasked(dossier, procedure), calendar.minutesPerDay);
  const legs = allOrNull(ahead.map((leg) => withClock(leg, dossier, look)));
  const opinions = allOrNull(beside.map((leg) => withClock(leg, dossier, look)));
  if (legs === null || opinions === null) return null;
  const reserve = Math.max(0, limitOf(legal, left, look) - charged.reduce((sum, { budget }) => sum + budget, 0));
  return { left, reserve, legs, opinions, limitRuns: legal.status === 'running' };
}
