import type { AgencyId } from '@lien-thong/domain';
import type { Bus, Delivery } from '../ports/bus.js';
import type { FeedItem, Store } from '../ports/store.js';
import { LowWater } from './low-water.js';

export interface RelayPorts {
  readonly store: Store;
  readonly bus: Bus;
}

const PAGE = 500;
/** A message for each agency, most at once. */
const ANNOUNCED_AT_ONCE = 500;

/**
 * Hands committed facts to the bus: at once from memory after a commit, and from the feed whatever was not acknowledged. A rejected
 * publish means "unknown", so the cursor stays and the catch-up sends again: everything arrives, some of it twice. Has no timer: the
 * caller calls `save` about every second and `catchUp` about every half minute, both also after an outage, and `announce` when the bus
 * has lost what it held.
 */
export class Relay {
  private readonly lowWater = new LowWater();
  /** Where the cursors of agencies that lay behind stood when the catch-up last looked; null before its first look. */
  private lastLook: ReadonlyMap<AgencyId, number> | null = null;
  private readonly underWay = new Set<Promise<void>>();
  private epoch: Promise<string> | null = null;

  constructor(private readonly ports: RelayPorts) {}

  /** Hands a committed batch over from memory. Returns at once and never throws; the next batch need not wait for this one's ack. */
  publish(items: readonly FeedItem[]): void {
    const attempt: Promise<void> = this.handOver(items).then(
      () => undefined,
      // Unknown, not failed: the cursor has not moved, so the catch-up will find these again.
      () => undefined,
    );
    this.underWay.add(attempt);
    void attempt.then(() => this.underWay.delete(attempt));
  }

  /** Resolves when every publish begun before has been answered. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /** Stores the low-water cursors. Rejects when the store does; nothing is lost by that but a repetition after a restart. */
  async save(): Promise<void> {
    if (this.lowWater.isBlind()) await this.look();
    const cursors = this.lowWater.unsaved();
    if (cursors.length === 0) return;
    await this.ports.store.advanceRelayCursors(cursors);
    this.lowWater.saved(cursors);
  }

  /**
   * Sends again what lies behind a cursor that lay behind at the last look already and has not moved (at the first look: everything
   * that lies behind). A cursor that moves is somebody's work in progress. Returns how many were sent; rejects when bus or store do,
   * to be called again.
   */
  async catchUp(): Promise<number> {
    await this.settled();
    const behind = await this.look();
    await this.save();
    const stuck = behind.filter(({ agencyId, low }) => this.lastLook === null || this.lastLook.get(agencyId) === low);
    this.lastLook = new Map(behind.map(({ agencyId, low }) => [agencyId, low]));
    const sent = await this.resend(stuck.map(({ agencyId }) => agencyId));
    await this.save();
    return sent;
  }

  /**
   * The bus has lost what it held, and nobody knows what of it was read: hands over the newest fact of every agency again, by whose
   * number a reader sees that he misses something. Returns how many; rejects when bus or store do, to be called again.
   */
  async announce(): Promise<number> {
    const newest: FeedItem[] = [];
    for (const [agencyId, { last }] of await this.ports.store.relayCursors()) {
      if (last > 0) newest.push(...(await this.ports.store.readFeed(agencyId, last - 1, 1)));
    }
    for (let from = 0; from < newest.length; from += ANNOUNCED_AT_ONCE) {
      await this.handOver(newest.slice(from, from + ANNOUNCED_AT_ONCE));
    }
    return newest.length;
  }

  /** How many facts are certainly committed and not certainly handed over, as last looked. */
  async behind(): Promise<number> {
    const cursors = await this.ports.store.relayCursors();
    return [...cursors].reduce(
      (sum, [agencyId, { relayed, last }]) =>
        sum + Math.max(0, last - Math.max(relayed, this.lowWater.lowOf(agencyId))),
      0,
    );
  }

  /** Learns the stored cursors; returns the agencies whose feed goes on beyond what was handed over. */
  private async look(): Promise<readonly { readonly agencyId: AgencyId; readonly low: number }[]> {
    const cursors = await this.ports.store.relayCursors();
    for (const [agencyId, { relayed }] of cursors) this.lowWater.learn(agencyId, relayed);
    return [...cursors]
      .map(([agencyId, { last }]) => ({ agencyId, last, low: this.lowWater.lowOf(agencyId) }))
      .filter(({ low, last }) => low < last)
      .sort((a, b) => (a.agencyId < b.agencyId ? -1 : 1));
  }

  /** Page by page in turns: whoever lies far behind does not make the others wait. */
  private async resend(agencies: readonly AgencyId[]): Promise<number> {
    let sent = 0;
    for (let behind = agencies; behind.length > 0;) {
      const unfinished: AgencyId[] = [];
      for (const agencyId of behind) {
        const page = await this.ports.store.readFeed(agencyId, this.lowWater.lowOf(agencyId), PAGE);
        if (page.length > 0) await this.handOver(page);
        if (page.length === PAGE) unfinished.push(agencyId);
        sent += page.length;
      }
      behind = unfinished;
    }
    return sent;
  }

  private async handOver(items: readonly FeedItem[]): Promise<void> {
    const epoch = await this.feedEpoch();
    await this.ports.bus.publish(items.map((item) => delivery(item, epoch)));
    for (const { agencyId, n } of items) this.lowWater.acknowledge(agencyId, n);
  }

  /** Asked once; a failed question is asked again. */
  private feedEpoch(): Promise<string> {
    this.epoch ??= this.ports.store.feedEpoch().catch((error: unknown) => {
      this.epoch = null;
      throw error;
    });
    return this.epoch;
  }
}

function delivery({ agencyId, n, view, event }: FeedItem, epoch: string): Delivery {
  return { agencyId, epoch, n, view, event };
}
