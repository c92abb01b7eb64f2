import type { Client } from '../create-client.js';
import type { Log } from '../disk/log.js';
import type { Surroundings } from '../http/surroundings.js';
import type { BusFault, BusMessage } from './bus-check.js';
import type { FeedFact } from './fact.js';

/**
 * What the agency does with a fact. Called in the order of the dossier's journal, one at a time. A crash right after it may bring
 * the same fact once more: what it does must bear that, for instance by keys made of `fact.id`. Throwing means "not now".
 */
export type Handler = (fact: FeedFact) => Promise<void> | void;

/** Says when there may be something new: the bus, or nothing (then the consumer waits at the feed itself). */
export interface WakeSource {
  /** Calls `woken` with each message, or with null when messages may have been missed (a new connection). Returns how to stop it. */
  readonly start: (hear: {
    /** Resolves when the feed was read that far: the next message may come. */
    readonly woken: (message: BusMessage | null) => Promise<void>;
    readonly trouble: (reason: string) => void;
  }) => () => Promise<void>;
}

/** Something the operator of the agency should know, beside what `status` shows. */
export interface Notice {
  readonly code: BusFault | 'feed-restarted' | 'feed-gap' | 'dead-letter' | 'bus-trouble';
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface ConsumerOptions {
  readonly client: Pick<Client, 'readEvents'>;
  readonly log: Log;
  readonly handler: Handler;
  /** Left out: the consumer waits at the feed (long poll). */
  readonly wake?: WakeSource;
  readonly onNotice?: (notice: Notice) => void;
  /** Tries before a fact becomes a dead letter. Default 5. */
  readonly attempts?: number;
  /** Pause before the second try, doubled each time. Default 1,000. */
  readonly firstPauseMs?: number;
  /** A handler that has not answered for this long has failed. Default 60,000. */
  readonly handlerTimeoutMs?: number;
  readonly pageSize?: number;
  readonly surroundings?: Pick<Surroundings, 'now' | 'sleep' | 'random'>;
}

export interface ConsumerStatus {
  readonly cursor: string | null;
  /** `down`: not reached; `refused`: reached, and it said no (credentials, rights). */
  readonly line: 'unknown' | 'up' | 'down' | 'refused';
  /** Code of what stands in the way; null when nothing does. */
  readonly problem: string | null;
  readonly applied: number;
  readonly waiting: number;
  readonly deadLetters: readonly {
    readonly dossierId: string;
    readonly reason: string;
    readonly detail: string;
    readonly facts: number;
  }[];
  /** Messages of the bus that were passed over, by code. */
  readonly ignored: Readonly<Record<string, number>>;
}
