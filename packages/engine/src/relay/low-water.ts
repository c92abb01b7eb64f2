import type { AgencyId } from '@lien-thong/domain';

interface Mark {
  /** Everything up to here was acknowledged, by this process or by whoever moved the stored cursor; null until that is known. */
  low: number | null;
  /** What the stored cursor is known to hold. */
  stored: number;
  readonly acknowledged: Set<number>;
}

/** Acknowledged beyond a number that is missing, most per agency: above it they are forgotten, and so handed over again. */
const MOST_AHEAD = 20_000;

/**
 * Per agency, how far the feed has certainly been handed over. Two batches in flight are acknowledged in any order, and another
 * process hands over its own: the mark moves only over numbers without a gap, never to the highest one seen.
 */
export class LowWater {
  private readonly marks = new Map<AgencyId, Mark>();

  acknowledge(agencyId: AgencyId, n: number): void {
    const mark = this.markOf(agencyId);
    if (mark.low !== null && n <= mark.low) return;
    if (mark.acknowledged.size >= MOST_AHEAD) mark.acknowledged.clear();
    mark.acknowledged.add(n);
    rise(mark);
  }

  /** Takes over a stored cursor: others may have moved it. */
  learn(agencyId: AgencyId, relayed: number): void {
    const mark = this.markOf(agencyId);
    mark.stored = Math.max(mark.stored, relayed);
    mark.low = Math.max(mark.low ?? 0, relayed);
    for (const n of mark.acknowledged) if (n <= mark.low) mark.acknowledged.delete(n);
    rise(mark);
  }

  lowOf(agencyId: AgencyId): number {
    return this.marks.get(agencyId)?.low ?? 0;
  }

  /** Cursors that are further than what is stored, sorted by agency. */
  unsaved(): readonly { readonly agencyId: AgencyId; readonly relayed: number }[] {
    return [...this.marks]
      .flatMap(([agencyId, { low, stored }]) => (low !== null && low > stored ? [{ agencyId, relayed: low }] : []))
      .sort((a, b) => (a.agencyId < b.agencyId ? -1 : 1));
  }

  /** Whether anything was acknowledged whose place in the line is not known yet. */
  isBlind(): boolean {
    return [...this.marks.values()].some(({ low }) => low === null);
  }

  saved(cursors: readonly { readonly agencyId: AgencyId; readonly relayed: number }[]): void {
    for (const { agencyId, relayed } of cursors) {
      const mark = this.markOf(agencyId);
      mark.stored = Math.max(mark.stored, relayed);
    }
  }

  private markOf(agencyId: AgencyId): Mark {
    const mark = this.marks.get(agencyId) ?? { low: null, stored: 0, acknowledged: new Set<number>() };
    this.marks.set(agencyId, mark);
    return mark;
  }
}

function rise(mark: Mark): void {
  if (mark.low === null) return;
  while (mark.acknowledged.delete(mark.low + 1)) mark.low += 1;
}
