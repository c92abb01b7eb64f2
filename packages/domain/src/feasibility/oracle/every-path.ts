/**
 * Every path of a plan from one start, walked: each holder ends at each minute he may, each wait is asked for as often as it may be and
 * answered at each minute. Nothing is composed, nothing is kept from one path to the next but where a leg can end.
 */
import type { LegEnds, PlainLeg, PlainPlan, PlainWorld } from './plain-plan.js';
import {
  BeyondTheEnd,
  closeOf,
  countOpen,
  countsFrom,
  dayNeeded,
  dayNumber,
  legEnds,
  movedDue,
  waitOver,
  workedDayFrom,
} from './plain-plan.js';

export interface Question {
  readonly plan: PlainPlan;
  readonly world: PlainWorld;
  /** Minutes in [from, to] at which the applicant may answer; must contain both. */
  readonly answers: (from: number, to: number) => readonly number[];
  /** How a limit in calendar days is said to be exceeded: in minutes, or in days its due day would have to move. */
  readonly unit: 'minutes' | 'days';
}

export interface Extremes {
  /** By how much the limit is exceeded on the worst path, on the best, and on the worst when later legs are cut. */
  readonly worst: number;
  readonly best: number;
  readonly dynamic: number;
  /** Keys of legs that could not be kept from an arrival on some path. */
  readonly unkeepable: ReadonlySet<string>;
}

interface Walker {
  readonly at: number;
  readonly stage: number;
  readonly left: readonly number[];
  /** Where the limit that runs began to be in force; null before it opens. */
  readonly opened: { readonly at: number; readonly first: boolean } | null;
  readonly rests: readonly (readonly [number, number])[];
  /** Worst of the limits that ended already. */
  readonly exceeded: number;
}

const prefixes = new WeakMap<PlainWorld, Int32Array>();

/** Minutes the law worked up to each minute, counted once for a world. */
function workedUpTo(world: PlainWorld): Int32Array {
  const known = prefixes.get(world);
  if (known !== undefined) return known;
  const prefix = new Int32Array(world.last - world.first + 1);
  for (let m = world.first; m < world.last; m++) {
    prefix[m - world.first + 1] = prefix[m - world.first]! + countOpen(world, 'law', [m, m + 1]);
  }
  prefixes.set(world, prefix);
  return prefix;
}

export class EveryPath {
  private readonly ends = new Map<PlainLeg, Map<number, LegEnds>>();
  private readonly unkeepable = new Set<string>();
  private readonly prefix: Int32Array;

  constructor(private readonly question: Question) {
    this.prefix = workedUpTo(question.world);
  }

  private worked(from: number, to: number): number {
    const { first } = this.question.world;
    return this.prefix[to - first]! - this.prefix[from - first]!;
  }

  private endsOf(leg: PlainLeg, arrival: number): LegEnds {
    const known = this.ends.get(leg) ?? new Map<number, LegEnds>();
    this.ends.set(leg, known);
    const ends = known.get(arrival) ?? legEnds(this.question.world, leg, arrival);
    known.set(arrival, ends);
    if (ends.latest === null || ends.latest < ends.earliest) this.unkeepable.add(leg.key);
    return ends;
  }

  /** By how much the limit is exceeded that was opened there, ends here, and rested in between. */
  private excess({ opened, rests }: Walker, end: number): number {
    const { world, plan } = this.question;
    if (opened === null) throw new Error('no limit');
    const { limit } = plan;
    if (limit.unit === 'days') {
      const touched = new Set<number>();
      for (const [a, b] of rests) for (let d = dayNumber(a); a < b && d <= dayNumber(b - 1); d++) touched.add(d);
      const due = movedDue(world, { from: opened.at, days: limit.days, moved: touched.size });
      const moved = dayNumber(opened.at) + limit.days + touched.size;
      if (this.question.unit === 'days') return dayNeeded(world, end) - moved;
      return this.worked(due, end);
    }
    const cutoff = limit.unit === 'sameDay' && opened.first ? limit.cutoff : null;
    const from = countsFrom(world, opened.at, cutoff);
    const rested = rests.reduce((sum, [a, b]) => sum + (b > from ? this.worked(Math.max(a, from), b) : 0), 0);
    const used = (end > from ? this.worked(from, end) : 0) - rested;
    return used - (limit.unit === 'minutes' ? limit.minutes : this.sameDayMinutes(from, opened.at, cutoff));
  }

