/** Facts for the bus's own tests, one new dossier each, with feeds kept beside the bus. */
import type { AgencyId } from '@lien-thong/domain';
import type { Delivery } from '../../src/ports/bus.js';
import type { Addressee } from './bus-harness.js';
import { sampleEvent } from './samples.js';

export class SampleFeeds {
  private readonly feeds = new Map<AgencyId, Delivery[]>();
  private dossiers = 0;

  constructor(readonly epoch: string) {}

  /** The next facts, each of a dossier of its own. */
  commit(audiences: readonly (readonly Addressee[])[]): readonly Delivery[] {
    return audiences.flatMap((audience) => {
      this.dossiers += 1;
      const event = sampleEvent(this.dossiers, 1);
      return audience.map((addressee) => this.append(addressee, event));
    });
  }

  of(agencyId: AgencyId): readonly Delivery[] {
    return this.feeds.get(agencyId) ?? [];
  }

  private append({ agencyId, view }: Addressee, event: Delivery['event']): Delivery {
    const feed = this.feeds.get(agencyId) ?? [];
    this.feeds.set(agencyId, feed);
    const delivery = { agencyId, epoch: this.epoch, n: feed.length + 1, view, event };
    feed.push(delivery);
    return delivery;
  }
}
