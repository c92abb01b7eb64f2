/** The service, as the officer who is signed in may use it. The console talks to it through the client only. */
import { createClient } from '@lien-thong/client';
import type { Result, Trouble } from '@lien-thong/client';
import { watchedFetch } from './line.js';

/** A page that waits longer tells so and offers to try again. */
const GIVE_UP_AFTER_MS = 8_000;

export const service = createClient({
  baseUrl: location.origin,
  credentials: { kind: 'session' },
  retries: { giveUpAfterMs: GIVE_UP_AFTER_MS },
  surroundings: { fetch: watchedFetch },
});

/** A "no" of the service, or a line that is down, for the places that take errors. */
export class ServiceTrouble extends Error {
  constructor(readonly problem: Trouble) {
    super(problem.code);
  }
}

/** The value. Throws `ServiceTrouble`. */
export async function valueFrom<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (result.ok) return result.value;
  throw new ServiceTrouble(result.problem);
}

/** What a fault came with, when it came from the service; null for a fault of the page. */
export function troubleOf(fault: unknown): Trouble | null {
  return fault instanceof ServiceTrouble ? fault.problem : null;
}
