import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DossierEvent } from '../dossier/events.js';
import { REFUSAL_CODES, isRefusal } from '../kernel/refusal.js';
import { PHASES, isFinal } from '../procedure/phase.js';
import { procedureVersionSchema } from '../procedure/procedure.js';
import type { Step, Story } from '../testing/office.js';
import { given } from '../testing/office.js';
import { wayTo } from '../testing/office-steps.js';
import { walked } from '../testing/office-walk.js';
import type { Turn } from '../testing/office-walk.js';
import { landProcedure, sameLimitEverywhere } from '../testing/procedures.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { amended, foldedAnew, found, justAfter, reversal, reverted, rowsOf, versionsOf } from './amendment.fixture.js';

const cases = (limit: string) => [
  { key: 'standard', name: 'Thường', nameEn: 'Standard', limits: sameLimitEverywhere(limit) },
];
const OLD: Partial<ProcedureInput> = {
  cases: cases('8wd'),
  supplement: { policy: 'restart', maxRounds: 2, timeout: '30cd' },
  subDeadlines: { policy: 'proportional' },
};
/** 2: the same under another number. 3: shorter, other rests, other budgets. 4: in days, without payment and planning. */
const rulesOf = versionsOf(
  landProcedure(OLD),
  landProcedure({ ...OLD, version: 2 }),
  landProcedure({
    version: 3,
    cases: cases('5wd'),
    supplement: { policy: 'run', maxRounds: 1, timeout: '10cd' },
    payment: { timeout: '10cd', pausesLegalClock: false },
    legs: { ...landProcedure().legs, transfer: { budget: '4wh' }, acceptance: { budget: '1wh' } },
  }),
  landProcedure({
    version: 4,
    cases: cases('6cd'),
    payment: null,
    consultations: landProcedure().consultations.filter(({ key }) => key === 'tax'),
    extension: null,
  }),
);
const POLICIES = ['rebaseline', 'rescale', 'mostFavourable'] as const;
const turn: fc.Arbitrary<Turn> = fc.record({
  pick: fc.nat(30),
  variant: fc.nat(30),
  minutes: fc.constantFrom(10, 60, 240, 900, 2000),
  back: fc.constantFrom(0, 0, 0, 30),
  kind: fc.constantFrom('likely' as const, 'likely' as const, 'likely' as const, 'sweep' as const),
});
const start = (): Story => given(rulesOf(1));
const told = (turns: readonly Turn[], story: Story = start()): Story => turns.reduce(walked, story);
const agrees = (story: Story): void => expect(foldedAnew(story, rulesOf)).toEqual(story.file);

/** The rows of a story as if they were of the version it came from. */
function rowsUnderOne(story: Story) {
  const rows = rowsOf(story);
  if (rows === null) return null;
  return { ...rows, dossier: { ...rows.dossier, pin: { ...rows.dossier.pin, procedureVersion: 1 } } };
}

describe('every state a dossier can be in', () => {
  const ways = PHASES.map((phase): readonly [string, readonly Step[]] => [phase, wayTo(phase, landProcedure().code)]);

  it.each(ways)('%s: each prefix of the way there comes under the other version or stays with a reason', (_, way) => {
    for (let length = 1; length <= way.length; length += 1) {
      const story = given(rulesOf(1), way.slice(0, length));
      for (const policy of POLICIES) {
        for (const to of [rulesOf(2), rulesOf(3), rulesOf(4)]) {
          const outcome = found(story, { to, policy });
          if (isRefusal(outcome)) expect(REFUSAL_CODES).toContain(outcome.code);
          else agrees(amended(story, { to, policy }));
        }
      }
    }
  });
});

describe('an amendment to what is the same under another number', () => {
  it('changes nothing but the version a dossier is pinned to, whatever has happened to it', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 14 }), fc.constantFrom(...POLICIES), (turns, policy) => {
        const story = told(turns);
        if (story.file === null || isFinal(story.file.dossier.phase) || story.file.dossier.outcome !== null) return;
        const after = amended(story, { to: rulesOf(2), policy });
        expect(rowsUnderOne(after)).toEqual(rowsOf(story));
        agrees(after);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an amendment in the course of a life', () => {
  it('leaves a journal that gives the rows, and taken back at once leaves the rows as they were', () => {
    let [taken, stayed] = [0, 0];
    const lives = fc.tuple(
      fc.array(turn, { minLength: 2, maxLength: 12 }),
      fc.array(turn, { maxLength: 6 }),
      fc.constantFrom(...POLICIES),
      fc.constantFrom(2, 3, 4),
    );
    fc.assert(
      fc.property(lives, ([before, later, policy, version]) => {
        const story = told(before);
        if (story.file === null) return;
        const change = { to: rulesOf(version), policy, now: justAfter(story) };
        if (isRefusal(found(story, change))) {
          stayed += 1;
          return;
        }
        taken += 1;
        const under = amended(story, change);
        expect(rowsOf(reverted(under, rulesOf(1)))).toEqual(rowsOf(story));
        const lived = told(later, under);
        agrees(lived);
        if (!isRefusal(reversal(lived, rulesOf(1)))) agrees(reverted(lived, rulesOf(1)));
      }),
      { numRuns: 80 },
    );
    expect([taken > 20, stayed > 0]).toEqual([true, true]);
  });

  it('taken back at last leaves due minutes, marks of breach and state as if it had never been', () => {
    const lives = fc.tuple(
      fc.array(turn, { minLength: 2, maxLength: 8 }),
      fc.array(turn, { minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(lives, ([before, later]) => {
        const story = told(before);
        const to = rulesOf(3);
        if (story.file === null || isRefusal(found(story, { to }))) return;
        const under = told(later, amended(story, { to }));
        if (isRefusal(reversal(under, rulesOf(1)))) return;
        const back = reverted(under, rulesOf(1));
        // The same facts in the same places, with something that concerns no clock where the amendment stood.
        const inert = ({ occurredAt }: DossierEvent) => {
          return { clockId: 'none', epoch: 1, rungAt: occurredAt, percent: 50 };
        };
        const plain = back.events.map((event): DossierEvent => {
          if (event.type !== 'dossier.versionAmended.v1') return event;
          return { ...event, type: 'dossier.clockWarned.v1', data: inert(event) };
        });
        const without = foldedAnew({ ...back, events: plain }, rulesOf);
        const dues = (file: typeof without) =>
          file?.clocks.map(({ id, epoch, dueAt, used, status, budget }) => ({
            id,
            epoch,
            dueAt,
            used,
            status,
            budget,
          }));
        expect(dues(back.file)).toEqual(dues(without));
        expect(back.file?.segments).toEqual(without?.segments);
      }),
      { numRuns: 50 },
    );
  });
});

it('versions for these specs are as strict as what an admin publishes', () => {
  for (const version of [1, 2, 3, 4])
    expect(procedureVersionSchema.safeParse(rulesOf(version).procedure).success).toBe(true);
});
