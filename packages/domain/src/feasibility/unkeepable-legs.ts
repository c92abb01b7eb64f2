/**
 * Legs that cannot be kept from some arrival they are really met at: the minimum work ends after the last desk minute the budget allows
 * (DESIGN 4.6). Arrivals are followed forward from the starts, through every end anybody may choose and every wait that is left. After
 * branches are joined an arrival counts as met when one branch may end there and some start may join there: a few too many, never too few.
 */
import type { Minute } from '../time/instant.js';
import type { Frame, LaidLeg, LaidStage } from './frame.js';
import { minuteAt } from './minute-grid.js';
import type { Passage } from './passage.js';
import { waitStates } from './wait-states.js';

export interface UnkeepableLeg {
  readonly leg: string;
  /** Arrivals that are met, and those from which the leg cannot be kept. */
  readonly arrivals: number;
  readonly unkeepable: number;
  /** The first of them: when the minimum work is done, and the last desk minute the budget allows (null: none at all). */
  readonly first: { readonly arrival: Minute; readonly earliest: Minute; readonly latest: Minute | null };
}

type Met = Uint8Array;

/** All ends of a passage from the arrivals that are met. */
function endsFrom(met: Met, { earliest, latest, choices }: Passage): Met {
  const size = met.length;
  const ends = new Uint8Array(size);
  const opened = new Int32Array((choices?.at.length ?? 0) + 1);
  for (let arrival = 0; arrival < size; arrival++) {
    if (met[arrival] === 0) continue;
    const [first, last] = [earliest[arrival]!, latest[arrival]!];
    if (first < size) ends[first] = 1;
    if (choices === null) {
      if (last < size) ends[last] = 1;
    } else if (first < last) {
      opened[choices.upTo[first]!]! += 1;
      opened[choices.upTo[last]!]! -= 1;
    }
  }
  for (let position = 0, open = 0; choices !== null && position < choices.at.length; position++) {
    open += opened[position]!;
    if (open > 0) ends[choices.at[position]!] = 1;
  }
  return ends;
}

/** Those of some ends that lie between the earliest and the latest join of an arrival that is met. */
function between(met: Met, { earliest, latest }: Passage, ends: Met): Met {
  const opened = new Int32Array(met.length + 1);
  for (let arrival = 0; arrival < met.length; arrival++) {
    if (met[arrival] === 0 || earliest[arrival]! >= met.length) continue;
    opened[earliest[arrival]!]! += 1;
    opened[Math.min(latest[arrival]! + 1, met.length)]! -= 1;
  }
  const joins = new Uint8Array(met.length);
  for (let i = 0, open = 0; i < met.length; i++) {
    open += opened[i]!;
    joins[i] = open > 0 ? ends[i]! : 0;
  }
  return joins;
}

function either(a: Met, b: Met): Met {
  const met = new Uint8Array(a.length);
  for (let i = 0; i < a.length; i++) met[i] = a[i]! | b[i]!;
  return met;
}

class Findings {
  private readonly met = new Map<LaidLeg, Met>();

  note(laid: LaidLeg, arrivals: Met): void {
    const known = this.met.get(laid);
    this.met.set(laid, known === undefined ? arrivals : either(known, arrivals));
  }

  of({ grid }: Frame): readonly UnkeepableLeg[] {
    return [...this.met].flatMap(([{ leg, passage }, met]) => {
      let [arrivals, unkeepable, first] = [0, 0, -1];
      for (let arrival = 0; arrival < met.length; arrival++) {
        if (met[arrival] === 0) continue;
        arrivals += 1;
        if (passage.earliest[arrival]! <= passage.allowed[arrival]!) continue;
        unkeepable += 1;
        if (first === -1) first = arrival;
      }
      if (unkeepable === 0) return [];
      const [earliest, latest] = [passage.earliest[first]!, passage.allowed[first]!];
      const example = {
        arrival: minuteAt(grid, first),
        earliest: minuteAt(grid, earliest),
        latest: latest === -1 ? null : minuteAt(grid, latest),
      };
      return [{ leg: leg.key, arrivals, unkeepable, first: example }];
    });
  }
}

function through(stage: LaidStage, met: Met, findings: Findings): Met {
  if (stage.kind === 'leg') {
    findings.note(stage.laid, met);
    return endsFrom(met, stage.passage);
  }
  if (stage.kind !== 'together') return met;
  const ends = stage.branches.map((branch) =>
    branch.reduce((arrivals, laid) => {
      findings.note(laid, arrivals);
      return endsFrom(arrivals, laid.passage);
    }, met),
  );
  return between(met, stage.passage, ends.reduce(either));
}

/** What is met after the waits that may be asked for here, per state of what is left; null where nothing is. */
function afterWaits({ timeline, waits }: Frame, met: readonly (Met | null)[]): readonly (Met | null)[] {
  const states = waitStates(timeline.waits);
  const now = [...met];
  for (let w = states.count - 1; w >= 0; w--) {
    const arrivals = now[w] ?? null;
    timeline.waits.forEach((_, k) => {
      const fewer = states.without(w, k);
      if (fewer === null || arrivals === null) return;
      const ends = endsFrom(arrivals, waits[k]!);
      const known = now[fewer] ?? null;
      now[fewer] = known === null ? ends : either(known, ends);
    });
  }
  return now;
}

const legsIn = (stage: LaidStage): readonly LaidLeg[] => {
  if (stage.kind === 'leg') return [stage.laid];
  return stage.kind === 'together' ? stage.branches.flat() : [];
};

/** Whether there is any arrival, met or not, from which the leg cannot be kept. */
const mayBeUnkeepable = ({ passage: { earliest, allowed } }: LaidLeg): boolean =>
  earliest.some((end, arrival) => end > allowed[arrival]!);

/** The legs that cannot be kept on some path from these starts, in the order of the timeline. Pure. */
export function unkeepableLegs(frame: Frame, starts: Int32Array): readonly UnkeepableLeg[] {
  const { count } = waitStates(frame.timeline.waits);
  const begun = new Uint8Array(frame.grid.size);
  for (const start of starts) begun[start] = 1;
  const findings = new Findings();
  let met: readonly (Met | null)[] = Array.from({ length: count }, (_, w) => (w === count - 1 ? begun : null));
  const last = frame.stages.findLastIndex((stage) => legsIn(stage).some(mayBeUnkeepable));
  for (const stage of frame.stages.slice(0, last + 1)) {
    if (stage.kind === 'mayWait') met = afterWaits(frame, met);
    else met = met.map((arrivals) => (arrivals === null ? null : through(stage, arrivals, findings)));
  }
  return findings.of(frame);
}
