import type { AgencyId, DossierEvent, DossierId, Instant, Pin, risks } from '@lien-thong/domain';
import type { Applied } from '../actors/consumer.js';
import type { Operation } from '../actors/operation.js';
import type { MemoryDatabase } from '../../memory/database.js';
import type { Reference } from '../../ports/reference.js';
import type { Story } from '../plain/story.js';

export type InvariantId =
  'I0' | 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9' | 'I10' | 'I11' | 'I12' | 'I13' | 'I16' | 'L1';

/** What is wrong, in words; null when nothing is. */
export type Complaint = string | null;

/** Everything an invariant may look at. Nothing in it is asked of the code under test but what is stored. */
export interface Evidence {
  readonly database: MemoryDatabase;
  /** The database's clock, and the latest time it ever told. */
  readonly now: Instant;
  readonly highest: Instant;
  readonly operations: readonly Operation[];
  readonly operation: (id: string) => Operation | undefined;
  readonly consumers: readonly {
    readonly agencyId: AgencyId;
    readonly applied: number;
    readonly log: readonly Applied[];
  }[];
  /** Numbers of each feed that the broker has taken at least once. */
  readonly handedOver: ReadonlyMap<AgencyId, ReadonlySet<number>>;
  /** Reference data as they stand, without any planted fault. */
  readonly reference: Reference;
  /** Whether the admin has published other versions by now. */
  readonly edited: boolean;
  /** What the office tells of the risks of a dossier. */
  readonly risks: typeof risks;
}

/** One fact with the story before and after it, as the chronicle tells it. */
export interface Told {
  readonly event: DossierEvent;
  readonly before: Story | null;
  readonly after: Story;
}

export function journals({ database }: Evidence): readonly (readonly [DossierId, readonly DossierEvent[]])[] {
  return [...database.dossiers].map(([id, { events }]) => [id, events]);
}

/** The first complaint of several. */
export function first<T>(items: Iterable<T>, complaintOf: (item: T) => Complaint): Complaint {
  for (const item of items) {
    const complaint = complaintOf(item);
    if (complaint !== null) return complaint;
  }
  return null;
}

/** What a dossier was opened under. Throws when its journal does not begin with that. */
export function pinOf(events: readonly DossierEvent[]): Pin {
  const [event] = events;
  if (event === undefined || !('pin' in event.data)) throw new Error('a journal that does not begin with a pin');
  return event.data.pin;
}
