/**
 * The ways out of a timeline that cannot be kept (reference `domain.md` §3), each computed: its verdict, the date it would promise at
 * some example receptions, and what it costs whom.
 */
import type { ProcedureVersion } from '../procedure/procedure.js';
import { sameDay } from '../time/duration.js';
import type { Instant } from '../time/instant.js';
import { minuteOf } from '../time/instant.js';
import type { ExampleKey } from './example-receptions.js';
import { exampleReceptions } from './example-receptions.js';
import type { FeasibilityQuestion } from './feasibility-of.js';
import { feasibilityOf } from './feasibility-of.js';
import type { Feasibility } from './prove.js';
import { promisedAt } from './promised-at.js';
import type { Synthesis } from './synthesise.js';
import { synthesise } from './synthesise.js';
import type { SynthesisPolicy } from './cut-order.js';
import type { Cost } from './who-pays.js';
import { costsOfCut } from './who-pays.js';

/** Letters of `domain.md` §3: B, C, D, G, H, L; `asConfigured` is what they are compared with. */
export const WAYS_OUT = [
  'asConfigured',
  'clockFromCompetentReceipt',
  'transferExcluded',
  'sameDayWithCutoff',
  'electronicFirst',
  'splitBudgets',
  'doNotOffer',
] as const;
export type WayOut = (typeof WAYS_OUT)[number];

export interface PromisedDate {
  readonly example: ExampleKey;
  readonly receivedAt: Instant;
  /** Null where the calendar does not reach. */
  readonly at: Instant | null;
  readonly estimate: boolean;
}

export interface Alternative {
  readonly way: WayOut;
  /** Of `doNotOffer`: of the dossier handed in at the competent agency itself. */
  readonly feasibility: Feasibility;
  readonly promises: readonly PromisedDate[];
  readonly costs: readonly Cost[];
  /** Left out of the proof because it cannot be computed with it; the verdict holds for dossiers without. */
  readonly without: readonly 'supplement'[];
  /** The version with this way taken; null where no version says it. */
  readonly procedure: ProcedureVersion | null;
}

type Asked = FeasibilityQuestion & { readonly policy: SynthesisPolicy };

function withLimit(procedure: ProcedureVersion, { caseKey, channel }: FeasibilityQuestion): ProcedureVersion {
  const cases = procedure.cases.map((one) =>
    one.key === caseKey ? { ...one, limits: { ...one.limits, [channel]: sameDay } } : one,
  );
  return { ...procedure, cases, limitCutoff: '15:00' };
}

function promises(question: FeasibilityQuestion): readonly PromisedDate[] {
  return exampleReceptions(question).map(({ example, receivedAt }) => ({
    example,
    receivedAt,
    ...promisedAt(question, receivedAt),
  }));
}

/** Minutes by which the promise comes later than the configured one (negative: earlier), at the example where that is worst. */
function laterBy(question: FeasibilityQuestion, changed: FeasibilityQuestion, sign: 1 | -1): number {
  const { legal } = question.offices;
  const delays = exampleReceptions(question).flatMap(({ receivedAt }) => {
    const [before, after] = [promisedAt(question, receivedAt).at, promisedAt(changed, receivedAt).at];
    return before === null || after === null ? [] : [sign * legal.workBetween(minuteOf(before), minuteOf(after))];
  });
  return Math.max(0, ...delays);
}

function changedClock(question: Asked, way: WayOut, change: Partial<ProcedureVersion>): Alternative {
  const changed = { ...question, procedure: { ...question.procedure, ...change } };
  const minutes = laterBy(question, changed, 1);
  const later: Cost[] = minutes === 0 ? [] : [{ kind: 'laterPromise', who: 'applicant', minutes }];
  return {
    way,
    feasibility: feasibilityOf(changed),
    promises: promises(changed),
    costs: [...later, { kind: 'estimateOnly', who: 'applicant' }],
    without: [],
    procedure: changed.procedure,
  };
}

function sameDayWithCutoff(question: Asked): Alternative {
  const changed = { ...question, procedure: withLimit(question.procedure, question) };
  const shorter = laterBy(question, changed, -1);
  const later = laterBy(question, changed, 1);
  const costs: Cost[] = [];
  if (shorter > 0) costs.push({ kind: 'shorterLimit', who: 'decider', minutes: shorter });
  if (later > 0) costs.push({ kind: 'laterPromise', who: 'applicant', minutes: later });
  return {
    way: 'sameDayWithCutoff',
    feasibility: feasibilityOf(changed),
    promises: promises(changed),
    costs,
    without: [],
    procedure: changed.procedure,
  };
}

/** The paper travels beside the work; a supplement that stops the clock meanwhile cannot be computed, so it is left out and said. */
function electronicFirst(question: Asked): Alternative {
  const { supplement } = question.procedure;
  const waits = supplement.maxRounds > 0;
  const procedure: ProcedureVersion = {
    ...question.procedure,
    clockStart: 'reception',
    transferExcluded: false,
    supplement: { ...supplement, maxRounds: 0 },
  };
  return {
    way: 'electronicFirst',
    feasibility: feasibilityOf({ ...question, procedure, electronicFirst: true }),
    promises: promises({ ...question, procedure }),
    costs: [{ kind: 'worksOnCopy', who: 'decider' }],
    without: waits ? ['supplement'] : [],
    procedure: null,
  };
}

function splitBudgets(question: Asked): Alternative {
  const synthesis: Synthesis = synthesise(question, question.policy);
  const cut = synthesis.outcome === 'cut';
  const procedure = cut ? synthesis.procedure : question.procedure;
  return {
    way: 'splitBudgets',
    feasibility: synthesis.proof,
    promises: promises({ ...question, procedure }),
    costs: cut ? costsOfCut(question, synthesis.changes) : [],
    without: [],
    procedure: cut ? procedure : null,
  };
}

/** What is left: the applicant hands in at the competent agency, at whose desk everything then happens. */
function doNotOffer(question: Asked): Alternative {
  const procedure: ProcedureVersion = { ...question.procedure, boundaryScope: 'none' };
  const { decider } = question.offices.desks;
  const desks = decider === undefined ? question.offices.desks : { ...question.offices.desks, receiver: decider };
  const atHome: Asked = { ...question, procedure, route: 'sameAgency', offices: { ...question.offices, desks } };
  return {
    way: 'doNotOffer',
    feasibility: feasibilityOf(atHome),
    promises: promises(atHome),
    costs: [{ kind: 'travels', who: 'applicant' }],
    without: [],
    procedure,
  };
}

/**
 * Every way out of a route that crosses a boundary, computed on the same calendars, after the timeline as it is configured. `policy` says
 * how budgets are split. Pure; a refusal to compute stands in the alternative it belongs to.
 */
export function waysOut(question: Asked): readonly Alternative[] {
  const asConfigured: Alternative = {
    way: 'asConfigured',
    feasibility: feasibilityOf(question),
    promises: promises(question),
    costs: [],
    without: [],
    procedure: question.procedure,
  };
  return [
    asConfigured,
    changedClock(question, 'clockFromCompetentReceipt', { clockStart: 'competentReceipt', transferExcluded: false }),
    changedClock(question, 'transferExcluded', { clockStart: 'reception', transferExcluded: true }),
    sameDayWithCutoff(question),
    electronicFirst(question),
    splitBudgets(question),
    doNotOffer(question),
  ];
}
