import { describe, expect, it } from '@jest/globals';
import { workingDays } from '../time/duration.js';
import { dayFromIso } from '../time/instant.js';
import type { Claim } from './oracle/check-witness.js';
import { complaintsAbout } from './oracle/check-witness.js';
import { proveTimeline } from './prove.js';
import { planOf } from './plan-of-timeline.fixture.js';
import { calendarsOf, worldOf } from './small-worlds.fixture.js';
import { counted, leg, working } from './timelines.fixture.js';
import type { Timeline } from './timeline.js';

const LAW = '08:00-08:10,13:00-13:10';
const WEEK = [LAW, LAW, LAW, LAW, LAW, '', ''] as const;
const small = {
  years: [2026],
  law: LAW,
  laterLaw: null,
  desks: { receiver: WEEK, decider: WEEK },
  holidays: [],
  makeUps: [],
  closed: {},
};
const timeline: Timeline = {
  limit: workingDays('1.5'),
  limitCutoff: null,
  stages: [
    { kind: 'limitOpens' },
    counted({ ...leg('transfer', 'receiver', 0), budget: 20 }),
    { kind: 'mayWait' },
    counted({ ...working(leg('step:processing', 'decider', 0), 3), budget: 15 }),
  ],
  waits: [{ key: 'supplement', rounds: 1, days: 2, limit: 'runs' }],
};
const receptions = { firstDay: dayFromIso('2026-03-02'), lastDay: dayFromIso('2026-03-06') };
const proof = proveTimeline(timeline, calendarsOf(small), { years: [2026], receptions });
if (!proof.computable) throw new Error(proof.reason);
const claim: Claim = proof.witness;
const complaints = (over: Partial<Claim>): readonly string[] =>
  complaintsAbout({ ...claim, ...over }, planOf(timeline, 20), worldOf(small));
const changed = (index: number, over: Partial<Claim['steps'][number]>): Partial<Claim> => ({
  steps: claim.steps.map((step, i) => (i === index ? { ...step, ...over } : step)),
});

describe('the checker of witnesses', () => {
  it('finds nothing wrong with what the proof shows', () => {
    expect(claim.steps.map(({ key }) => key)).toEqual(['transfer', 'supplement', 'step:processing']);
    expect(complaints({})).toEqual([]);
  });

  it('does not believe a start outside of the desk', () => {
    const [first] = claim.steps;
    expect(complaints({ start: claim.start - 600, ...changed(0, { from: first!.from - 600 }) })).toContain(
      'nobody receives at the start',
    );
  });

  it('does not believe a leg held longer than its budget, a wait beyond its timeout, or a gap', () => {
    const held = complaints(changed(0, { to: claim.steps[0]!.to + 1 }));
    expect(held).toContain('transfer cannot end then');
    expect(held).toContain('supplement does not follow');
    expect(complaints(changed(1, { to: claim.steps[1]!.to + 1440 }))).toContain('supplement is longer than it may be');
    expect(complaints({ end: claim.end + 1 })).toContain('the path does not end where it says');
  });

  it('counts the minutes itself', () => {
    expect(complaints({ used: claim.used + 1 })).toContain(`the path uses ${claim.used}`);
    expect(complaints({ allowed: claim.allowed - 1 })).toContain(`the limit gives ${claim.allowed}`);
    expect(complaints({ slack: claim.slack + 1 })).toContain('slack is not what is left');
    expect(complaints(changed(0, { charged: 0 }))).toContain(`${claim.used - 20} minutes are charged`);
    expect(complaints(changed(0, { legalMinutes: 1 }))).toContain('transfer has 20 legal minutes');
  });
});
