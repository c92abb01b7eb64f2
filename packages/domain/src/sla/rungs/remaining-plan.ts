/** What is still to be done on the legal clock, in its minutes: by the budgets, and at the very least. */
import type { ProcedureVersion } from '../../procedure/procedure.js';
import type { RemainingLeg } from '../../sub-deadlines/remaining-legs.js';
import { remainingLegs } from '../../sub-deadlines/remaining-legs.js';
import type { WorkDuration } from '../../time/duration.js';
import { workMinutes } from '../../time/duration.js';
import { ON_THE_WAY } from '../legal-clock.js';
import type { RiskView } from '../risk/risk-view.js';
import { clockOf, minutesLeft } from '../risk/risk-view.js';

type Leg = keyof ProcedureVersion['legs'];

/** As the procedure gives it, or as it was cut anew for this dossier. */
function budgetMinutes(leg: string, written: WorkDuration, { file, rules }: RiskView): number {
  return file.dossier.subDeadlines?.[leg] ?? workMinutes(written, rules.legal.minutesPerDay);
}

function legBudget(leg: Leg, view: RiskView): number {
  return budgetMinutes(leg, view.rules.procedure.legs[leg].budget, view);
}

/** Left of transfer and acceptance, where they run on the legal clock. */
function transferLeft(view: RiskView): number {
  const { procedure } = view.rules;
  const { phase, transfer, competentAgency, pin } = view.file.dossier;
  const off = procedure.transferExcluded || procedure.clockStart === 'competentReceipt';
  if (off || competentAgency === pin.receivingAgency || !ON_THE_WAY.includes(phase)) return 0;
  if (phase === 'awaitingAcceptance' && transfer !== null) {
    return minutesLeft(clockOf(view, `acceptance:${transfer.attempt}`), view) ?? legBudget('acceptance', view);
  }
  return (minutesLeft(clockOf(view, 'transfer'), view) ?? legBudget('transfer', view)) + legBudget('acceptance', view);
}

/** Left of the way back, where the legal clock ends only when the result is ready for the applicant. */
function wayBackLeft(view: RiskView): number {
  const { competentAgency, pin } = view.file.dossier;
  if (view.rules.procedure.legalEnd === 'decided' || competentAgency === pin.receivingAgency) return 0;
  return minutesLeft(clockOf(view, 'resultTransfer'), view) ?? legBudget('resultTransfer', view);
}

const isDecided = ({ file }: RiskView): boolean => file.dossier.outcome !== null;

/** Steps not completed, one after another; required opinions not answered, beside them unless they stop the clock. */
function workLeft(view: RiskView, minutesOf: (rule: WorkRule, clockId: string) => number): number {
  if (isDecided(view)) return 0;
  const { dossier } = view.file;
  const { steps, consultations } = view.rules.procedure;
  const own = steps
    .filter(({ key }) => !dossier.completedSteps.includes(key))
    .reduce((sum, step) => sum + minutesOf(step, `step:${step.key}`), 0);
  const opinions = consultations
    .filter(({ requiredForDecision, pausesLegalClock }) => requiredForDecision && !pausesLegalClock)
    .filter(({ key }) => dossier.consultations[key]?.state !== 'answered')
    .map((rule) => minutesOf(rule, `consultation:${rule.key}`));
  return Math.max(own, ...opinions);
}

type WorkRule = ProcedureVersion['steps'][number] | ProcedureVersion['consultations'][number];

/** If every leg and step takes its whole budget. Working minutes of the legal calendar. */
export function plannedLeft(view: RiskView): number {
  const budgets = (rule: WorkRule, id: string): number =>
    minutesLeft(clockOf(view, id), view) ?? budgetMinutes(id, rule.budget, view);
  return transferLeft(view) + workLeft(view, budgets) + wayBackLeft(view);
}

/** Where budgets are cut anew, every leg can be brought down to its minimum work. */
function leastWhereRecut(view: RiskView): number | null {
  if (view.rules.procedure.subDeadlines === undefined) return null;
  const remaining = remainingLegs(view.file, view.rules, view.now);
  if (remaining === null) return null;
  const least = (legs: readonly RemainingLeg[]): readonly number[] =>
    legs.map(({ floor, used }) => Math.max(0, floor - used));
  const isStep = ({ key }: RemainingLeg): boolean => key.startsWith('step:');
  const sum = (minutes: readonly number[]): number => minutes.reduce((total, each) => total + each, 0);
  const steps = sum(least(remaining.legs.filter(isStep)));
  return sum(least(remaining.legs.filter((leg) => !isStep(leg)))) + Math.max(steps, ...least(remaining.opinions));
}

/** If the work takes no longer than its minimum; other agencies may still take what they may. */
export function leastLeft(view: RiskView): number {
  const cut = leastWhereRecut(view);
  if (cut !== null) return cut;
  return transferLeft(view) + workLeft(view, ({ minimumWorkMinutes }) => minimumWorkMinutes) + wayBackLeft(view);
}
