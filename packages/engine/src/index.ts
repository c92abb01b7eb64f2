/** The application layer: the only write path, and what follows a commit. It runs on ports alone. */
export { CommitUnknown, StoreUnavailable } from './ports/store.js';
export { transactionsWith } from './ports/store-with.js';
export type {
  AcceptedAnswer,
  BatchWrite,
  CodeCounter,
  CommandKey,
  DossierWrite,
  FeedDraft,
  FeedEntry,
  FeedFirsts,
  FeedItem,
  JournalEntry,
  LoadedDossier,
  Party,
  PrivateRecord,
  ReceiptRecord,
  Store,
  StoreTransaction,
  StoredAnswer,
  StoredDossier,
  StoredJournal,
} from './ports/store.js';
export type { Bus, Delivery, FeedView } from './ports/bus.js';
export type { Clock as ClockPort } from './ports/clock.js';
export type { Ids } from './ports/ids.js';
export type { Reference } from './ports/reference.js';
export { Ledger, LedgerClosed } from './ledger/ledger.js';
export type { TakenFor } from './ledger/admission.js';
export type { LedgerPorts } from './ledger/batch.js';
export type {
  Accepted,
  Envelope,
  Foreseen,
  LedgerOutcome,
  PreviewOutcome,
  Refused,
  SignedReceipt,
} from './ledger/envelope.js';
export { formatCode } from './ledger/codes.js';
export type { CodeOwner } from './ledger/codes.js';
export { FIRST_PREV_HASH, hashOf } from './journal/hash.js';
export type { Finding } from './journal/finding.js';
export { firstDifference } from './journal/first-difference.js';
export { verifyJournal } from './journal/verify-journal.js';
export { verifyAll } from './journal/verify-all.js';
export type { DossierFinding, VerifyReport } from './journal/verify-all.js';
export { compareHoldings, holdingsByAgency } from './reconcile/holdings.js';
export type { AgencyDifferences } from './reconcile/holdings.js';
export { republishUndelivered } from './reconcile/undelivered.js';
export type { Undelivered, UndeliveredQuestion, UndeliveredReport } from './reconcile/undelivered.js';
export { Relay } from './relay/relay.js';
export type { RelayPorts } from './relay/relay.js';
export { formatCursor, parseCursor } from './feed/cursor.js';
export type { FeedCursor } from './feed/cursor.js';
export { readFeed } from './feed/read-feed.js';
export type { FeedPage } from './feed/read-feed.js';
export { EMPTY_INBOX, Inbox } from './feed/inbox.js';
export type { Gap, InboxState, InboxStep, Received } from './feed/inbox.js';
export { Sweep } from './sweep/sweep.js';
export type { SweepReport } from './sweep/sweep.js';
export { dueMinuteOf } from './sweep/due-minute.js';
export { Refolding } from './refold/refold-batch.js';
export type { RefoldMoment, RefoldPlan, RefoldPorts, RefoldedBatch } from './refold/refold-batch.js';
export { AmendingBatches } from './amend/amend-batch.js';
export type { AmendedBatch } from './amend/amend-batch.js';
export type { Amending } from './amend/amend-one.js';
export { Relieving, countedRelief } from './relief/relieving.js';
export type { MovedMinutes, RelievedBatch } from './relief/relieving.js';
export { Restating } from './restate/restate-batch.js';
export type { MoveOf, RestatedBatch, RestatePorts } from './restate/restate-batch.js';
export type { Move } from './restate/restate-one.js';
export { IndexedReference } from './reference/reference.js';
export type { ReferenceData } from './reference/reference.js';
export type { CalendarData } from './reference/calendars.js';
export { SteppedClock } from './memory/clock.js';
