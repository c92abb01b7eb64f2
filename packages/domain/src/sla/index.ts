export { CLOCK_KINDS } from './clock.js';
export type { Budget, Clock, ClockKind, ClockOutcome, ClockStatus, Stretch } from './clock.js';
export { sameOwner } from './owner.js';
export type { Owner } from './owner.js';
export type { Segment } from './segment.js';
export { advanceClocks } from './advance-clocks.js';
export { advanceSegments } from './advance-segments.js';
export { ownerOf } from './owner-of.js';
export { attribution, conserved, segmentsUntil } from './attribution.js';
export type { Share } from './attribution.js';
export { dueRungs } from './due-rungs.js';
export { dueTimeout, timePassed } from './due-timeout.js';
export { promiseFor, promiseKept } from './promise.js';
export type { PromiseQuestion } from './promise.js';
export { explainClock } from './explain-clock.js';
export type {
  ClockExplanation,
  ExplainedEpoch,
  ExplainedExtension,
  ExplainedRecut,
  ExplainedStretch,
} from './explain-clock.js';
export type { ExplainedRest, Reason } from './explain-rests.js';
export type { CountedBlock, CountedDay } from './explain-days.js';
export type { RestGround } from './rest-grounds.js';
export { startPlanOf } from './start-plan.js';
export { RISK_RULES, risks } from './risks.js';
export { RISK_RULE_NAMES } from './risk-view.js';
export type { Risk, RiskContext, RiskLevel, RiskRuleName } from './risk-view.js';
export { clocksStand, deskCalendarName, liesAhead, reckonedOn, restatedBase, restatementOf } from './restate.js';
export type { Known, RestatedCalendar, RulesBeforeAndAfter } from './restate.js';
