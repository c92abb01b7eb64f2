/** What users complain of in other software, where it concerns clocks: each complaint told again here, under the name it has there. */
import { describe, expect, it } from '@jest/globals';
import type { DossierEvent } from '../dossier/events.js';
import { DONG_HAI, rulesFor, vn } from '../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  byReceiver,
  delivered,
  granted,
  received,
  sent,
  supplementAsked,
  suspendedByOutage,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure, procedureForTest } from '../testing/procedures.js';
import { instantOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { attribution, segmentsUntil } from './attribution.js';
import { clockOf, local } from './clocks.fixture.js';
import { CODE, MONDAY, atOnce, levels, standard, told } from './risk/risk.fixture.js';

/** Facts of the sweep so far: percents warned, `breach`, with their true minutes. */
function rungs({ events }: Story, clockId: string): readonly string[] {
  return events.flatMap((event: DossierEvent) => {
    if (event.type === 'dossier.clockWarned.v1' && event.data.clockId === clockId) return [`${event.data.percent} %`];
    return event.type === 'dossier.clockBreached.v1' && event.data.clockId === clockId
      ? [`breach at ${event.data.rungAt}`]
      : [];
  });
}

/** The sweep looks at each of these times. */
const sweptAt = (story: Story, ...times: readonly string[]): Story => times.reduce((so, time) => so.swept(time), story);

const provided = (at: string) => byReceiver({ type: 'provideSupplement', copy: 'electronic', documents: [] }, at);

describe('OpenCPS', () => {
  it('#1178: a limit of one day is not overdue after five minutes, however often somebody looks', () => {
    const story = told({ cases: standard('1wd'), steps: [] }, ...atOnce);
    const looked = sweptAt(story, '2026-11-16 08:01', '2026-11-16 08:05', '2026-11-16 17:30', '2026-11-17 08:00');
    expect(rungs(looked, 'legal').filter((rung) => rung.startsWith('breach'))).toEqual([]);
    expect(levels(story, 'legAt100', '2026-11-16 08:05')).toEqual([]);
    expect(rungs(looked.swept('2026-11-17 08:01'), 'legal').at(-1)).toBe(`breach at ${vn('2026-11-17 08:01')}`);
  });

  it('#1178: nor does it matter how coarse the timer is: noticed half an hour late, it is overdue since the true minute', () => {
    const story = told({ cases: standard('1wd'), steps: [] }, ...atOnce).swept('2026-11-17 08:30');
    expect(rungs(story, 'legal').at(-1)).toBe(`breach at ${vn('2026-11-17 08:01')}`);
    expect(clockOf(story, 'legal').breachFiresAt).not.toBeNull();
  });

  it('#1254: a dossier that was supplemented again and again is not overdue for the time the applicant took', () => {
    const story = told(
      { cases: standard('3wd'), supplement: { policy: 'pause', maxRounds: 2, timeout: '10cd' } },
      ...atOnce,
      supplementAsked('2026-11-16 10:00'),
      provided('2026-11-20 10:00'),
      supplementAsked('2026-11-20 14:00'),
      provided('2026-11-27 14:00'),
    );
    const { file } = story;
    expect(clockOf(file, 'legal')).toMatchObject({ used: 120 + 120, breached: false, status: 'running' });
    const rounds = (file?.clocks ?? []).filter(({ kind }) => kind === 'supplement');
    expect(rounds.map(({ outcome, breached }) => ({ outcome, breached }))).toEqual([
      { outcome: 'early', breached: false },
      { outcome: 'early', breached: false },
    ]);
    expect(levels(story, 'legAt100', '2026-11-27 14:00')).toEqual([]);
  });

  it('#1280: each step is overdue by its own budget from its own beginning, and by no other', () => {
    const story = told(
      { cases: standard('20wd') },
      ...atOnce,
      byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-17 08:00'),
    );
    const step = clockOf(story, 'step:appraisal');
    expect([local(step.dueAt), local(step.breachFiresAt)]).toEqual(['2026-11-18 08:00', '2026-11-18 08:01']);
    const done = story.and(byCompetent({ type: 'completeStep', step: 'appraisal' }, '2026-11-18 08:30'));
    expect(clockOf(done, 'step:appraisal')).toMatchObject({ outcome: 'overdue', used: 510 });
    expect(clockOf(done, 'legal')).toMatchObject({ outcome: null, breached: false });
  });

  it('#1269: it is warned before the limit of a step ends, not after', () => {
    const story = told(
      { cases: standard('20wd') },
      ...atOnce,
      byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-17 08:00'),
    );
    const warned = sweptAt(story, '2026-11-17 13:59', '2026-11-17 14:00', '2026-11-17 16:00', '2026-11-18 08:00');
    expect(rungs(warned, 'step:appraisal')).toEqual(['50 %', '75 %']);
  });
});

describe('hồ sơ treo (Dân trí, 2 February 2026)', () => {
  const sentAway = told({}, received(CODE, MONDAY), sent('electronic', '2026-11-16 09:00'));

  it('a dossier that never arrived does not lie fifteen days without a word: after two hours it lapses, and a supervisor may act', () => {
    const story = sentAway.swept('2026-11-16 11:01');
    expect(story.events.slice(-2).map(({ type }) => type)).toEqual([
      'dossier.clockBreached.v1',
      'dossier.transferLapsed.v1',
    ]);
    expect(levels(story, 'deliveryPending', '2026-11-16 11:01')).toEqual(['breached']);
  });

  it('and nobody is told that it was accepted: it is still where it was', () => {
    const story = sentAway.swept('2026-12-01 09:00');
    expect(story.file?.dossier).toMatchObject({ phase: 'inTransfer', accepted: false, transfer: { lapsed: true } });
  });
});

describe('DIGIT', () => {
  it('D2: half a day is not twelve hours', () => {
    const story = told({ cases: standard('0.5wd'), steps: [] }, ...atOnce);
    expect(clockOf(story, 'legal').budget).toEqual({ unit: 'work', minutes: 240 });
  });

  it('SENDBACKTOCITIZEN: while the citizen is asked, the clock of the office stands still', () => {
    const story = told({ cases: standard('3wd') }, ...atOnce, supplementAsked('2026-11-16 10:00'));
    expect(clockOf(story.swept('2026-11-20 17:00'), 'legal')).toMatchObject({
      status: 'paused',
      used: 120,
      dueAt: null,
    });
  });

  it('D11: touching a dossier does not make it younger: whoever is charged with it, it nears its limit as before', () => {
    const story = told({}, ...atOnce);
    const touched = story.and(byCompetent({ type: 'assign', officerId: 'clerk-2' }, '2026-11-16 15:59'));
    expect(clockOf(touched, 'legal').dueAt).toBe(clockOf(story, 'legal').dueAt);
    expect(levels(touched, 'legAt50', '2026-11-16 16:00')).toEqual(levels(story, 'legAt50', '2026-11-16 16:00'));
  });

  it('D3: a rung that was told is not told again with the next look', () => {
    const story = sweptAt(told({}, ...atOnce), '2026-11-17 09:00', '2026-11-17 09:01', '2026-11-17 09:02');
    expect(rungs(story, 'legal')).toEqual(['50 %', '75 %']);
  });

  it('inbox: nothing left is neither green nor red by the sign of a number: at zero all is used, a minute later it is overdue', () => {
    const story = told({}, ...atOnce);
    const at = ['2026-11-17 13:59', '2026-11-17 14:00', '2026-11-17 14:01'];
    expect(at.map((time) => levels(story, 'legAt100', time))).toEqual([[], ['high'], ['breached']]);
    expect(clockOf(story.and(granted('2026-11-17 14:00')), 'legal').outcome).toBe('onTime');
  });
});

describe('ZGW', () => {
  it('gemma-zaken #1953, open-zaak #885, #747: a suspension moves the date, and not only a flag', () => {
    const story = told({}, ...atOnce);
    const resumed = story.and(
      suspendedByOutage('2026-11-16 10:00'),
      byCompetent({ type: 'resume' }, '2026-11-18 10:00'),
    );
    expect(local(clockOf(story, 'legal').dueAt)).toBe('2026-11-17 14:00');
    expect(local(clockOf(resumed, 'legal').dueAt)).toBe('2026-11-19 14:00');
  });

  it('gemma-zaken #2087: what was taken in on Friday and typed on Monday counts from Friday, and both times are known', () => {
    const story = told(
      {},
      { ...received(CODE, MONDAY), do: { ...received(CODE).do, occurredAt: vn('2026-11-13 09:00') } },
    );
    const [reception] = story.events;
    expect(reception).toMatchObject({ occurredAt: vn('2026-11-13 09:00'), recordedAt: vn(MONDAY) });
    expect(local(clockOf(story, 'legal').dueAt)).toBe('2026-11-16 15:00');
  });
});

describe('froide #469', () => {
  it('an authority that plays for time by asking again is refused at the bound, and its own minutes stay its own', () => {
    const story = told(
      { cases: standard('3wd'), supplement: { policy: 'pause', maxRounds: 1, timeout: '10cd' } },
      ...atOnce,
      supplementAsked('2026-11-17 08:00'),
      provided('2026-11-18 08:00'),
    );
    expect(story.when(supplementAsked('2026-11-18 09:00'))).toMatchObject({ code: 'supplement-rounds-exhausted' });
    const at = vn('2026-11-18 09:00');
    const shares = attribution(segmentsUntil(story.file?.segments ?? [], at, story.rules));
    const minutesOf = (kind: string) =>
      shares.filter(({ owner }) => owner.kind === kind).map(({ legalMinutes }) => legalMinutes);
    expect(minutesOf('applicant')).toEqual([480]);
    expect(shares.some(({ owner }) => owner.kind === 'agency' && owner.agencyId === DONG_HAI)).toBe(true);
  });
});

describe('Camunda #4958, #3655, Activiti #983, bpmn-engine #170, jBPM #1678', () => {
  it('a limit that is extended under way takes its due instant, its warnings and its breach along: they cannot part', () => {
    const story = told({}, ...atOnce);
    const longer = story.and(byCompetent({ type: 'extend', by: '1wd', legalBasis: 'art. 1' }, '2026-11-16 09:00'));
    const dates = ({ dueAt, warnAt, breachFiresAt }: ReturnType<typeof clockOf>) =>
      [dueAt, warnAt, breachFiresAt].map(local);
    expect(dates(clockOf(story, 'legal'))).toEqual(['2026-11-17 14:00', '2026-11-16 16:00', '2026-11-17 14:01']);
    expect(dates(clockOf(longer, 'legal'))).toEqual(['2026-11-18 14:00', '2026-11-17 10:00', '2026-11-18 14:01']);
  });
});

describe('statelyai/xstate #5331, #4627', () => {
  it.each([
    ['30cd', '2026-12-17 07:31'],
    ['180cd', '2027-05-18 07:31'],
    ['40wd', '2027-01-13 08:01'],
  ])('a limit of %s is not over after fifty milliseconds, and not stuck for ever', (limit, breach) => {
    const story = told({ cases: standard(limit), steps: [] }, ...atOnce);
    const legal = clockOf(story, 'legal');
    expect(levels(story, 'legAt100', '2026-11-16 08:01')).toEqual([]);
    expect(local(legal.breachFiresAt)).toBe(breach);
    const late = story.swept(instantOf((legal.breachFiresAt ?? 0) as Minute));
    expect(rungs(late, 'legal').at(-1)).toMatch(/^breach/);
  });
});

describe('Camunda 8, DBOS, Restate: restarts', () => {
  it('whoever was away over the weekend finds the breach of Friday with its true minute, once', () => {
    const story = given(rulesFor(landProcedure({ cases: standard('1wd') ?? [], promiseGranularity: 'minute' })), [
      received('1.012817', '2026-11-19 09:00'),
      sent('electronic', '2026-11-19 09:00'),
      delivered('2026-11-19 09:00'),
      accepted('2026-11-19 09:00'),
    ]);
    const back = sweptAt(story, '2026-11-23 10:00', '2026-11-23 10:01');
    expect(rungs(back, 'legal').filter((rung) => rung.startsWith('breach'))).toEqual([
      `breach at ${vn('2026-11-20 09:01')}`,
    ]);
    const [fact] = back.events.filter(({ type }) => type === 'dossier.clockBreached.v1');
    expect(fact).toMatchObject({ recordedAt: vn('2026-11-23 10:00') });
  });
});
