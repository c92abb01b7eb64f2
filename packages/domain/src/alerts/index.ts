export { ALERT_CAUSES, ALERT_DUTIES, ALERT_LEVELS, ALERT_RULES, alertKey, groundKey, rankOf } from './ground.js';
export type {
  AlertCause,
  AlertDecision,
  AlertDuty,
  AlertLevel,
  AlertOwner,
  AlertRule,
  CommonCause,
  Ground,
} from './ground.js';
export { ALERT_STATES, NO_MEMBERS, STAGES, holdsKey, membersOf } from './alert.js';
export type { Alert, AlertPerson, AlertStatus, ChainLink, LastAct, LevelCounts, Stage as ChainStage } from './alert.js';
export { ALERT_EVENT_KINDS, WITHDRAWALS } from './alert-events.js';
export type { AlertActor, AlertEvent, AlertEventKind, AlertFact, Departure, Withdrawal } from './alert-events.js';
export { ALERT_REFUSAL_CODES, refuseAlert } from './alert-refusal.js';
export type { AlertRefusal, AlertRefusalCode } from './alert-refusal.js';
export { LONGEST_SNOOZE_DAYS, decideAlert, observeAlert, openAlert, tickAlert } from './decide-alert.js';
export type { ActFacts, AlertCommand, EscalatesAt, Observation } from './decide-alert.js';
export { evolveAlert, foldAlert } from './evolve-alert.js';
export { escalatesOn, escalationChain } from './escalation.js';
export type { AgencyPlace, ReactionMinutes, SupervisingAgency } from './escalation.js';
export { clockGround, groundOfClock } from './clock-ground.js';
export { alertOwner, aroundOf } from './alert-owner.js';
export type { Around } from './alert-owner.js';
export { groundsOf } from './grounds-of.js';
export { nextLook } from './next-look.js';
export { differences, heldChanges } from './difference.js';
export type { Compared, MemberChange, StandingMember } from './difference.js';
