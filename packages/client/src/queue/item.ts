/** Acts that wait for the line, and what became of them. */
import type { Answer, Command, Opened, Opening } from '../api/schemas.generated.js';
import type { Trouble } from '../http/result.js';

/** Without its time: the queue declares it. */
type Timeless<Act> = Act extends unknown ? Omit<Act, 'occurredAt'> : never;

/**
 * What an act is about: a dossier of the service by its code, or one that an earlier item of this queue opens. People name the
 * version they looked at: what has changed since is a conflict for them to see. Software need not.
 */
export type Target = { readonly code: string; readonly version?: number } | { readonly opening: string };

export interface QueuedAct {
  /** Made by the client, a UUID: the idempotency key of the act, the same for ever. */
  readonly id: string;
  /** Null for an act that opens a dossier. */
  readonly target: Target | null;
  /** With the declared time, `occurredAt`: when it happened at the counter. Without one it happens when the service hears of it. */
  readonly body: Opening | Command;
}

/** What the caller hands in; the queue makes the id when there is none. */
export type NewAct = { readonly id?: string; readonly occurredAt?: string } & (
  | { readonly target: null; readonly body: Timeless<Opening> }
  | { readonly target: Target; readonly body: Timeless<Command> }
);

export type ItemState =
  | { readonly kind: 'queued' }
  | { readonly kind: 'sent'; readonly answer: Answer | Opened }
  /** The service said no. Nothing is sent for this dossier until a person decides (`amend` or `drop`). */
  | { readonly kind: 'conflict'; readonly problem: Trouble }
  | { readonly kind: 'dropped' };

export interface QueueItem {
  readonly act: QueuedAct;
  /** Place in the line. */
  readonly place: number;
  readonly state: ItemState;
  /** Signed or otherwise completed body, kept because the same bytes must be sent again after a lost answer. */
  readonly sealed: Opening | Command | null;
}

export type QueueRecord =
  | { readonly kind: 'put'; readonly act: QueuedAct }
  /** Instead of an act that was refused, at its place in the line, under a key of its own. */
  | { readonly kind: 'amended'; readonly id: string; readonly by: QueuedAct }
  | { readonly kind: 'sealed'; readonly id: string; readonly body: Opening | Command | null }
  | { readonly kind: 'state'; readonly id: string; readonly state: ItemState }
  /** All that is left of acts after the log was shortened: they are known, and the codes of what they opened. */
  | { readonly kind: 'done'; readonly acts: readonly { readonly id: string; readonly code: string | null }[] };
