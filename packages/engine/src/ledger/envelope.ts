import type {
  ActingParty,
  Command,
  DossierId,
  Fact,
  JournalPosition,
  Phase,
  ReceiptKind,
  Refusal,
} from '@lien-thong/domain';
import type { AcceptedAnswer } from '../ports/store.js';

/** One command as it reaches the ledger: parsed, with its caller known. */
export interface Envelope {
  /** Null for a command that opens a dossier. */
  readonly dossierId: DossierId | null;
  readonly command: Command;
  readonly party: ActingParty;
  /** Idempotency key in the scope of the party's agency, or null. */
  readonly key: string | null;
  /** Digest of operation, dossier and parsed body: tells a repeated request from another one under the same key. */
  readonly fingerprint: string;
  /** The version the caller has seen, or null when it does not mind. */
  readonly ifMatch: number | null;
  /** Encrypted persons and free text, stored beside the dossier in the same transaction. */
  readonly private?: unknown;
  /** What was found out about custody before the ledger was asked: the receipt that came with the act, or what is wrong with it. */
  readonly receipt?: SignedReceipt | Refusal;
}

/** A receipt whose signature was checked. It counts only if nothing has happened to the dossier since its signer looked. */
export interface SignedReceipt {
  /** Head of the journal its signer saw. */
  readonly position: JournalPosition;
  readonly kind: ReceiptKind;
  /** Stored with the fact, in the same transaction; opaque to the engine. */
  readonly payload: unknown;
}

export interface Refused {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

/** Committed, or answered before and answered the same again (`replayed`). */
export interface Accepted extends AcceptedAnswer {
  readonly kind: 'accepted';
  readonly replayed: boolean;
}

export type LedgerOutcome = Accepted | Refused;

/** What a command would do: its facts (codes not allocated yet) and the state after them. Nothing was written. */
export interface Foreseen {
  readonly kind: 'foreseen';
  readonly facts: readonly Fact[];
  readonly phase: Phase;
}

export type PreviewOutcome = Foreseen | Refused;

export function refused(refusal: Refusal): Refused {
  return { kind: 'refused', refusal };
}