  private sameDayMinutes(from: number, received: number, cutoff: number | null): number {
    const { world } = this.question;
    const day = dayNumber(received);
    const worked = workedDayFrom(world, day) === day;
    const late = cutoff !== null && received + 420 - day * 1440 > cutoff;
    const inTime = worked && !late && received <= closeOf(world, day);
    return this.worked(from, closeOf(world, inTime ? day : workedDayFrom(world, day + 1)));
  }

  private *branchEnds(legs: readonly PlainLeg[], from: number, cut: boolean): Generator<number> {
    let ends = new Set([from]);
    legs.forEach((leg, i) => {
      const next = new Set<number>();
      for (const at of ends) {
        const { earliest, all } = this.endsOf(leg, at);
        for (const end of cut && i > 0 ? [earliest] : all) next.add(end);
      }
      ends = next;
    });
    yield* ends;
  }

  private joinedEnds(branches: readonly (readonly PlainLeg[])[], from: number, cut: boolean): ReadonlySet<number> {
    return branches.reduce<ReadonlySet<number>>(
      (joined, legs) => {
        const ends = [...this.branchEnds(legs, from, cut)];
        return new Set([...joined].flatMap((a) => ends.map((b) => Math.max(a, b))));
      },
      new Set([from]),
    );
  }

  /** Where a leg may end for this kind of walk; `cut`: only as early as it can, unless it is the first. */
  private possible(walker: Walker, cut: boolean): readonly number[] {
    const { stages } = this.question.plan;
    const stage = stages[walker.stage];
    const isFirst = stages.slice(0, walker.stage).every(({ kind }) => kind === 'opens' || kind === 'mayWait');
    if (stage?.kind === 'leg') {
      const { earliest, all } = this.endsOf(stage.leg, walker.at);
      return cut && !isFirst ? [earliest] : all;
    }
    if (stage?.kind !== 'together') return [];
    const joined = [...this.joinedEnds(stage.branches, walker.at, cut)];
    return cut && !isFirst ? [Math.min(...joined)] : joined;
  }

  private *afterWait(walker: Walker, k: number): Generator<Walker> {
    const { plan, world, answers } = this.question;
    const wait = plan.waits[k]!;
    const left = walker.left.map((n, i) => (i === k ? n - 1 : n));
    const ended =
      wait.limit === 'restarts' ? Math.max(walker.exceeded, this.excess(walker, walker.at)) : walker.exceeded;
    for (const at of answers(walker.at, waitOver(world, walker.at, wait.days))) {
      if (wait.limit === 'restarts') {
        yield { ...walker, at, left, opened: { at, first: false }, rests: [], exceeded: ended };
      } else {
        const rests = wait.limit === 'rests' ? [...walker.rests, [walker.at, at] as const] : walker.rests;
        yield { ...walker, at, left, rests };
      }
    }
  }

  private *steps(walker: Walker, cut: boolean): Generator<Walker> {
    const stage = this.question.plan.stages[walker.stage];
    const on = { ...walker, stage: walker.stage + 1 };
    if (stage?.kind === 'opens') {
      const first = walker.stage === 0;
      yield { ...on, opened: { at: walker.at, first }, rests: [] };
    } else if (stage?.kind === 'mayWait') {
      yield on;
      for (const [k, n] of walker.left.entries()) if (n > 0) yield* this.afterWait(walker, k);
    } else if (stage !== undefined) {
      const rests = stage.kind === 'leg' && stage.rests;
      for (const at of this.possible(walker, cut)) {
        yield { ...on, at, rests: rests ? [...walker.rests, [walker.at, at]] : walker.rests };
      }
    }
  }

  private outcomes(walker: Walker, cut: boolean, take: (excess: number) => void): void {
    if (walker.stage === this.question.plan.stages.length) {
      take(Math.max(walker.exceeded, this.excess(walker, walker.at)));
      return;
    }
    for (const next of this.steps(walker, cut)) this.outcomes(next, cut, take);
  }

  /** The extremes from a start; null when some path leaves the loaded minutes. */
  from(start: number): Extremes | null {
    const left = this.question.plan.waits.map(({ rounds }) => rounds);
    const walker: Walker = { at: start, stage: 0, left, opened: null, rests: [], exceeded: -Infinity };
    let [worst, best, dynamic] = [-Infinity, Infinity, -Infinity];
    this.unkeepable.clear();
    try {
      this.outcomes(walker, false, (excess) => {
        worst = Math.max(worst, excess);
        best = Math.min(best, excess);
      });
      const unkeepable = new Set(this.unkeepable);
      this.outcomes(walker, true, (excess) => {
        dynamic = Math.max(dynamic, excess);
      });
      return { worst, best, dynamic, unkeepable };
    } catch (error) {
      if (error instanceof BeyondTheEnd) return null;
      throw error;
    }
  }
}
