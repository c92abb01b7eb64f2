/** What is still to come on the limit, added up leg by leg at one minute, and what is left for it (ADR 0023). */
import type { PlainClocks } from './clocks.js';
import { workOf } from './rules.js';
import type { PlainRules } from './rules.js';
import type { Story } from './story.js';

const ON_THE_WAY = ['received', 'jurisdictionPending', 'inTransfer', 'awaitingAcceptance', 'transferReturned'];

/** Everything is asked at one minute. */
interface Now {
  readonly clocks: PlainClocks;
  readonly story: Story;
  readonly procedure: PlainRules['procedure'];
  readonly at: number;
}

/** Minutes of a leg that has begun, what it used taken off, or of one that has not. */
function budgetLeft({ clocks, at }: Now, id: string, { leg = id, written }: { leg?: string; written: string }): number {
  const clock = clocks.clocks.get(id);
  const budget = clock?.budget ?? null;
  return clock !== undefined && budget !== null
    ? Math.max(0, budget - clock.used(at))
    : (clocks.cut.get(leg) ?? workOf(written));
}

function wayOut(now: Now): number {
  const { story, procedure, clocks } = now;
  const { legs } = procedure;
  const paid = procedure.clockStart === 'reception' && !procedure.transferExcluded;
  if (!paid || story.competent === story.receiver || !ON_THE_WAY.includes(story.phase)) return 0;
  const acceptance = { leg: 'acceptance', written: legs.acceptance.budget };
  if (story.phase === 'awaitingAcceptance') return budgetLeft(now, `acceptance:${story.attempt}`, acceptance);
  const whole = clocks.cut.get('acceptance') ?? workOf(legs.acceptance.budget);
  return budgetLeft(now, 'transfer', { written: legs.transfer.budget }) + whole;
}

function wayBack(now: Now): number {
  const { story, procedure } = now;
  if (procedure.legalEnd === 'decided' || story.competent === story.receiver) return 0;
  return budgetLeft(now, 'resultTransfer', { written: procedure.legs.resultTransfer.budget });
}

type Rule = PlainRules['procedure']['steps'][number];

/** Steps one after another; beside them the opinions the decision waits for. */
function work({ story, procedure }: Now, minutesOf: (rule: Rule, id: string) => number): number {
  if (story.decided) return 0;
  const steps = procedure.steps
    .filter(({ key }) => !story.stepsDone.has(key))
    .reduce((sum, step) => sum + minutesOf(step, `step:${step.key}`), 0);
  const opinions = procedure.consultations
    .filter((rule) => rule.requiredForDecision && !rule.pausesLegalClock)
    .filter(({ key }) => story.opinions.get(key)?.answered !== true)
    .map((rule) => minutesOf(rule, `consultation:${rule.key}`));
  return Math.max(steps, ...opinions);
}

/** Where budgets are cut anew: each leg ahead at its least work, less what it has done. Null where nothing could be cut. */
function leastWhereCut(now: Now): number | null {
  const { clocks, story, procedure, at } = now;
  const legal = clocks.clocks.get('legal');
  if (procedure.subDeadlines === undefined || (legal?.left(at) ?? null) === null) return null;
  const phase = story.suspendedIn ?? story.phase;
  const least = (
    { budget, minimumWorkMinutes }: Pick<Rule, 'budget' | 'minimumWorkMinutes'>,
    id: string,
    others = 0,
  ): number => {
    const clock = clocks.clocks.get(id);
    const done = clock === undefined || clock.stopped !== null ? 0 : clock.used(at);
    return Math.max(0, Math.min(workOf(budget), Math.max(1, minimumWorkMinutes + others)) - done);
  };
  const { legs } = procedure;
  const travels = story.competent !== story.receiver;
  const paid = travels && procedure.clockStart === 'reception' && !procedure.transferExcluded;
  let ways = 0;
  if (paid && ON_THE_WAY.includes(phase)) {
    if (phase !== 'awaitingAcceptance') ways += least(legs.transfer, 'transfer', legs.delivery.minimumWorkMinutes);
    ways += least(legs.acceptance, `acceptance:${story.attempt}`);
  }
  if (travels && procedure.legalEnd === 'readyForReturn') ways += least(legs.resultTransfer, 'resultTransfer');
  if (story.decided) return ways;
  const steps = procedure.steps
    .filter(({ key }) => !story.stepsDone.has(key))
    .reduce((sum, step) => sum + least(step, `step:${step.key}`), 0);
  const unasked = procedure.consultations
    .filter((rule) => rule.requiredForDecision && !rule.pausesLegalClock && !story.opinions.has(rule.key))
    .map((rule) => least(rule, `consultation:${rule.key}`));
  return ways + Math.max(steps, ...unasked);
}

/** Whether the plan is more than what is left of a limit that can still be kept: by its budgets, by its least works. */
export function planExceeds(
  clocks: PlainClocks,
  { procedure }: PlainRules,
  at: number,
): { warning: boolean; high: boolean } {
  const legal = clocks.clocks.get('legal');
  const left = legal === undefined || legal.stopped !== null || legal.breach(at) !== null ? null : legal.left(at);
  if (left === null) return { warning: false, high: false };
  const now = { clocks, story: clocks.told(), procedure, at };
  const planned = wayOut(now) + work(now, (rule, id) => budgetLeft(now, id, { written: rule.budget })) + wayBack(now);
  if (planned <= left) return { warning: false, high: false };
  const least =
    leastWhereCut(now) ?? wayOut(now) + work(now, ({ minimumWorkMinutes }) => minimumWorkMinutes) + wayBack(now);
  return { warning: true, high: least > left };
}
