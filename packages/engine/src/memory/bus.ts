import type { AgencyId } from '@lien-thong/domain';
import type { Bus, Delivery } from '../ports/bus.js';
import { unhindered } from './schedule.js';
import type { Schedule } from './schedule.js';

/** What becomes of one message: how often it arrives (0 = the broker forgets it) and before how many that wait it cuts in. */
export interface Fate {
  readonly copies: number;
  readonly ahead: number;
}
const ARRIVES: Fate = { copies: 1, ahead: 0 };

/** A broker as unreliable as it is told to be. Each agency pulls from its own queue. */
export class MemoryBus implements Bus {
  private readonly queues = new Map<AgencyId, Delivery[]>();
  /** Messages the broker took, copies and forgotten ones included. */
  taken = 0;
  private closed = false;

  constructor(
    private readonly schedule: Schedule = unhindered,
    private readonly fateOf: (delivery: Delivery) => Fate = () => ARRIVES,
  ) {}

  /** Fails when the schedule throws: at `publish` nothing was taken, at `published` everything was. */
  async publish(deliveries: readonly Delivery[]): Promise<void> {
    if (this.closed) throw new Error('the bus is closed');
    await this.schedule('publish');
    for (const delivery of deliveries) this.take(delivery);
    await this.schedule('published');
  }

  /** The next message of an agency, taken off its queue; null when none waits. */
  pull(agencyId: AgencyId): Delivery | null {
    return this.queues.get(agencyId)?.shift() ?? null;
  }

  waiting(agencyId: AgencyId): number {
    return this.queues.get(agencyId)?.length ?? 0;
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  /** The broker loses everything it holds. */
  wipe(): void {
    this.queues.clear();
  }

  private take(delivery: Delivery): void {
    this.taken += 1;
    const queue = this.queues.get(delivery.agencyId) ?? [];
    this.queues.set(delivery.agencyId, queue);
    const { copies, ahead } = this.fateOf(delivery);
    for (let copy = 0; copy < copies; copy++) queue.splice(Math.max(0, queue.length - ahead), 0, delivery);
  }
}
