import { describe, expect, it } from '@jest/globals';
import { landProcedure, localProcedure, procedureForTest, sameDayProcedure } from '../../testing/procedures.js';
import { LINT_RULES } from './finding.js';
import type { LintRule } from './finding.js';
import { flowOf } from './flow.js';
import type { Flow, FlowEdge } from './flow.js';
import { lintProcedure } from './lint.js';
import type { LintSubject } from './subject.js';
import { RUNG_PLANTS } from './warn-rung-plants.fixture.js';

type Draft = Record<string, unknown>;
const LAND = (): Draft => structuredClone(landProcedure()) as Draft;

/** A sound definition with what stands at a path replaced; undefined takes it away. */
function planted(path: string, value: unknown, from: Draft = LAND()): LintSubject {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let place = from;
  for (const part of parts) place = place[part] as Draft;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return { definition: from };
}

const FLOW = flowOf(landProcedure());
const withFlow = (change: (flow: Flow) => Flow): LintSubject => ({ definition: LAND(), flow: change(FLOW) });
const withEdges = (change: (edge: FlowEdge) => readonly FlowEdge[]): LintSubject =>
  withFlow((flow) => ({ ...flow, edges: flow.edges.flatMap(change) }));
const without = (...commands: string[]): LintSubject =>
  withEdges((edge) => (commands.includes(edge.command) ? [] : [edge]));
const period = (version: number, effectiveFrom: string, effectiveTo: string | null = null) => ({
  version,
  effectiveFrom,
  effectiveTo,
});
const inForce = (from: string, to: string | null, others: LintSubject['others']): LintSubject => ({
  definition: { ...LAND(), effectiveFrom: from, effectiveTo: to },
  ...(others === undefined ? {} : { others }),
});
const loop = (boundedBy: readonly string[]): LintSubject =>
  withFlow((flow) => ({
    ...flow,
    edges: [
      ...flow.edges,
      { command: 'sendBack', from: 'decided', to: 'processing', actors: ['competent'], boundedBy },
    ],
  }));

/** Cut anew by some policy. */
const recut = (from: unknown, policy: unknown = 'proportional'): Draft => {
  return { ...(structuredClone(from) as Draft), subDeadlines: { policy } };
};

const RELIEF = { scope: 'legAndLimit', legalBasis: 'Quy chế phối hợp, điều 9' };

/** Whose legs require no shared system. */
const withoutSystems = (): Draft => structuredClone(procedureForTest()) as Draft;

