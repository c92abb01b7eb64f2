export { structuralInfeasibility } from './structural.js';
export type { StartPlan } from './structural.js';
export { VERDICTS, needsApproval, routesOf, verdictOf, worstVerdict } from './verdict.js';
export type { RouteToProve, Verdict } from './verdict.js';
export { NOT_COMPUTABLE_CODES } from './not-computable.js';
export type { NotComputable } from './not-computable.js';
export { legsOf } from './timeline.js';
export type {
  DeskWork,
  Offices,
  Party,
  ProofRange,
  Receptions,
  Stage,
  Timeline,
  TimelineLeg,
  Wait,
} from './timeline.js';
export { ROUTE_CLASSES, timelineOf } from './timeline-of-procedure.js';
export type { RouteClass, TimelineOf } from './timeline-of-procedure.js';
export { PROVEN_VERDICTS, proveTimeline } from './prove.js';
export type { Feasibility, Proof, ProofWishes, ProvenVerdict, Validity } from './prove.js';
export { feasibilityOf } from './feasibility-of.js';
export type { FeasibilityQuestion } from './feasibility-of.js';
export type { Breaches } from './breaches.js';
export { HOURS_OF_DAY } from './start-grid.js';
export type { StartGrid } from './start-grid.js';
export type { UnkeepableLeg } from './unkeepable-legs.js';
export type { Witness, WitnessStep } from './witness.js';
export { SYNTHESIS_POLICIES } from './cut-order.js';
export type { SynthesisPolicy } from './cut-order.js';
export { synthesise } from './synthesise.js';
export type { BudgetChange, Synthesis } from './synthesise.js';
export { EXAMPLES, exampleReceptions } from './example-receptions.js';
export type { ExampleKey } from './example-receptions.js';
export { promisedAt } from './promised-at.js';
export { WAYS_OUT, waysOut } from './ways-out.js';
export type { Alternative, PromisedDate, WayOut } from './ways-out.js';
export type { Cost, Payer } from './who-pays.js';
