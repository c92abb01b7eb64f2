export { digestSchema, journalPositionSchema, keyProofClaimsSchema, receiptClaimsSchema } from './receipt.js';
export type { JournalPosition, KeyProofClaims, ReceiptClaims, WrittenReceiptClaims } from './receipt.js';
export {
  CUSTODY_FACTS,
  EVIDENCE_TYP,
  KEY_PROOF_TYP,
  RECEIPT_ALG,
  RECEIPT_KINDS,
  RECEIPT_SKEW_SECONDS,
  RECEIPT_TYP,
  attemptAt,
  attemptOf,
  codesAt,
  documentsAt,
  issuerOf,
  receiptKindOfCommand,
  receiptKindOfEvent,
} from './receipt-of.js';
export type { CommandNamed, ReceiptKind } from './receipt-of.js';
export { rulesFrom, rulesSourceSchema } from './rules-source.js';
export type { RulesSource } from './rules-source.js';
export {
  BUCKETS,
  MIRROR,
  HOLDING_PLACES,
  bucketOf,
  bucketText,
  holdingDifferences,
  holdingSchema,
  holdingsOf,
  inBuckets,
} from './holdings.js';
export type { Holding, HoldingDifferences, HoldingPlace } from './holdings.js';
export { bucketDigests, differingBuckets, peerOf, reconcileHoldings, rowsOf } from './reconcile-holdings.js';
export type { HoldingsPeer, Sha256 } from './reconcile-holdings.js';
