import type { AgencyId } from '@lien-thong/domain';
import { busConformance } from '../../test/conformance/bus-conformance.js';
import type { BusReader } from '../../test/conformance/bus-conformance.js';
import { SampleFeeds } from '../../test/conformance/bus-facts.js';
import type { Delivery } from '../ports/bus.js';
import { MemoryBus } from './bus.js';

const TURN_MS = 5;

/** What an agency's processes share: what was handed out and not acknowledged goes back when the process dies. */
class Desk {
  private readonly back: Delivery[] = [];

  constructor(
    private readonly bus: MemoryBus,
    private readonly agencyId: AgencyId,
  ) {}

  reader(): BusReader {
    const held = new Set<Delivery>();
    const take = () => this.back.shift() ?? this.bus.pull(this.agencyId);
    return {
      next: async (withinMs = 0) => {
        const until = Date.now() + withinMs;
        let delivery = take();
        while (delivery === null && Date.now() < until) {
          await new Promise((resolve) => setTimeout(resolve, TURN_MS));
          delivery = take();
        }
        if (delivery === null) return null;
        const { event, epoch, n, view } = delivery;
        held.add(delivery);
        const ack = () => Promise.resolve(void held.delete(delivery));
        return { epoch, n, view, eventId: event.id, dossierId: event.dossierId, seq: event.seq, ack };
      },
      die: () => Promise.resolve(void this.back.push(...held)),
    };
  }
}

busConformance('memory', () => {
  let away = false;
  const bus = new MemoryBus(() => (away ? Promise.reject(new Error('away')) : Promise.resolve()));
  const feeds = new SampleFeeds('epoch-1');
  const desks = new Map<AgencyId, Desk>();
  return Promise.resolve({
    bus,
    commit: (audiences) => Promise.resolve(feeds.commit(audiences)),
    feed: (agencyId) => Promise.resolve(feeds.of(agencyId)),
    reader: (agencyId) => {
      const desk = desks.get(agencyId) ?? new Desk(bus, agencyId);
      desks.set(agencyId, desk);
      return Promise.resolve(desk.reader());
    },
    broker: {
      away: () => Promise.resolve(void (away = true)),
      back: () => Promise.resolve(void (away = false)),
      wipe: () => Promise.resolve(bus.wipe()),
    },
    answersWithinMs: 1_000,
    close: () => bus.close(),
  });
});
