/** Which ends of a passage count: all of them, or those before or from an instant that depends on the arrival. */
import type { Choices, Passage } from './passage.js';

export interface Part {
  readonly before?: Int32Array;
  readonly from?: Int32Array;
  /** Leaves out an end at the arrival itself. */
  readonly onlyLater?: boolean;
}

/** Room for a walk over windows: as many entries as there may be choices. */
export interface Queue {
  readonly positions: Int32Array;
  readonly gains: Int32Array;
}

/** Positions low ≤ p < high of the choices per arrival; neither ever moves back. */
export interface Windows {
  readonly at: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly queue: Queue;
}

/** The ends that count, per arrival. */
export interface Ends {
  /** The earliest of the passage; -1 where it does not count. */
  readonly first: Int32Array;
  /** The last of the others; -1 where there is none. */
  readonly last: Int32Array;
  /** Whether all ends of the passage count. */
  readonly isWhole: boolean;
  /** All others, where there may be more than two ends: made when first asked for, which where nothing rests is never. */
  windows(): Windows | null;
}

export const choicesBefore = ({ upTo }: Choices, instant: number): number => (instant <= 0 ? 0 : upTo[instant - 1]!);

export const counts = (end: number, arrival: number, { before, from, onlyLater }: Part): boolean =>
  (before === undefined || end < before[arrival]!) &&
  (from === undefined || end >= from[arrival]!) &&
  (onlyLater !== true || end > arrival);

function windowsOf({ earliest, latest }: Passage, choices: Choices, { before, from }: Part): Omit<Windows, 'queue'> {
  const { upTo, at } = choices;
  const size = earliest.length;
  const [low, high] = [new Int32Array(size), new Int32Array(size)];
  for (let i = 0; i < size; i++) {
    low[i] = upTo[earliest[i]!]!;
    high[i] = upTo[latest[i]!]!;
  }
  for (let i = 0; from !== undefined && i < size; i++) low[i] = Math.max(low[i]!, choicesBefore(choices, from[i]!));
  for (let i = 0; before !== undefined && i < size; i++)
    high[i] = Math.min(high[i]!, choicesBefore(choices, before[i]!));
  return { at, low, high };
}

/** All ends of a passage; beyond the loaded years the last choice within them. */
function wholeEnds({ earliest, latest, choices }: Passage): Pick<Ends, 'first' | 'last'> {
  const size = earliest.length;
  const lastChoice = choices?.at.at(-1) ?? -1;
  const [first, last] = [earliest.slice(), latest.slice()];
  for (let i = 0; i < size; i++) {
    if (last[i] === size) last[i] = lastChoice;
    if (last[i]! <= first[i]!) last[i] = -1;
    if (first[i] === size) first[i] = -1;
  }
  return { first, last };
}

/** Those of a part; one end by itself where the passage has no choices. */
function endsOfPart(passage: Passage, part: Part): Pick<Ends, 'first' | 'last'> {
  const { earliest, latest, choices } = passage;
  const size = earliest.length;
  const [first, last] = [earliest.slice(), latest.slice()];
  const windows = choices === null ? null : windowsOf(passage, choices, part);
  for (let i = 0; i < size; i++) {
    if (windows !== null) last[i] = windows.high[i]! > windows.low[i]! ? windows.at[windows.high[i]! - 1]! : -1;
    else if (last[i] === size || last[i] === first[i] || !counts(last[i]!, i, part)) last[i] = -1;
    if (first[i] === size || !counts(first[i]!, i, part)) first[i] = -1;
  }
  return { first, last };
}

function endsOf(passage: Passage, part: Part, queue: Queue): Ends {
  const isWhole = part.before === undefined && part.from === undefined;
  const { choices } = passage;
  let made: Windows | null = null;
  const windows = (): Windows | null => {
    if (choices !== null) made ??= { ...windowsOf(passage, choices, part), queue };
    return made;
  };
  return { ...(isWhole ? wholeEnds(passage) : endsOfPart(passage, part)), isWhole, windows };
}

/** The ends of passages over a grid that lie in a part, made once for each passage. */
export function endsIn(size: number, part: Part = {}): (passage: Passage) => Ends {
  const known = new Map<Passage, Ends>();
  const queue = { positions: new Int32Array(size), gains: new Int32Array(size) };
  return (passage) => {
    const ends = known.get(passage) ?? endsOf(passage, part, queue);
    known.set(passage, ends);
    return ends;
  };
}
