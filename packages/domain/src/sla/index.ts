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
export { dueRungs } from './rungs/due-rungs.js';
export { unfiredRungs } from './rungs/unfired-rungs.js';
export { dueTimeout, timePassed } from './due-timeout.js';
export { promiseFor, promiseKept } from './promise.js';
export type { PromiseQuestion } from './promise.js';
export { explainClock } from './explain/explain-clock.js';
export type {
  ClockExplanation,
  ExplainedAmendment,
  ExplainedEpoch,
  ExplainedExtension,
  ExplainedRecut,
  ExplainedStretch,
} from './explain/explain-clock.js';
export type { ExplainedRest, Reason } from './explain/explain-rests.js';
export { MINUTE_VERDICTS, explainMinute } from './explain/explain-minute.js';
export type { ExplainedMinute, MinuteVerdict } from './explain/explain-minute.js';
export type { CountedCalendarDays, ExplainedDue } from './explain/explain-due.js';
export { explainPromise } from './explain/explain-promise.js';
export type { ExplainedPromise, PromisePart } from './explain/explain-promise.js';
export type { CountedBlock, CountedDay } from './explain/explain-days.js';
export type { RestGround } from './rest-grounds.js';
export { reliefOf } from './relief.js';
export type { OutageRecord, Relief } from './relief.js';
export { startPlanOf } from './start-plan.js';
export { RISK_RULES, risks } from './risk/risks.js';
export type { ListedRisk } from './risk/risks.js';
export { RISK_CAUSES, RISK_INPUTS, RISK_LEVELS, RISK_RULE_NAMES } from './risk/risk-causes.js';
export type { RiskCause, RiskInput, RiskLevel, RiskRuleName } from './risk/risk-causes.js';
export type { Risk, RiskContext } from './risk/risk-view.js';
export { clocksStand, deskCalendarName, liesAhead, reckonedOn, restatedBase, restatementOf } from './restate.js';
export type { Known, RestatedCalendar, RulesBeforeAndAfter } from './restate.js';
export { lateness, lateShares } from './lateness/lateness.js';
export type { LateShare, LateStretch, Lateness, LatenessReason } from './lateness/lateness.js';
export { LATENESS_CLASSES } from './lateness/late-minutes.js';
export type { LatenessClass } from './lateness/late-minutes.js';
