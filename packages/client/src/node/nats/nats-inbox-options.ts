import type { BusAccess } from '../../api/schemas.generated.js';

/** What `GET /v1/agencies/me/bus` answers, and what the office makes of it. */
export interface NatsInboxOptions extends BusAccess {
  /**
   * Called on the first connection and on every further one, before any message of it: what was missed meanwhile may never come over
   * the bus, so the feed is to be read.
   */
  readonly onConnected?: () => void;
  /** Called when the connection is lost, or when the broker refuses (wrong password, no such consumer): told once until it changes. */
  readonly onTrouble?: (reason: string) => void;
  /** Messages asked for at once; the most that can be lost sight of until the broker hands them out again. Default 16; a message is at most 128 KiB. */
  readonly batch?: number;
  /** PEM of the authority that signed the server's certificate, where it is not a public one. */
  readonly ca?: string;
}
