/** Where the legs of a worst case lie on the axis of the limit, in hundredths of what is used. */
import type { FeasibilityWitness } from '@lien-thong/client';

export interface Span {
  readonly from: number;
  readonly to: number;
  /** Where the limit ends on the same axis; beyond 100 when it is kept. */
  readonly limit: number;
}

type Witness = Pick<FeasibilityWitness, 'allowed' | 'used'> & {
  readonly steps: readonly Pick<FeasibilityWitness['steps'][number], 'charged' | 'branch' | 'from'>[];
};

/** Branches that run together begin at the same place of the axis; what follows them begins where the longest ends. */
export function spansOf({ allowed, used, steps }: Witness): readonly Span[] {
  const whole = Math.max(allowed, used, 1);
  const limit = (100 * allowed) / whole;
  const spans: Span[] = [];
  const ends = new Map<number, number>();
  let [fork, reached] = [0, 0];
  for (const { charged, branch } of steps) {
    if (branch === null) {
      ends.clear();
      fork = reached;
    } else if (ends.size === 0) fork = reached;
    const from = branch === null ? reached : (ends.get(branch) ?? fork);
    const to = from + charged;
    if (branch !== null) ends.set(branch, to);
    reached = Math.max(reached, to);
    spans.push({ from: (100 * from) / whole, to: (100 * to) / whole, limit });
  }
  return spans;
}
