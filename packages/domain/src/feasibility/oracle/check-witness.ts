/**
 * Re-verifies a witness from the text of the rules alone, minute by minute: the start is one, every leg is held as its holder may, every
 * wait is as long as it may be, the sums are right. It does not ask whether there is a worse path; the brute force does.
 */
import type { PlainLeg, PlainPlan, PlainWorld } from './plain-plan.js';
import { closeOf, countOpen, countsFrom, dayNumber, legEnds, movedDue, waitOver, workedDayFrom } from './plain-plan.js';

interface ClaimedStep {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly legalMinutes: number;
  readonly charged: number;
  readonly branch?: number;
}

export interface Claim {
  readonly start: number;
  readonly limitFrom: number;
  readonly end: number;
  readonly steps: readonly ClaimedStep[];
  readonly allowed: number;
  readonly used: number;
  readonly slack: number;
}

const legOf = ({ stages }: PlainPlan, key: string): PlainLeg | undefined =>
  stages
    .flatMap((stage) => (stage.kind === 'leg' ? [stage.leg] : stage.kind === 'together' ? stage.branches.flat() : []))
    .find((leg) => leg.key === key);

function restsOn({ stages, waits }: PlainPlan, key: string): boolean {
  const wait = waits.find((candidate) => candidate.key === key);
  if (wait !== undefined) return wait.limit !== 'runs';
  return stages.some((stage) => stage.kind === 'leg' && stage.leg.key === key && stage.rests);
}

function stepComplaints(plan: PlainPlan, world: PlainWorld, step: ClaimedStep): readonly string[] {
  const { key, from, to } = step;
  const wait = plan.waits.find((candidate) => candidate.key === key);
  if (wait !== undefined) {
    const inTime = to >= from && to <= waitOver(world, from, wait.days);
    return inTime ? [] : [`${key} is longer than it may be`];
  }
  const leg = legOf(plan, key);
  if (leg === undefined) return [`${key} is no leg`];
  return legEnds(world, leg, from).all.includes(to) ? [] : [`${key} cannot end then`];
}

/** Each step begins where the one before ended; branches begin together, and what follows begins when the last of them ends. */
function gaps({ start, end, steps }: Claim): readonly string[] {
  const complaints: string[] = [];
  let [at, joinedAt, branch, forkedAt] = [start, start, -1, start];
  for (const step of steps) {
    if (step.branch === undefined) {
      at = branch === -1 ? at : joinedAt;
      branch = -1;
    } else if (step.branch !== branch) {
      if (branch === -1) [forkedAt, joinedAt] = [at, at];
      at = forkedAt;
      branch = step.branch;
    }
    if (step.from !== at) complaints.push(`${step.key} does not follow`);
    at = step.to;
    joinedAt = Math.max(joinedAt, step.to);
  }
  if ((branch === -1 ? at : joinedAt) !== end) complaints.push('the path does not end where it says');
  return complaints;
}

interface Reckoned {
  readonly used: number;
  readonly allowed: number;
}

function reckon(plan: PlainPlan, world: PlainWorld, claim: Claim): Reckoned {
  const { limit } = plan;
  const { limitFrom, end, start } = claim;
  const cutoff =
    limit.unit === 'sameDay' && limitFrom === start && plan.stages[0]?.kind === 'opens' ? limit.cutoff : null;
  const from = countsFrom(world, limitFrom, cutoff);
  const worked = (a: number, b: number): number => countOpen(world, 'law', [a, b]);
  const rests = claim.steps.filter((step) => step.from >= limitFrom && restsOn(plan, step.key));
  const rested = rests.reduce((sum, step) => sum + worked(Math.max(step.from, from), step.to), 0);
  const used = worked(from, end) - rested;
  if (limit.unit === 'minutes') return { used, allowed: limit.minutes };
  if (limit.unit === 'sameDay') {
    const day = dayNumber(limitFrom);
    const inTime = from === limitFrom && workedDayFrom(world, day) === day && limitFrom <= closeOf(world, day);
    return { used, allowed: worked(from, closeOf(world, inTime ? day : workedDayFrom(world, day + 1))) };
  }
  const touched = new Set<number>();
  for (const { from: a, to: b } of rests) {
    for (let minute = a; minute < b; minute++) touched.add(dayNumber(minute));
  }
  const due = movedDue(world, { from: limitFrom, days: limit.days, moved: touched.size });
  return { used, allowed: used + worked(end, due) - worked(due, end) };
}

/** What is wrong with a witness; nothing when it holds. `receiver` names the desk at which dossiers come in. */
export function complaintsAbout(claim: Claim, plan: PlainPlan, world: PlainWorld): readonly string[] {
  const complaints = [...gaps(claim)];
  if (!world.isOpen('receiver', claim.start)) complaints.push('nobody receives at the start');
  for (const step of claim.steps) {
    complaints.push(...stepComplaints(plan, world, step));
    const worked = countOpen(world, 'law', [step.from, step.to]);
    if (worked !== step.legalMinutes) complaints.push(`${step.key} has ${worked} legal minutes`);
    if (step.charged > worked || (restsOn(plan, step.key) && step.charged !== 0))
      complaints.push(`${step.key} is overcharged`);
  }
  if (claim.steps.every(({ branch }) => branch === undefined)) {
    const charged = claim.steps.reduce((sum, step) => sum + step.charged, 0);
    if (charged !== claim.used) complaints.push(`${charged} minutes are charged`);
  }
  const { used, allowed } = reckon(plan, world, claim);
  if (used !== claim.used) complaints.push(`the path uses ${used}`);
  if (allowed !== claim.allowed) complaints.push(`the limit gives ${allowed}`);
  if (claim.slack !== claim.allowed - claim.used) complaints.push('slack is not what is left');
  return complaints;
}
