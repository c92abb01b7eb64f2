import { Inject, Injectable } from '@nestjs/common';
import type { Env } from '../env.js';
import { ENV } from '../runtime/tokens.js';
import { Problem } from './problem.js';

/** Callers nobody vouches for share the line with everybody behind the same address. */
const ANONYMOUS_SHARE = 0.1;
const MOST_BUCKETS = 100_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** One bucket of tokens for each caller, in real time: one who floods harms nobody else (S55). */
@Injectable()
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(@Inject(ENV) private readonly env: Pick<Env, 'LIENTHONG_RATE_PER_SECOND' | 'LIENTHONG_RATE_BURST'>) {}

  /** Throws `rate-limited` with the seconds to wait. */
  take(caller: string, share = 1): void {
    const perSecond = this.env.LIENTHONG_RATE_PER_SECOND * share;
    const burst = Math.max(1, this.env.LIENTHONG_RATE_BURST * share);
    const now = Date.now();
    const bucket = this.buckets.get(caller) ?? this.opened(caller, { tokens: burst, at: now });
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) {
      const seconds = Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
      throw new Problem('rate-limited', { retryAfterSeconds: seconds }).with({ 'retry-after': String(seconds) });
    }
    bucket.tokens -= 1;
  }

  takeAnonymous(address: string): void {
    this.take(`address ${address}`, ANONYMOUS_SHARE);
  }

  /** Full buckets are forgotten when there are too many: whoever returns begins with a full one anyway. */
  private opened(caller: string, bucket: Bucket): Bucket {
    if (this.buckets.size >= MOST_BUCKETS) this.buckets.clear();
    this.buckets.set(caller, bucket);
    return bucket;
  }
}
