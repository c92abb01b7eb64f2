/** The worst path from a start, found again by following the values of the iteration: always the latest end that has the value. */
import type { Frame, LaidLeg, LaidLegStage, LaidTogether } from './frame.js';
import type { Passage } from './passage.js';
import type { Party } from './timeline.js';
import type { Tableau } from './readings.js';

/** Where a follower stands. `limit`: not opened, the one that decides, or one that is kept better than a later one. */
interface Standing {
  readonly stage: number;
  readonly state: number;
  readonly at: number;
  readonly marked: boolean;
  readonly limit: 'ahead' | 'decides';
}

/** Instants of the grid. */
export interface FollowedStep {
  readonly key: string;
  readonly owner: Party | 'applicant';
  readonly from: number;
  readonly to: number;
  readonly rests: boolean;
  readonly branch?: number;
}

function endsOf({ earliest, latest, choices }: Passage, arrival: number): readonly number[] {
  const [first, last] = [earliest[arrival]!, latest[arrival]!];
  if (choices === null) return first === last ? [last] : [last, first];
  return [...choices.at.subarray(choices.upTo[first]!, choices.upTo[last]!), first].sort((a, b) => b - a);
}

class Follower {
  readonly steps: FollowedStep[] = [];
  limitFrom: number;
  /** Of the limit that decides, in the unit of its measure. */
  spent = 0;
  private standing: Standing;

  constructor(
    private readonly frame: Frame,
    private readonly tableau: Tableau,
    start: number,
  ) {
    this.limitFrom = start;
    this.standing = { stage: 0, state: tableau.states.count - 1, at: start, marked: false, limit: 'ahead' };
  }

  private value({ at, marked, limit, ...place }: Standing): number {
    const { spent, marked: inSecondState, later } = this.tableau.ahead(place, at);
    if (limit === 'ahead') return later;
    return marked ? inSecondState : spent;
  }

  /** The standing at the latest end from which the value is the one we have. */
  private along(passage: Passage, limitRests: boolean, then: Pick<Standing, 'stage' | 'state'>): Standing | null {
    const { at: from, marked, limit } = this.standing;
    const value = this.value(this.standing);
    for (const to of endsOf(passage, from)) {
      const going = this.tableau.allowance.going({ from, to, limitRests, marked });
      const next = { ...then, at: to, limit, marked: limit === 'decides' && going.marked };
      const spent = limit === 'decides' ? going.spent : 0;
      if (this.value(next) + spent !== value) continue;
      this.spent += spent;
      return next;
    }
    return null;
  }

  private open(): void {
    const { stage, state, at } = this.standing;
    const { allowance } = this.tableau;
    const [allowed, marked] = [allowance.allowedFirst(at), allowance.countsFrom(at) !== at];
    const value = this.value(this.standing);
    const opened: Standing = { stage: stage + 1, state, at, marked, limit: 'decides' };
    const decides = allowed >= 0 && this.value(opened) - allowed === value;
    if (decides) this.limitFrom = at;
    this.standing = decides ? opened : { ...opened, marked: false, limit: 'ahead' };
  }

  private leg(stage: LaidLegStage | LaidTogether): void {
    const { stage: index, state, at } = this.standing;
    const next = this.along(stage.passage, stage.limitRests, { stage: index + 1, state });
    if (next === null) throw new Error(`no way on from stage ${index}`);
    if (stage.kind === 'leg') this.take(stage.laid, { from: at, to: next.at, rests: stage.limitRests });
    else this.takeBranches(stage.branches, at, next.at);
    this.standing = next;
  }

  private take({ leg }: LaidLeg, way: Pick<FollowedStep, 'from' | 'to' | 'rests' | 'branch'>): void {
    this.steps.push({ key: leg.key, owner: leg.owner, ...way });
  }

  private takeBranches(branches: readonly (readonly LaidLeg[])[], from: number, joinedAt: number): void {
    branches.forEach((legs, branch) => {
      const follow = (side: 'earliest' | 'latest'): number[] =>
        legs.reduce((ends, { passage }) => [...ends, passage[side][ends.at(-1)!]!], [from]);
      const latest = follow('latest');
      const ends = latest.at(-1)! <= joinedAt ? latest : follow('earliest');
      legs.forEach((laid, i) => this.take(laid, { from: ends[i]!, to: ends[i + 1]!, rests: false, branch }));
    });
  }

  /** Goes on, or through one of the waits; true when the limit that decides ends here. */
  private wait(): boolean {
    const { stage, state, at } = this.standing;
    const on = { ...this.standing, stage: stage + 1 };
    if (this.value(on) === this.value(this.standing)) {
      this.standing = on;
      return false;
    }
    const { waits } = this.frame.timeline;
    for (const [k, wait] of waits.entries()) {
      const fewer = this.tableau.states.without(state, k);
      if (fewer === null) continue;
      if (wait.limit === 'restarts') {
        if (this.standing.limit === 'decides') {
          if (this.endsHere(at)) return true;
          continue;
        }
        if (this.restart(k, fewer)) return false;
        continue;
      }
      const next = this.along(this.frame.waits[k]!, wait.limit === 'rests', { stage, state: fewer });
      if (next === null) continue;
      this.steps.push({ key: wait.key, owner: 'applicant', from: at, to: next.at, rests: wait.limit === 'rests' });
      this.standing = next;
      return false;
    }
    throw new Error(`no way on from stage ${stage}`);
  }

  /** Whether the value is what is spent when the limit's clock stops here. */
  private endsHere(at: number): boolean {
    const end = { stage: this.frame.stages.length, state: 0 };
    return this.tableau.ahead(end, at).spent === this.value(this.standing);
  }

  private restart(k: number, fewer: number): boolean {
    const { stage, at } = this.standing;
    const place = { stage, state: fewer };
    const value = this.value(this.standing);
    const fresh = this.tableau.fresh(place);
    const to = endsOf(this.frame.waits[k]!, at).find((end) => fresh(end) === value);
    if (to === undefined) return false;
    this.steps.push({ key: this.frame.timeline.waits[k]!.key, owner: 'applicant', from: at, to, rests: true });
    const allowed = this.tableau.allowance.allowed(to);
    const decides = allowed >= 0 && this.tableau.ahead(place, to).spent - allowed === value;
    if (decides) this.limitFrom = to;
    this.standing = { ...place, at: to, marked: false, limit: decides ? 'decides' : 'ahead' };
    return true;
  }

  /** Walks to the end of the plan, or to where the limit that decides ends. */
  walk(): { readonly end: number } {
    for (;;) {
      const stage = this.frame.stages[this.standing.stage];
      if (stage === undefined) break;
      if (stage.kind === 'limitOpens') this.open();
      else if (stage.kind !== 'mayWait') this.leg(stage);
      else if (this.wait()) break;
    }
    return { end: this.standing.at };
  }
}

export interface FollowedPath {
  readonly steps: readonly FollowedStep[];
  readonly start: number;
  /** Where the limit that decides begins. */
  readonly limitFrom: number;
  readonly end: number;
  /** Of the limit that decides, in the unit of its measure; negative for calendar days that were moved. */
  readonly spent: number;
}

/** The path that has the worst value from a start. The start's path must not leave the loaded years. */
export function worstPath(frame: Frame, tableau: Tableau, start: number): FollowedPath {
  const follower = new Follower(frame, tableau, start);
  const { end } = follower.walk();
  return { steps: follower.steps, start, limitFrom: follower.limitFrom, end, spent: follower.spent };
}
