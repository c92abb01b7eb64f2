import type { Instant } from '@lien-thong/domain';

/** Domain time. In production Postgres's clock, so that replicas agree; in the demo a stepped one. Never goes back by itself. */
export interface Clock {
  now(): Instant;
}
