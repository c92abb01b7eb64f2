import type { Command, Opening } from '../api/schemas.generated.js';
import type { Client } from '../create-client.js';
import type { Log } from '../disk/log.js';
import type { Trouble } from '../http/result.js';
import type { QueuedAct } from './item.js';

/** Completes a body just before it is sent for the first time, for instance with a signed receipt. A problem is a conflict. */
export type Seal = (act: QueuedAct, code: string | null) => Promise<Opening | Command | Trouble>;

export interface QueueOptions {
  readonly client: Pick<Client, 'openDossier' | 'actOnDossier'>;
  readonly log: Log;
  readonly seal?: Seal;
  readonly newId?: () => string;
}

export interface SendReport {
  readonly sent: number;
  readonly conflicts: number;
  /** Null when everything that may be sent was; otherwise what the line, or the service as a whole, said. */
  readonly stoppedBy: Trouble | null;
}

export interface QueueStatus {
  readonly queued: number;
  readonly sent: number;
  readonly conflicts: readonly Conflict[];
}
/** What a person has to decide, with the service's own words. */
export interface Conflict {
  readonly id: string;
  readonly code: string | null;
  readonly command: string;
  readonly occurredAt: string | null;
  readonly problem: Pick<Trouble, 'code' | 'status' | 'title' | 'titleEn' | 'todo' | 'todoEn' | 'facts' | 'errors'>;
  /** Acts of the same dossier that wait behind it. */
  readonly behind: number;
}
