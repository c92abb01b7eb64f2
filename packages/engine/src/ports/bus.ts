import type { AgencyId, DossierEvent } from '@lien-thong/domain';

/** One message to one agency: the fact, and its number in that agency's feed. */
export interface Delivery {
  readonly agencyId: AgencyId;
  /** Which line of numbers `n` belongs to (`Store.feedEpoch`). */
  readonly epoch: string;
  readonly n: number;
  /** What the agency may see: everything, the history so far as a snapshot, or its consultation only. */
  readonly view: FeedView;
  readonly event: DossierEvent;
}
export type FeedView = 'full' | 'snapshot' | 'part';

/**
 * At-least-once transport that may forget (law 9). `publish` resolves once the transport has taken all of them; a rejection or a
 * time-out means "unknown", not "failed". Nothing may be forgotten in Postgres because of it. It is answered within a bounded time
 * whatever becomes of the broker, and calls keep their order.
 */
export interface Bus {
  publish(deliveries: readonly Delivery[]): Promise<void>;
  /** Lets go of the broker. What was not acknowledged until then is rejected. */
  close(): Promise<void>;
}
