import type { AgencyId, DossierId, risks } from '@lien-thong/domain';
import type { InboxState, InboxStep } from '../../feed/inbox.js';
import type { Envelope, LedgerOutcome } from '../../ledger/envelope.js';
import type { MemoryDatabase } from '../../memory/database.js';
import type { Bus, Delivery } from '../../ports/bus.js';
import type { Clock } from '../../ports/clock.js';
import type { Reference } from '../../ports/reference.js';
import type { FeedItem, Store } from '../../ports/store.js';

/** What a process hands its commands to. */
export interface Submits {
  submit(envelope: Envelope): Promise<LedgerOutcome>;
}

/** The process a fault is planted in: what it can see and remember, gone when it crashes. */
export interface PlantedIn {
  readonly name: string;
  readonly database: MemoryDatabase;
  /** The database's clock. */
  readonly clock: Clock;
  /** Dossiers this process has written since it started, with the place of its last fact. */
  readonly written: Map<DossierId, number>;
  /** Hands facts to the bus as the relay would. */
  readonly publish: (items: readonly FeedItem[]) => void;
}

export type InboxLike = {
  receive(message: Delivery): InboxStep<Delivery>;
  restart(epoch: string): void;
  readonly cursor: { readonly epoch: string | null; readonly n: number };
  state(): InboxState;
};

/**
 * A mistake of the kind that is made, built around the real code at its ports. `without` names defences that hide it: it is then
 * planted with them off, and the neighbouring invariants must find it.
 */
export interface Plant {
  readonly name: string;
  readonly mistake: string;
  readonly without?: readonly string[];
  readonly store?: (store: Store, process: PlantedIn) => Store;
  readonly clock?: (clock: Clock, process: PlantedIn) => Clock;
  readonly bus?: (bus: Bus, process: PlantedIn) => Bus;
  readonly reference?: (reference: Reference) => Reference;
  readonly ledger?: (ledger: Submits, process: PlantedIn) => Submits;
  readonly inbox?: (state: InboxState, agencyId: AgencyId) => InboxLike;
  /** What whoever reads a dossier is told of its risks. */
  readonly risks?: (told: typeof risks) => typeof risks;
  /** An agency that never reads its feed and trusts the bus. */
  readonly trustsTheBus?: boolean;
}
