export { areaFactsSchema, documentSchema, documentsSchema, channelSchema, copySchema, intakeSchema } from './intake.js';
export type { AreaFacts, DocumentRef, CopyKind, Intake } from './intake.js';
export {
  commandSchema,
  COMMAND_TYPES,
  TRANSFER_REFUSAL_REASONS,
  SUSPENSION_GROUNDS,
  CLOSE_GROUNDS,
  CORRECTION_ALONE_MINUTES,
  CLOCK_SKEW_TOLERANCE_MINUTES,
  asksHistory,
} from './commands.js';
export type { Command, CommandType, CommandOf, TransferRefusalReason } from './commands.js';
export { EVENT_DATA, EVENT_TYPES, EVENT_ENVELOPE, isAct, isDeclared, isDetected } from './events.js';
export type {
  Pin,
  ResolutionFact,
  PromiseFact,
  EventType,
  EventData,
  Fact,
  FactOf,
  DossierEvent,
  EventOf,
  CalendarNotice,
} from './events.js';
export type { Dossier, OpenConsultation, TransferState, Suspension } from './dossier.js';
export type { DossierFile, Rules, AgencyFacts, DecideFacts } from './file.js';
export { decide } from './decide.js';
export { evolve } from './evolve.js';
export { FIRST_PREV_HASH, HASHED_FIELDS, hashedText } from './hashed-text.js';
export { applyEvent, foldHistory, effectiveHistory, withRestatement, withRelief, rulesInTurn } from './fold.js';
export { JournalFault } from './journal-fault.js';
export { settledUntil } from './outage-turns.js';
export { revises } from './revision/as-it-happened.js';
export { pinAfter } from './pin-after.js';
export { amendmentsInForce } from './amendments-in-force.js';
export { ENTITLED, entitlementRefusal } from './entitlement.js';
export { RELATIONS } from './relations.js';
export type { Relation } from './relations.js';
export { commandsFor } from './allowed.js';
export type { AllowedCommand } from './allowed.js';
export { audienceOf, consultationOf, partiesOf, isParty, mayKnow } from './audience.js';
export type { AudienceView, Listener, DossierParty, PartyRole } from './audience.js';
export { notAhead } from './times.js';
export { apologyLetters } from './apology-letters.js';
export type { ApologyLetter } from './apology-letters.js';
