/** Procedure versions drawn at random: every policy an admin may choose, with legs of a few minutes. */
import fc from 'fast-check';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { procedureForTest, sameLimitEverywhere } from '../testing/procedures.js';
import type { RouteClass } from './timeline-of-procedure.js';
import { ROUTE_CLASSES } from './timeline-of-procedure.js';

export interface DrawnProcedure {
  readonly procedure: ProcedureVersion;
  readonly route: RouteClass;
  readonly electronicFirst: boolean;
}

const CUTOFFS = [null, null, '08:00', '08:01', '13:00'] as const;

/** Quarters of a day, or minutes written as hours. */
const duration = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.integer({ min: 1, max: most }).map((quarters) => `${quarters / 4}wd`),
    fc.integer({ min: 1, max: most }).map((minutes) => `${(minutes / 60).toFixed(4)}wh`),
  );
const leg = (most: number) =>
  fc.record({ budget: duration(most), minimumWorkMinutes: fc.oneof(fc.constant(0), fc.nat(3)) });
const named = <T extends object>(key: string, rule: T) => ({ key, name: key, nameEn: key, ...rule });

const limits = fc.oneof(
  { weight: 3, arbitrary: duration(18) },
  { weight: 2, arbitrary: fc.constant('sameDay') },
  { weight: 2, arbitrary: fc.constantFrom('1cd', '2cd', '4cd', '7cd', '10cd') },
);

const opinion = fc.record({
  rule: leg(6),
  requiredForDecision: fc.boolean(),
  pausesLegalClock: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

/** What may be waited for: nothing, one thing for up to three days, or two for a day each. The second opinion takes every path there is. */
const supplement = fc.record({
  policy: fc.constantFrom('pause' as const, 'restart' as const, 'run' as const),
  timeout: fc.constantFrom('1cd', '1cd', '2cd', '3cd'),
});
const payment = fc.record({ timeout: fc.constantFrom('1cd', '2cd'), pausesLegalClock: fc.boolean() });
const waits = fc
  .record({
    supplement,
    payment,
    kind: fc.constantFrom('none', 'none', 'supplement', 'supplement', 'payment', 'twice', 'both'),
  })
  .map(({ supplement: asked, payment: paid, kind }) => {
    const isLong = kind === 'twice' || kind === 'both';
    const rounds = { none: 0, supplement: 1, payment: 0, twice: 2, both: 1 }[kind] ?? 0;
    return {
      isLong,
      supplement: { ...asked, maxRounds: rounds, timeout: isLong ? '1cd' : asked.timeout },
      payment: kind === 'both' ? { ...paid, timeout: '1cd' } : kind === 'payment' ? paid : null,
    };
  });

const parts = fc.record({
  limit: limits,
  clockStart: fc.constantFrom('reception' as const, 'reception' as const, 'competentReceipt' as const),
  transferExcluded: fc.boolean(),
  transferCutoff: fc.constantFrom(...CUTOFFS),
  limitCutoff: fc.constantFrom(...CUTOFFS),
  legalEnd: fc.constantFrom('decided' as const, 'readyForReturn' as const),
  boundaryScope: fc.constantFrom('none' as const, 'province' as const, 'province' as const, 'nation' as const),
  legs: fc.record({
    reception: leg(4),
    transfer: leg(5),
    delivery: leg(2),
    acceptance: leg(2),
    resultTransfer: leg(4),
  }),
  steps: fc.array(leg(4), { minLength: 1, maxLength: 2 }),
});

type Parts = typeof parts extends fc.Arbitrary<infer P> ? P : never;
type Opinion = typeof opinion extends fc.Arbitrary<infer O> ? O : never;
type Waits = typeof waits extends fc.Arbitrary<infer W> ? W : never;

function versionOf({ limit, steps, ...fields }: Parts, asked: Waits, opinions: readonly Opinion[]): ProcedureVersion {
  const { isLong, ...waiting } = asked;
  return procedureForTest({
    ...fields,
    ...waiting,
    cases: [named('standard', { limits: sameLimitEverywhere(limit) })],
    steps: steps.slice(0, isLong ? 1 : 2).map((rule, i) => named(`step${i}`, rule)),
    consultations: opinions.map(({ rule, ...kind }, i) => named(['tax', 'land'][i] ?? '', { ...rule, ...kind })),
  });
}

const NO_WAITS: Waits = {
  isLong: false,
  supplement: { policy: 'pause', maxRounds: 0, timeout: '1cd' },
  payment: null,
};

/** A version and the route of the dossier. */
export const drawnProcedures: fc.Arbitrary<DrawnProcedure> = fc
  .record({
    parts,
    waits,
    opinions: fc.array(opinion, { minLength: 1, maxLength: 2 }),
    /** Seldom both: that is a question nobody can answer. */
    kind: fc.constantFrom('waits', 'waits', 'opinions', 'opinions', 'waits', 'opinions', 'waits', 'both'),
    route: fc.constantFrom(...ROUTE_CLASSES, 'crosses' as const),
    electronicFirst: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  })
  .map(({ parts: drawn, waits: asked, opinions, kind, route, electronicFirst }) => ({
    procedure: versionOf(drawn, kind === 'opinions' ? NO_WAITS : asked, kind === 'waits' ? [] : opinions),
    route,
    electronicFirst: electronicFirst && route !== 'sameAgency',
  }));
