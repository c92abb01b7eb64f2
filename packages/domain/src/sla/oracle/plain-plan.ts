/** A second opinion on what is still to come on the limit, from the text of DESIGN 4.9 and ADR 0023, added up leg by leg. */
import type { PlainRules } from './plain.js';
import type { Walker } from './minute-walk.js';

/** Least work of the steps and opinions, in minutes, by their clock's name. */
export type LeastWork = Readonly<Record<string, number>>;

const ON_THE_WAY = ['received', 'jurisdictionPending', 'inTransfer', 'awaitingAcceptance', 'transferReturned'];

/** What a leg may still use: of its clock, running or not, as much as it has not used; of one that never began, all. */
function leftOf(walker: Walker, published: number, { id, leg = id }: { id: string; leg?: string }): number {
  const clock = walker.clocks.find((each) => each.id === id);
  if (clock === undefined) return walker.cut.get(leg) ?? published;
  return clock.minutes === null ? (walker.cut.get(leg) ?? published) : Math.max(0, clock.minutes - clock.used.length);
}

function wayOut(walker: Walker, rules: PlainRules, attempt: number): number {
  const { phase, competent } = walker.world;
  if (rules.transferExcluded || rules.clockStart === 'competentReceipt') return 0;
  if (competent === rules.receiver || !ON_THE_WAY.includes(phase)) return 0;
  if (phase === 'awaitingAcceptance') {
    return leftOf(walker, rules.legs.acceptance, { id: `acceptance:${attempt}`, leg: 'acceptance' });
  }
  const acceptance = walker.cut.get('acceptance') ?? rules.legs.acceptance;
  return leftOf(walker, rules.legs.transfer, { id: 'transfer' }) + acceptance;
}

function wayBack(walker: Walker, rules: PlainRules): number {
  if (rules.legalEnd === 'decided' || walker.world.competent === rules.receiver) return 0;
  return leftOf(walker, rules.legs.resultTransfer, { id: 'resultTransfer' });
}

/** Steps one after another, beside them the opinions the decision waits for while the limit runs. */
function work({ walker, rules, answered }: PlanNow, minutesOf: MinutesOf): number {
  if (walker.decided) return 0;
  let steps = 0;
  for (const [key, minutes] of Object.entries(rules.steps)) {
    if (!walker.stepsDone.has(key)) steps += minutesOf(`step:${key}`, minutes);
  }
  let longest = steps;
  for (const [key, { minutes, pausesLegal, required }] of Object.entries(rules.consultations)) {
    if (!required || pausesLegal || answered.has(key)) continue;
    longest = Math.max(longest, minutesOf(`consultation:${key}`, minutes));
  }
  return longest;
}

type MinutesOf = (id: string, published: number) => number;

interface PlanNow {
  readonly walker: Walker;
  readonly rules: PlainRules;
  readonly leastWork: LeastWork;
  readonly answered: ReadonlySet<string>;
  /** Number of the transfer under way. */
  readonly attempt: number;
}

/** Working minutes if everybody takes all he may. */
export function plannedByHand(now: PlanNow): number {
  const { walker, rules, attempt } = now;
  const all: MinutesOf = (id, published) => leftOf(walker, published, { id });
  return wayOut(walker, rules, attempt) + work(now, all) + wayBack(walker, rules);
}

/** Steps not done, one after another; beside them the opinions nobody was asked for. */
function leastWorkWhereCut(walker: Walker, rules: PlainRules, least: MinutesOf): number {
  if (walker.decided) return 0;
  let steps = 0;
  for (const [key, minutes] of Object.entries(rules.steps)) {
    if (!walker.stepsDone.has(key)) steps += least(`step:${key}`, minutes);
  }
  let longest = steps;
  for (const [key, { minutes, pausesLegal, required }] of Object.entries(rules.consultations)) {
    if (!required || pausesLegal || walker.asked.has(key)) continue;
    longest = Math.max(longest, least(`consultation:${key}`, minutes));
  }
  return longest;
}

/** Where budgets are cut anew every leg can come down to its least work, less what it has done of it. */
function leastWhereCut({ walker, rules }: PlanNow): number | null {
  const { recut } = rules;
  const { world } = walker;
  const legal = walker.clocks.find(({ id }) => id === 'legal');
  if (recut === null || legal === undefined) return null;
  if (legal.minutes === null && walker.rests(legal)) return null;
  const least = (leg: string, published: number): number =>
    Math.max(0, Math.min(published, Math.max(1, recut.least[leg] ?? 0)) - (walker.clockOf(leg)?.used.length ?? 0));
  const travels = world.competent !== rules.receiver;
  const paid = travels && rules.clockStart === 'reception' && !rules.transferExcluded;
  const out = paid && ON_THE_WAY.includes(world.phase);
  let ways = 0;
  if (out && world.phase !== 'awaitingAcceptance') ways += least('transfer', rules.legs.transfer);
  if (out) ways += least('acceptance', rules.legs.acceptance);
  if (travels && rules.legalEnd === 'readyForReturn') ways += least('resultTransfer', rules.legs.resultTransfer);
  return ways + leastWorkWhereCut(walker, rules, least);
}

/** Working minutes if the work takes no longer than it must. */
export function leastByHand(now: PlanNow): number {
  const cut = leastWhereCut(now);
  if (cut !== null) return cut;
  const { walker, rules, attempt, leastWork } = now;
  return wayOut(walker, rules, attempt) + work(now, (id) => leastWork[id] ?? 0) + wayBack(walker, rules);
}