const PLANTS: readonly { rule: LintRule; path: string; subject: LintSubject }[] = [
  { rule: 'schema-violation', path: 'colour', subject: planted('colour', 'red') },
  { rule: 'schema-violation', path: 'name', subject: planted('name', '') },
  { rule: 'duplicate-key', path: 'steps.1.key', subject: planted('steps.1.key', 'appraisal') },
  { rule: 'no-limit', path: 'cases', subject: planted('cases.0.limits', { counter: null, online: null, post: null }) },
  { rule: 'limit-without-unit', path: 'cases.0.limits.counter', subject: planted('cases.0.limits.counter', 20) },
  { rule: 'limit-without-unit', path: 'cases.0.limits.post', subject: planted('cases.0.limits.post', '20') },
  { rule: 'limit-without-unit', path: 'cases.0.limits.post', subject: planted('cases.0.limits.post', '20 ngày') },
  { rule: 'limit-without-legal-basis', path: 'legalBasis', subject: planted('legalBasis', []) },
  { rule: 'limit-without-legal-basis', path: 'legalBasis', subject: planted('legalBasis', [' ']) },
  { rule: 'limits-in-different-units', path: 'cases.0.limits', subject: planted('cases.0.limits.post', '30cd') },
  {
    rule: 'same-day-without-cutoff',
    path: 'limitCutoff',
    subject: planted('limitCutoff', null, structuredClone(sameDayProcedure()) as Draft),
  },
  { rule: 'mixed-units', path: 'legs.transfer.budget', subject: planted('legs.transfer.budget', '1cd') },
  { rule: 'mixed-units', path: 'steps.0.budget', subject: planted('steps.0.budget', 'sameDay') },
  { rule: 'mixed-units', path: 'supplement.timeout', subject: planted('supplement.timeout', '30wd') },
  { rule: 'mixed-units', path: 'payment.timeout', subject: planted('payment.timeout', '8wh') },
  { rule: 'mixed-units', path: 'extension.maximum', subject: planted('extension.maximum', '10cd') },
  { rule: 'duration-not-positive', path: 'legs.acceptance.budget', subject: planted('legs.acceptance.budget', '-4wh') },
  { rule: 'duration-not-positive', path: 'cases.0.limits.online', subject: planted('cases.0.limits.online', '0wd') },
  { rule: 'duration-not-positive', path: 'supplement.timeout', subject: planted('supplement.timeout', '0cd') },
  {
    rule: 'sub-deadline-policy-unknown',
    path: 'subDeadlines.policy',
    subject: { definition: recut(landProcedure(), 'whoShoutsLoudest') },
  },
  {
    rule: 'sub-deadline-policy-unknown',
    path: 'subDeadlines.policy',
    subject: { definition: recut(landProcedure(), null) },
  },
  {
    rule: 'sub-deadlines-without-step',
    path: 'subDeadlines',
    subject: { definition: recut(sameDayProcedure()) },
  },
  {
    rule: 'minimum-works-exceed-limit',
    path: 'cases.0.limits.counter',
    subject: planted('steps.0.minimumWorkMinutes', 721, recut(procedureForTest())),
  },
  {
    rule: 'minimum-works-exceed-limit',
    path: 'cases.0.limits.online',
    subject: planted('legs.resultTransfer.minimumWorkMinutes', 800, {
      ...recut(procedureForTest()),
      legalEnd: 'readyForReturn',
    }),
  },
  {
    rule: 'outage-relief-without-system',
    path: 'outageRelief',
    subject: planted('outageRelief', RELIEF, withoutSystems()),
  },
  {
    rule: 'outage-relief-of-limit-without-effect',
    path: 'outageRelief.scope',
    subject: planted('outageRelief', RELIEF, {
      ...withoutSystems(),
      ...{
        transferExcluded: true,
        legs: { ...procedureForTest().legs, transfer: { budget: '1wd', requires: ['portal'] } },
      },
    }),
  },
  { rule: 'leg-without-owner', path: 'legs.courier', subject: planted('legs.courier', { budget: '1wd' }) },
  { rule: 'leg-without-owner', path: 'steps.0.owner', subject: planted('steps.0.owner', null) },
  { rule: 'unknown-role', path: 'legs.transfer.owner', subject: planted('legs.transfer.owner', 'the village elder') },
  { rule: 'leg-without-budget', path: 'legs.transfer', subject: planted('legs.transfer', undefined) },
  { rule: 'leg-without-budget', path: 'legs.transfer.budget', subject: planted('legs.transfer.budget', null) },
  { rule: 'leg-without-budget', path: 'steps.1.budget', subject: planted('steps.1.budget', undefined) },
  { rule: 'budget-without-unit', path: 'consultations.0.budget', subject: planted('consultations.0.budget', 5) },
  {
    rule: 'consultation-with-zero-budget',
    path: 'consultations.0.budget',
    subject: planted('consultations.0.budget', '0wd'),
  },
  {
    rule: 'minimum-work-exceeds-budget',
    path: 'legs.acceptance.minimumWorkMinutes',
    subject: planted('legs.acceptance.minimumWorkMinutes', 241),
  },
  {
    rule: 'delivery-longer-than-transfer',
    path: 'legs.delivery.budget',
    subject: planted('legs.delivery.budget', '9wh'),
  },
  { rule: 'wait-without-end', path: 'supplement.timeout', subject: planted('supplement.timeout', undefined) },
  { rule: 'wait-without-end', path: 'payment.timeout', subject: planted('payment.timeout', null) },
  { rule: 'unbounded-loop', path: 'supplement.maxRounds', subject: planted('supplement.maxRounds', undefined) },
  { rule: 'unbounded-loop', path: 'supplement.maxRounds', subject: planted('supplement.maxRounds', 1e9) },
  { rule: 'unbounded-loop', path: 'extension.times', subject: planted('extension.times', null) },
  { rule: 'unbounded-loop', path: 'machine.processing', subject: loop([]) },
  {
    rule: 'extension-without-legal-basis',
    path: 'extension.legalBasis',
    subject: planted('extension.legalBasis', ' '),
  },
  { rule: 'cutoff-without-effect', path: 'limitCutoff', subject: planted('limitCutoff', '15:00') },
  {
    rule: 'cutoff-without-effect',
    path: 'transferCutoff',
    subject: { definition: localProcedure({ transferCutoff: '15:00' }) },
  },
  {
    rule: 'transfer-policy-without-effect',
    path: 'clockStart',
    subject: { definition: localProcedure({ clockStart: 'competentReceipt' }) },
  },
  {
    rule: 'transfer-policy-without-effect',
    path: 'transferExcluded',
    subject: { definition: localProcedure({ transferExcluded: true }) },
  },
  { rule: 'warn-percents-unsorted', path: 'warnPercents', subject: planted('warnPercents', [75, 50]) },
  { rule: 'warn-percents-repeated', path: 'warnPercents.1', subject: planted('warnPercents', [50, 50]) },
  { rule: 'warn-percent-at-breach', path: 'warnPercents.1', subject: planted('warnPercents', [50, 100]) },
  ...RUNG_PLANTS,
  { rule: 'effective-dates-reversed', path: 'effectiveTo', subject: inForce('2027-01-01', '2026-12-31', []) },
  { rule: 'effective-dates-hole', path: 'effectiveTo', subject: inForce('2027-01-01', '2027-06-30', []) },
  {
    rule: 'effective-dates-hole',
    path: 'effectiveFrom',
    subject: inForce('2027-01-02', null, [period(1, '2025-07-01', '2026-12-31')]),
  },
  {
    rule: 'effective-dates-hole',
    path: 'effectiveTo',
    subject: inForce('2027-01-01', '2027-06-29', [period(3, '2027-07-01')]),
  },
  {
    rule: 'effective-dates-overlap',
    path: 'effectiveFrom',
    subject: inForce('2026-12-31', null, [period(1, '2025-07-01', '2026-12-31')]),
  },
  {
    rule: 'effective-dates-overlap',
    path: 'effectiveTo',
    subject: inForce('2027-01-01', '2027-07-01', [period(3, '2027-07-01')]),
  },
  {
    rule: 'effective-dates-overlap',
    path: 'effectiveFrom',
    subject: inForce('2027-01-01', null, [period(2, '2027-01-01')]),
  },
  { rule: 'no-actor', path: 'competence.level', subject: planted('competence.level', null) },
  {
    rule: 'no-actor',
    path: 'machine.processing.decide',
    subject: withEdges((edge) => [edge.command === 'decide' ? { ...edge, actors: [] } : edge]),
  },
  { rule: 'unreachable-state', path: 'machine.awaitingPayment', subject: without('requestPayment', 'resume') },
  { rule: 'dead-end', path: 'machine.resultInTransfer', subject: without('confirmResultArrival') },
  {
    rule: 'no-way-out',
    path: 'machine.awaitingSupplement',
    subject: withEdges((edge) => (edge.command === 'withdraw' && edge.from === 'awaitingSupplement' ? [] : [edge])),
  },
];

