/** The rule that gives every late minute one class and one owner (ADR 0026). Counts only; what a minute is, is decided elsewhere. */
import type { Owner } from '../owner.js';
import { sameOwner } from '../owner.js';
import type { CountedPiece } from './excess.js';
import { isOutside } from './plan-leg.js';

export const LATENESS_CLASSES = ['ownExcess', 'inherited', 'structural', 'outside'] as const;
/**
 * `ownExcess`: late though all others had kept their sub-deadlines. `inherited`: in time had they kept them. `structural`: late though
 * nobody exceeded anything. `outside`: time of the applicant, a recorded outage or an external ground that the limit counts.
 */
export type LatenessClass = (typeof LATENESS_CLASSES)[number];

/** Late minutes of a piece that are alike: `skip` minutes of the piece come before them. */
export interface LateRun {
  readonly piece: CountedPiece;
  readonly skip: number;
  readonly minutes: number;
  readonly kind: LatenessClass;
  /** Whose excess made them late; null for structural ones. */
  readonly dueTo: Owner | null;
}

interface Excess {
  readonly owner: Owner;
  readonly minutes: number;
}

/** One after another of one owner are one. */
function joined(list: Excess[], next: Excess): void {
  const last = list.at(-1);
  if (last === undefined || !sameOwner(last.owner, next.owner)) list.push(next);
  else list[list.length - 1] = { owner: last.owner, minutes: last.minutes + next.minutes };
}

/** Excess minutes in order, and those no late minute answers for yet. */
class ExcessSoFar {
  private readonly all: Excess[] = [];
  private open: Excess[] = [];

  add(owner: Owner, minutes: number): void {
    this.all.push({ owner, minutes });
    this.open.push({ owner, minutes });
  }

  by(holder: Owner, own: boolean): number {
    return this.all.reduce((sum, { owner, minutes }) => sum + (sameOwner(owner, holder) === own ? minutes : 0), 0);
  }

  /** The latest that no late minute answers for yet, up to `minutes` of them. */
  take(minutes: number, of: (owner: Owner) => boolean): readonly Excess[] {
    const taken: Excess[] = [];
    let left = minutes;
    this.open = this.open
      .reduceRight<Excess[]>((rest, each) => {
        const here = of(each.owner) ? Math.min(left, each.minutes) : 0;
        left -= here;
        if (here > 0) joined(taken, { owner: each.owner, minutes: here });
        return here === each.minutes ? rest : [...rest, { owner: each.owner, minutes: each.minutes - here }];
      }, [])
      .reverse();
    return taken;
  }
}

interface Range {
  readonly kind: LatenessClass;
  /** Places of minutes of the piece, (after, last]. */
  readonly after: number;
  readonly last: number;
}

/** The classes of a piece's minutes past `limit`, in order. `before`: minutes counted before the piece. */
function rangesOf(piece: CountedPiece, excess: ExcessSoFar, { before, limit }: Place): readonly Range[] {
  const { holder, minutes, excessOf } = piece;
  const late = Math.max(0, limit - before);
  if (late >= minutes) return [];
  const whole = (kind: LatenessClass): readonly Range[] => [{ kind, after: late, last: minutes }];
  if (isOutside(holder)) return whole('outside');
  if (excessOf !== null && !sameOwner(excessOf, holder)) return whole('inherited');
  const others = excess.by(holder, false);
  const own = excessOf === null ? excess.by(holder, true) : Infinity;
  const inheritedTo = Math.min(minutes, Math.max(late, limit + others - before));
  const ownTo = Math.min(minutes, Math.max(late, limit + others + own - before));
  const ranges: readonly Range[] = [
    { kind: 'inherited', after: late, last: inheritedTo },
    { kind: 'ownExcess', after: inheritedTo, last: ownTo },
    { kind: 'structural', after: ownTo, last: minutes },
  ];
  return ranges.filter(({ after, last }) => after < last);
}

interface Place {
  readonly before: number;
  readonly limit: number;
}

/** The minutes of a range, inherited ones by whose excess made them late. */
function runsOf(piece: CountedPiece, { kind, after, last }: Range, excess: ExcessSoFar): readonly LateRun[] {
  const { holder } = piece;
  const minutes = last - after;
  if (kind !== 'inherited') {
    if (kind !== 'structural') excess.take(minutes, (owner) => sameOwner(owner, holder));
    return [{ piece, skip: after, minutes, kind, dueTo: kind === 'structural' ? null : holder }];
  }
  let skip = after;
  return excess
    .take(minutes, (owner) => !sameOwner(owner, holder))
    .map((taken) => {
      const run: LateRun = { piece, skip, minutes: taken.minutes, kind, dueTo: taken.owner };
      skip += taken.minutes;
      return run;
    });
}

/**
 * The late minutes: those after the first `limit` of the pieces, in order. For a minute with number u let A be the excess minutes of
 * others up to it and B the holder's own. It is structural when nobody's excess is in it and u − A − B > limit; else the holder's own
 * when u − A > limit; else inherited from the latest excess minute of somebody else that no other late minute answers for. Pure.
 */
export function lateRuns(pieces: readonly CountedPiece[], limit: number): readonly LateRun[] {
  const excess = new ExcessSoFar();
  let before = 0;
  return pieces.flatMap((piece) => {
    const ranges = rangesOf(piece, excess, { before, limit });
    if (piece.excessOf !== null) excess.add(piece.excessOf, piece.minutes);
    before += piece.minutes;
    return ranges.flatMap((range) => runsOf(piece, range, excess));
  });
}
