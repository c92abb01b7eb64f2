import { describe, expect, it } from '@jest/globals';
import { rulesFor } from '../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  byPlanning,
  byReceiver,
  consulted,
  delivered,
  granted,
  held,
  received,
  sent,
  supplementAsked,
  taxAnswered,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure } from '../testing/procedures.js';
import { attribution, conserved, segmentsUntil } from './attribution.js';
import { LEGAL, vn } from '../testing/office-directory.js';
import { at, segmentLines } from './clocks.fixture.js';

const LAND = '1.012817';
const rules = rulesFor(landProcedure());
const processing = (): Story =>
  given(rules, [
    received(LAND, '2026-11-16 08:00'),
    sent('electronic', '2026-11-16 08:30'),
    delivered('2026-11-16 08:30'),
    accepted('2026-11-16 09:00'),
  ]);
const last = (story: Story): string | undefined => segmentLines(story).at(-1);

describe('minutes while opinions are asked', () => {
  const one = processing().and(consulted('planning', '2026-11-16 10:00'));

  it('are the consulted agency’s when the competent one has no open step', () => {
    expect(last(one)).toBe('planning office | processing | 2026-11-16 10:00 | open | ');
  });

  it('are the competent agency’s while it has an open step', () => {
    const working = one.and(byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 11:00'));
    expect(last(working)).toBe('Đông Hải | processing | 2026-11-16 11:00 | open | ');
    const done = working.and(byCompetent({ type: 'completeStep', step: 'appraisal' }, '2026-11-16 14:00'));
    expect(last(done)).toBe('planning office | processing | 2026-11-16 14:00 | open | ');
  });

  it('are those of the one asked first, until it has answered', () => {
    const two = one.and(consulted('tax', '2026-11-16 10:30'));
    expect(last(two)).toBe('planning office | processing | 2026-11-16 10:00 | open | ');
    const answered = two.and(
      byPlanning({ type: 'answerConsultation', consultation: 'planning', outcome: 'agreed' }, '2026-11-16 15:00'),
    );
    expect(last(answered)).toBe('tax office | processing | 2026-11-16 15:00 | open | ');
    expect(last(answered.and(taxAnswered('2026-11-16 16:00')))).toBe(
      'Đông Hải | processing | 2026-11-16 16:00 | open | ',
    );
  });

  it('asked at the same instant: those of the first by its key', () => {
    const two = processing().and(consulted('tax', '2026-11-16 10:00'), consulted('planning', '2026-11-16 10:00'));
    expect(last(two)).toBe('planning office | processing | 2026-11-16 10:00 | open | ');
  });

  it('are the applicant’s when a supplement is asked for meanwhile', () => {
    expect(last(one.and(supplementAsked('2026-11-16 11:00')))).toBe(
      'applicant | awaitingSupplement | 2026-11-16 11:00 | open | ',
    );
  });
});

describe('minutes on the way back', () => {
  const decided = processing().and(
    consulted('tax', '2026-11-16 10:00'),
    taxAnswered('2026-11-16 10:10'),
    granted('2026-11-16 11:00'),
  );

  it('are the competent agency’s until it sends the result, then the carrier’s, then the receiver’s, then the applicant’s', () => {
    const back = decided.and(
      byCompetent({ type: 'dispatchResult', copy: 'paper' }, '2026-11-16 14:00'),
      byReceiver({ type: 'confirmResultArrival' }, '2026-11-17 08:00'),
      byReceiver({ type: 'notifyApplicant', means: 'sms' }, '2026-11-17 08:30'),
      byReceiver({ type: 'returnResult', means: 'counter' }, '2026-11-18 08:30'),
    );
    expect(segmentLines(back).slice(-5)).toEqual(
      [
        'Đông Hải | decided | 2026-11-16 11:00 | 2026-11-16 14:00 | 60',
        'publicPost | resultInTransfer | 2026-11-16 14:00 | 2026-11-17 08:00 | 240',
        'Hải An | readyForReturn | 2026-11-17 08:00 | 2026-11-17 08:30 | 30',
        'applicant | readyForReturn | 2026-11-17 08:30 | 2026-11-18 08:30 | 480',
      ].toSpliced(0, 0, 'Đông Hải | processing | 2026-11-16 10:10 | 2026-11-16 11:00 | 50'),
    );
  });
});

describe('minutes before and at the end', () => {
  it('of a held dossier are the receiving agency’s', () => {
    expect(last(given(rules, [held(LAND, '2026-11-16 08:00')]))).toBe(
      'Hải An | jurisdictionPending | 2026-11-16 08:00 | open | ',
    );
  });

  it('begin with the reception, not with the submission', () => {
    const submitted = byReceiver(
      {
        type: 'submit',
        intake: {
          procedureCode: LAND,
          caseKey: 'standard',
          channel: 'online',
          jurisdiction: { assetLocation: { communeCode: '11411' }, residence: { communeCode: '11411' } },
        },
      },
      '2026-11-16 08:00',
    );
    const story = given(rules, [submitted, byReceiver({ type: 'receive' }, '2026-11-16 10:00')]);
    expect(segmentLines(story)).toEqual(['Hải An | received | 2026-11-16 10:00 | open | ']);
  });

  it('a state that lasted no minute leaves no segment, and the numbers have no gap', () => {
    expect((processing().file?.segments ?? []).map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('no segment is open after the end', () => {
    const withdrawn = processing().and(byCompetent({ type: 'withdraw' }, '2026-11-16 10:00'));
    expect(withdrawn.file?.segments.at(-1)?.to).toBe(at('2026-11-16 10:00'));
  });
});

describe('the account of minutes', () => {
  it('closes the open segment at the minute it is asked for, and adds up to the working minutes since reception', () => {
    const segments = segmentsUntil(processing().file?.segments ?? [], vn('2026-11-17 09:00'), rules);
    expect(attribution(segments).map(({ legalMinutes }) => legalMinutes)).toEqual([30, 510]);
    expect(conserved(segments, LEGAL, { from: at('2026-11-16 08:00'), to: at('2026-11-17 09:00') })).toBe(true);
  });

  it('notices a minute that is missing, counted twice, or given to a gap', () => {
    const segments = segmentsUntil(processing().file?.segments ?? [], vn('2026-11-17 09:00'), rules);
    const span = { from: at('2026-11-16 08:00'), to: at('2026-11-17 09:00') };
    const [first, ...others] = segments;
    if (first === undefined) throw new Error('no segment');
    expect(conserved(others, LEGAL, span)).toBe(false);
    expect(conserved([{ ...first, legalMinutes: 31 }, ...others], LEGAL, span)).toBe(false);
    expect(conserved([{ ...first, to: at('2026-11-16 08:29') }, ...others], LEGAL, span)).toBe(false);
    expect(conserved([first, ...others.map((segment) => ({ ...segment, n: segment.n + 1 }))], LEGAL, span)).toBe(false);
  });
});