const said = (subject: LintSubject) => lintProcedure(subject).map(({ rule, path }) => `${rule} at ${path}`);

describe('lint of a procedure', () => {
  it.each(PLANTS)('finds $rule planted at $path', ({ rule, path, subject }) => {
    expect(said(subject)).toContain(`${rule} at ${path}`);
  });

  it('has a plant for each of its findings', () => {
    expect([...new Set(PLANTS.map(({ rule }) => rule))].sort()).toEqual(Object.keys(LINT_RULES).sort());
  });

  it.each([
    ['the 1.5-day certificate', procedureForTest()],
    ['a same-day extract', sameDayProcedure()],
    ['the land procedure', landProcedure()],
    ['a procedure that stays in its office', localProcedure({ transferCutoff: null })],
  ])('finds nothing in %s', (_, definition) => {
    expect(said({ definition })).toEqual([]);
  });

  it('says of one fault one thing, and of what it cannot name what the schema says', () => {
    expect(said(planted('legs.transfer.budget', '1cd'))).toEqual(['mixed-units at legs.transfer.budget']);
    expect(said(planted('clockStart', 'yesterday'))).toEqual(['schema-violation at clockStart']);
  });

  it('puts errors before warnings', () => {
    const { definition } = planted('warnPercents', [75, 50]);
    const { definition: both } = planted('legs.transfer.budget', null, definition as Draft);
    expect(lintProcedure({ definition: both }).map(({ severity }) => severity)).toEqual(['error', 'warning']);
  });

  it.each([null, 17, 'text', [], {}, { cases: 3, legs: [], steps: [null], supplement: 'never' }])(
    'never throws, whatever it is given: %j',
    (definition) => {
      expect(lintProcedure({ definition }).some(({ severity }) => severity === 'error')).toBe(true);
    },
  );
});

describe('effective dates', () => {
  it('are in order where one version follows the other, and where it takes over from an open end', () => {
    expect(said(inForce('2027-01-01', null, [period(1, '2025-07-01', '2026-12-31')]))).toEqual([]);
    expect(said(inForce('2027-01-01', null, [period(1, '2025-07-01')]))).toEqual([]);
    expect(said(inForce('2027-01-01', '2027-06-30', [period(3, '2027-07-01')]))).toEqual([]);
  });

  it('are not disturbed by a version that was taken back before its first day', () => {
    expect(said(inForce('2027-01-02', null, [period(2, '2027-01-01', '2026-12-01')]))).toEqual([]);
  });
});

describe('a circle', () => {
  it('that counts, or names its ground each time, is none without a bound', () => {
    expect(said(loop(['roundsAreLeft']))).toEqual([]);
  });
});
