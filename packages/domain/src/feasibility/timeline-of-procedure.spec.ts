import { describe, expect, it } from '@jest/globals';
import { landProcedure, localProcedure, procedureForTest } from '../testing/procedures.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import type { Timeline } from './timeline.js';
import { legsOf } from './timeline.js';
import type { RouteClass, TimelineOf } from './timeline-of-procedure.js';
import { timelineOf } from './timeline-of-procedure.js';

const ask = (procedure: ProcedureVersion, route: RouteClass = 'crosses', over: Partial<TimelineOf> = {}) =>
  timelineOf({ procedure, caseKey: 'standard', channel: 'counter', route, minutesPerDay: 480, ...over });
function timeline(...asked: Parameters<typeof ask>): Timeline {
  const found = ask(...asked);
  if ('computable' in found) throw new Error(found.reason);
  return found;
}
const keys = (found: Timeline): readonly string[] =>
  found.stages.map((stage) =>
    stage.kind === 'leg' ? `${stage.leg.key}${stage.limitRests ? ' (rests)' : ''}` : stage.kind,
  );

describe('the timeline of a case', () => {
  it('goes out, is accepted and worked on, with a supplement possible between the steps', () => {
    const found = timeline(procedureForTest());
    expect(keys(found)).toEqual([
      'limitOpens',
      'transfer',
      'acceptance',
      'mayWait',
      'step:appraisal',
      'mayWait',
      'step:approval',
      'mayWait',
    ]);
    expect(found.waits).toEqual([{ key: 'supplement', rounds: 2, days: 30, limit: 'rests' }]);
    expect(legsOf(found).map(({ budget }) => budget)).toEqual([480, 240, 480, 240]);
  });

  it('opens the limit on acceptance, or lets it rest on the way, as the procedure says', () => {
    expect(keys(timeline(procedureForTest({ clockStart: 'competentReceipt' }))).slice(0, 3)).toEqual([
      'transfer',
      'acceptance',
      'limitOpens',
    ]);
    expect(keys(timeline(procedureForTest({ transferExcluded: true }))).slice(0, 3)).toEqual([
      'limitOpens',
      'transfer (rests)',
      'acceptance (rests)',
    ]);
  });

  it('comes back where the limit ends with the result ready, with the carrier when there is one', () => {
    const procedure = procedureForTest({ legalEnd: 'readyForReturn' });
    expect(legsOf(timeline(procedure)).at(-1)).toMatchObject({ key: 'resultTransfer', owner: 'decider' });
    const byPost = legsOf(timeline(procedure, 'crossesByPost'));
    expect(byPost.at(-1)).toMatchObject({ owner: 'carrier' });
    expect(byPost[0]!.work.map(({ desk }) => desk)).toEqual(['receiver', 'carrier']);
  });

  it('has neither transfer nor way back where the receiver is competent', () => {
    const found = timeline(procedureForTest({ legalEnd: 'readyForReturn' }), 'sameAgency');
    expect(legsOf(found).map(({ key }) => key)).toEqual(['step:appraisal', 'step:approval']);
  });

  it('joins required opinions with the steps, and leaves out those nobody waits for', () => {
    const opinion = {
      key: 'tax',
      name: 'x',
      nameEn: 'x',
      budget: '1wd',
      pausesLegalClock: false,
      requiredForDecision: true,
    };
    const idle = { ...opinion, key: 'planning', requiredForDecision: false };
    const found = timeline(procedureForTest({ consultations: [opinion, idle] }), 'sameAgency');
    expect(found.stages.at(-1)).toMatchObject({
      kind: 'together',
      branches: [
        [{ key: 'step:appraisal' }, { key: 'step:approval' }],
        [{ key: 'consultation:tax', owner: 'consulted:tax' }],
      ],
    });
  });
});

describe('no timeline', () => {
  it.each([
    ['case-unknown', ask(procedureForTest(), 'crosses', { caseKey: 'unheard' })],
    [
      'limit-unknown',
      ask(
        procedureForTest({
          cases: [{ key: 'standard', name: 'x', nameEn: 'x', limits: { counter: null, online: null, post: null } }],
        }),
      ),
    ],
    ['route-not-offered', ask(localProcedure())],
    ['processing-without-budget', ask(procedureForTest({ steps: [] }))],
    ['parallel-branches-with-pauses', ask(landProcedure())],
  ])('is made of a version with %s', (reason, found) => {
    expect(found).toMatchObject({ computable: false, reason });
  });
});
