/** One question to the feed. */
import type { Client } from '../create-client.js';
import type { EventPage } from '../api/schemas.generated.js';
import type { Result } from '../http/result.js';

/** How long the service holds an empty answer back at most, and how much longer the line may take. */
export const LONG_POLL_SECONDS = 25;
const LONG_POLL_TIMEOUT_MS = 40_000;

export interface Question {
  readonly cursor: string | null;
  readonly limit: number;
  /** Seconds the service may wait for something new; 0: it answers at once. */
  readonly wait: number;
  readonly signal: AbortSignal;
}

/** Asks once: the consumer comes back by itself. */
export function askFeed(client: Pick<Client, 'readEvents'>, question: Question): Promise<Result<EventPage>> {
  const { cursor, limit, wait, signal } = question;
  const after = cursor === null ? {} : { after: cursor };
  const retries = { giveUpAfterMs: 0, ...(wait === 0 ? {} : { attemptTimeoutMs: LONG_POLL_TIMEOUT_MS }) };
  return client.readEvents({ limit, ...after, ...(wait === 0 ? {} : { wait }) }, { signal, retries });
}
