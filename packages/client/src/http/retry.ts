/** When a request is sent again, and after how long. Every operation bears it: reads change nothing, acts carry one key (DESIGN §6). */

export interface RetryRules {
  /** No further attempt is begun once this much has passed since the first. */
  readonly giveUpAfterMs: number;
  /** One attempt that has heard nothing for this long is given up; the service may have done it all the same. */
  readonly attemptTimeoutMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const DEFAULT_RETRIES: RetryRules = {
  giveUpAfterMs: 30_000,
  attemptTimeoutMs: 15_000,
  firstPauseMs: 200,
  longestPauseMs: 10_000,
};

/** Too many requests, and the three ways of a gateway or a service to say "not now". A 500 is a fault: it would be one again. */
const WORTH_ANOTHER_TRY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

export function isWorthAnotherTry(status: number): boolean {
  return WORTH_ANOTHER_TRY.has(status);
}

/** Milliseconds a `Retry-After` header asks for (seconds or a date), or null. `now` in milliseconds. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/**
 * Pause before the next attempt. Half of it is chance: a thousand offices whose line comes back at once must not
 * knock at the same moment. What the service asked for is a floor.
 */
export function pauseMs(
  failures: number,
  asked: number | null,
  how: { rules: RetryRules; random: () => number },
): number {
  const { rules, random } = how;
  const full = Math.min(rules.longestPauseMs, rules.firstPauseMs * 2 ** Math.min(failures - 1, 20));
  const jittered = full / 2 + (full / 2) * random();
  return asked === null ? jittered : asked + jittered / 4;
}
