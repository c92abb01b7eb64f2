import type { Envelope, LedgerOutcome } from '../../ledger/envelope.js';

/** One sending of a request. `heard` false: the answer was given and got lost on its way. */
export interface Attempt {
  readonly n: number;
  readonly replica: string;
  /** Whether this very request was done, by the database, when the attempt was sent. */
  readonly doneBefore: boolean;
  state: 'waiting' | 'answered' | 'failed' | 'lost';
}

/** What a client wants done, and what it was told. A request with a key is sent until there is an answer. */
export interface Operation {
  /** Also the officer of the request, so that a fact in a journal names the request it came from. */
  readonly id: string;
  readonly envelope: Envelope;
  readonly attempts: Attempt[];
  readonly answers: { readonly attempt: number; readonly outcome: LedgerOutcome }[];
  /** Ended with a fault that tells neither yes nor no. */
  faults: string[];
  closed: boolean;
}
