import { describe, expect, it } from '@jest/globals';
import { DONG_HAI, HAI_AN, clerkOf, rulesFor, vn } from '../../testing/office-directory.js';
import { accepted, byCompetent, byReceiver, delivered, received, sent } from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import type { Step } from '../../testing/office.js';
import { landProcedure } from '../../testing/procedures.js';
import { COMMAND_OF } from '../command-of.js';
import { COMMAND_TYPES } from '../commands.js';

const RULES = rulesFor(landProcedure());
const LETTER = 5;
const HANDED_OVER = 6;
const END = 7;

/** The letter is written at ten, handed over at eleven, and the applicant takes his dossier back at two. */
const story = given(RULES, [
  received(RULES.procedure.code, '2026-11-16 08:00'),
  sent('electronic', '2026-11-16 08:10'),
  delivered('2026-11-16 08:20'),
  accepted('2026-11-16 08:30'),
  byCompetent({ type: 'apologise', reason: 'overload', newPromise: vn('2026-12-30 09:00') }, '2026-11-16 10:00'),
  byReceiver({ type: 'deliverApology', means: 'counter' }, '2026-11-16 11:00'),
  byCompetent({ type: 'withdraw' }, '2026-11-16 14:00'),
]);

const correct = (seq: number, to: string, agency = HAI_AN): Step => ({
  by: clerkOf(agency),
  do: { type: 'correctTime', seq, to: vn(to), reason: 'typed-wrong' },
  at: '2026-11-16 15:00',
});

describe('the handing-over of a letter of apology', () => {
  it('is put right to any minute between its letter and the end', () => {
    expect(story.when(correct(HANDED_OVER, '2026-11-16 13:00'))).toMatchObject([{ type: 'dossier.timeCorrected.v1' }]);
  });

  it('cannot have come before the letter was written', () => {
    expect(story.when(correct(HANDED_OVER, '2026-11-16 09:00'))).toMatchObject({
      code: 'time-correction-illegal',
      facts: { rule: 'apology-not-issued' },
    });
  });

  it('cannot have come after the end of the dossier', () => {
    expect(story.when(correct(HANDED_OVER, '2026-11-16 14:30'))).toMatchObject({
      code: 'time-correction-illegal',
      facts: { rule: 'command-not-allowed' },
    });
  });

  it('contradicts a claim that the letter was written later, or that the dossier had ended before', () => {
    for (const claim of [correct(LETTER, '2026-11-16 12:00', DONG_HAI), correct(END, '2026-11-16 10:30', DONG_HAI)])
      expect(story.when(claim)).toMatchObject([
        { type: 'dossier.conflictFound.v1', data: { contradicts: { seq: HANDED_OVER } } },
      ]);
  });
});

describe('every act', () => {
  it('leaves a fact of a kind of its own, so that a revised journal asks for each whether it could be done', () => {
    const acts = Object.values(COMMAND_OF).filter((command) => command !== null);
    expect([...acts].sort()).toEqual([...COMMAND_TYPES].sort());
  });
});
