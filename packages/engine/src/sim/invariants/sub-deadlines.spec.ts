import { describe, expect, it } from '@jest/globals';
import type { DossierEvent } from '@lien-thong/domain';
import { town } from '../world/town.js';
import { cutsAreSound } from './sub-deadlines.js';

const pin = {
  procedureCode: '1.004873',
  procedureVersion: 1,
  calendarProvince: '31',
  calendarVersion: town().first.legalCalendar('31').version,
};
const leg = (name: string, [publishedMinutes, toMinutes]: readonly [number, number], minimumWorkMinutes = 1) => ({
  ...{ leg: name, publishedMinutes, minimumWorkMinutes, toMinutes },
  ...{ usedMinutes: 0, fromMinutes: publishedMinutes, dueAt: null },
});
const SOUND = {
  policy: 'proportional',
  cause: { seq: 2, type: 'dossier.transferDelivered.v1' },
  ...{ remainingMinutes: 500, shortByMinutes: 0 },
  legs: [leg('acceptance', [240, 120]), leg('step:appraisal', [480, 240], 120), leg('step:approval', [240, 140], 60)],
};

/** What is said of a re-cut with something changed. */
function said(changes: Partial<typeof SOUND>): string | null {
  const journal = [
    { type: 'dossier.received.v1', data: { pin } },
    { type: 'dossier.transferDelivered.v1', data: {} },
    { type: 'dossier.subDeadlinesRecut.v1', dossierId: 'd', seq: 3, data: { ...SOUND, ...changes } },
  ] as unknown as readonly DossierEvent[];
  const [, , recut] = journal;
  if (recut === undefined) throw new Error('three facts');
  return cutsAreSound(recut, journal);
}
const withLeg = (place: number, changes: object) => ({
  legs: SOUND.legs.map((each, i) => (i === place ? { ...each, ...changes } : each)),
});

describe('sub-deadlines cut anew', () => {
  it('are sound when they add up to what is left, each with its minimum work', () => {
    expect(said({})).toBeNull();
  });

  it.each([
    ['by another policy than the procedure names', { policy: 'firstCome' }, 'by the policy firstCome'],
    ['because of something that did not happen', { cause: { seq: 2, type: 'dossier.resumed.v1' } }, '2 is no'],
    ['below the work of a leg', withLeg(1, { toMinutes: 119 }), 'below its work of 120'],
    ['below what a leg has used', withLeg(1, { usedMinutes: 241 }), 'less than it has used'],
    ['of a leg there is not', withLeg(0, { leg: 'step:prayer' }), 'no leg step:prayer'],
    ['with another budget than is published', withLeg(0, { publishedMinutes: 241 }), '240 minutes, not 241'],
    ['to more than is left', { remainingMinutes: 499 }, '1 minutes too many, and it says 0'],
    [
      'to more than is left while a leg has more than its work',
      { remainingMinutes: 499, shortByMinutes: 1 },
      'a leg has more than its work',
    ],
  ])('are complained of when cut %s', (_what, changes, complaint) => {
    expect(said(changes as Partial<typeof SOUND>)).toContain(complaint);
  });
});
