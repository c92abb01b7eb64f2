/** The bus as the service runs it: over NATS or over Postgres, the same to whoever holds it. */
import type { AgencyId } from '@lien-thong/domain';
import type { Bus } from '@lien-thong/engine';

/** What an agency's software needs to read its inbox at the broker. */
export interface BusAccess {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly stream: string;
  readonly consumer: string;
  readonly inboxPrefix: string;
}

export interface ExchangeState {
  readonly kind: 'nats' | 'postgres';
  readonly connected: boolean;
  readonly published: number;
  readonly refused: number;
  readonly tooLarge: number;
  readonly connections: number;
  /** How much of the stream is taken, 0 to 1; null where there is none, or before it was looked at. */
  readonly filled: number | null;
}

/** What the relay loop must hear of. */
export interface ExchangeEvents {
  /** The broker is there (again): what lies behind can be sent. */
  readonly onUp: () => void;
  readonly onDown: (reason: string) => void;
  /** What the broker held is gone. */
  readonly onLost: () => void;
}

export interface Exchange {
  readonly bus: Bus;
  /** Begins; events come from now on. */
  start(events: ExchangeEvents): void;
  /** The directory has these agencies now: each gets credentials and a consumer. Rejects to be called again. */
  agenciesAre(agencies: readonly AgencyId[]): Promise<void>;
  /** Looks whether everything at the broker is as it must be, and mends it. Rejects to be called again. */
  look(): Promise<void>;
  /** Null where agencies read their feed instead. */
  accessOf(agencyId: AgencyId): BusAccess | null;
  state(): ExchangeState;
  close(): Promise<void>;
}
