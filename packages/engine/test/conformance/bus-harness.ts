import type { AgencyId, DossierId } from '@lien-thong/domain';
import type { Bus, Delivery, FeedView } from '../../src/ports/bus.js';

/** To whom a fact goes, and what he may see of it. */
export interface Addressee {
  readonly agencyId: AgencyId;
  readonly view: FeedView;
}

/** A message as the agency's software reads it. */
export interface Read {
  readonly epoch: string;
  readonly n: number;
  readonly view: FeedView;
  readonly eventId: string;
  readonly dossierId: DossierId;
  readonly seq: number;
  /** It has taken effect. */
  readonly ack: () => Promise<void>;
}

/** One process of an agency's software at the reading end. */
export interface BusReader {
  /** The next message; null when none came within the time. */
  next(withinMs?: number): Promise<Read | null>;
  /** The process ends without a word. */
  die(): Promise<void>;
}

/** Something that may go away, come back, and come back empty. */
export interface Broker {
  away(): Promise<void>;
  back(): Promise<void>;
  /** Loses everything it holds, and is back afterwards. */
  wipe(): Promise<void>;
}

export interface BusUnderTest {
  readonly bus: Bus;
  /** Writes facts to journal and feeds, one for each list of addressees, as the ledger does; the bus is not told. */
  commit(audiences: readonly (readonly Addressee[])[]): Promise<readonly Delivery[]>;
  reader(agencyId: AgencyId): Promise<BusReader>;
  /** The feed of an agency, whatever became of the bus. */
  feed(agencyId: AgencyId): Promise<readonly Delivery[]>;
  /** Null where the transport has no store of its own to lose. */
  readonly broker: Broker | null;
  /** Longest time in which a publish must be answered, whatever the broker does. */
  readonly answersWithinMs: number;
  close(): Promise<void>;
}
export type MakeBus = () => Promise<BusUnderTest>;

/** Everything that comes until nothing comes any more, acknowledged. */
export async function readAll(reader: BusReader, quietMs = 500): Promise<readonly Read[]> {
  const all: Read[] = [];
  for (let read = await reader.next(5_000); read !== null; read = await reader.next(quietMs)) {
    await read.ack();
    all.push(read);
  }
  return all;
}

/** Publishes until the bus takes it: what the relay's catch-up does. Throws when it does not within half a minute. */
export async function publishUntilTaken(bus: Bus, deliveries: readonly Delivery[]): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const taken = await bus.publish(deliveries).then(
      () => true,
      () => false,
    );
    if (taken) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the bus never took it');
}
