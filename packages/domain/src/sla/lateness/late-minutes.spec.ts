import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DONG_HAI, HAI_AN } from '../../testing/office-directory.js';
import type { Owner } from '../owner.js';
import type { CountedPiece } from './excess.js';
import { lateRuns } from './late-minutes.js';

const HA: Owner = { kind: 'agency', agencyId: HAI_AN };
const DH: Owner = { kind: 'agency', agencyId: DONG_HAI };
const OWNERS: readonly Owner[] = [HA, DH, { kind: 'exchange' }, { kind: 'applicant' }];
const drawnPieces = fc.array(
  fc.record({ owner: fc.nat(OWNERS.length - 1), minutes: fc.integer({ min: 1, max: 90 }), exceeds: fc.boolean() }),
  { minLength: 1, maxLength: 14 },
);
/** Where, by whom and by how much more. */
const worsened = fc.tuple(fc.nat(14), fc.nat(3), fc.integer({ min: 1, max: 200 }));
function piece(owner: Owner, minutes: number, exceeds: boolean): CountedPiece {
  const span = { from: 0, to: minutes } as Pick<CountedPiece, 'from' | 'to'>;
  const isOutside = owner.kind === 'applicant';
  return { ...span, minutes, holder: owner, leg: 'processing', excessOf: exceeds || isOutside ? owner : null };
}
const piecesOf = (drawn: readonly { owner: number; minutes: number; exceeds: boolean }[]): readonly CountedPiece[] =>
  drawn.map(({ owner, minutes, exceeds }) => piece(OWNERS[owner] ?? HA, minutes, exceeds));

function ownExcess(pieces: readonly CountedPiece[], limit: number): ReadonlyMap<Owner, number> {
  const sums = new Map<Owner, number>(OWNERS.map((owner) => [owner, 0]));
  for (const run of lateRuns(pieces, limit)) {
    if (run.kind === 'ownExcess') sums.set(run.piece.holder, (sums.get(run.piece.holder) ?? 0) + run.minutes);
  }
  return sums;
}

describe('the rule, on any order of owners and excesses', () => {
  it('gives every late minute one class: they sum to what was counted beyond the limit', () => {
    fc.assert(
      fc.property(drawnPieces, fc.nat(900), (drawn, limit) => {
        const pieces = piecesOf(drawn);
        const counted = pieces.reduce((sum, { minutes }) => sum + minutes, 0);
        const late = lateRuns(pieces, limit).reduce((sum, { minutes }) => sum + minutes, 0);
        expect(late).toBe(Math.max(0, counted - limit));
      }),
    );
  });

  it('never charges anybody own excess because somebody else exceeded more', () => {
    fc.assert(
      fc.property(drawnPieces, fc.nat(900), worsened, (drawn, limit, [at, who, more]) => {
        const pieces = piecesOf(drawn);
        const worse = OWNERS[who] ?? HA;
        const before = ownExcess(pieces, limit);
        const after = ownExcess(pieces.toSpliced(at % (pieces.length + 1), 0, piece(worse, more, true)), limit);
        for (const owner of OWNERS.filter((each) => each !== worse)) expect(after.get(owner)).toBe(before.get(owner));
      }),
      { numRuns: 500 },
    );
  });

  it('names for every inherited minute somebody else who had exceeded before it', () => {
    fc.assert(
      fc.property(drawnPieces, fc.nat(900), (drawn, limit) => {
        const pieces = piecesOf(drawn);
        for (const { kind, dueTo, piece: held } of lateRuns(pieces, limit)) {
          if (kind !== 'inherited') continue;
          const before = pieces.slice(0, pieces.indexOf(held));
          expect([dueTo === null, dueTo === held.holder]).toEqual([false, false]);
          expect(before.some(({ excessOf }) => excessOf === dueTo)).toBe(true);
        }
      }),
    );
  });
});
