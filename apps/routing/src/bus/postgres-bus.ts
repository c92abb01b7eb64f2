import type { Bus, Delivery } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { BusUnavailable } from './bus-unavailable.js';

/** What LISTEN listens on. The payload names agencies, separated by commas. */
export const FEED_CHANNEL = 'feed';
/** Postgres takes less than 8,000 bytes at a time. */
const PAYLOAD_BYTES = 7_900;
const PUBLISH_WITHIN_MS = 5_000;

/**
 * The bus of an installation without NATS: the feed in Postgres is the store of messages, and all that is sent is the names of the
 * agencies that have something new. One notice for a batch, never one for a transition: notices serialise the commits that bring them.
 */
export class PostgresBus implements Bus {
  private closed = false;

  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly withinMs: number = PUBLISH_WITHIN_MS,
  ) {}

  async publish(deliveries: readonly Delivery[]): Promise<void> {
    if (this.closed) throw new BusUnavailable('the bus is closed');
    const payloads = payloadsOf(new Set(deliveries.map(({ agencyId }) => agencyId)));
    if (payloads.length === 0) return;
    const calls = payloads.map((_, i) => `pg_notify('${FEED_CHANNEL}', $${i + 1})`);
    await this.inTime(this.pool.query(`select ${calls.join(', ')}`, payloads));
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  private async inTime(sent: Promise<unknown>): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new BusUnavailable('no answer in time')), this.withinMs);
    });
    try {
      await Promise.race([sent, tooLate]);
    } catch (error) {
      sent.catch(() => undefined);
      throw error instanceof BusUnavailable ? error : new BusUnavailable('Postgres is away', { cause: error });
    } finally {
      clearTimeout(late);
    }
  }
}

function payloadsOf(agencies: ReadonlySet<string>): string[] {
  const payloads: string[] = [];
  for (const id of agencies) {
    const last = payloads.at(-1);
    if (last === undefined || last.length + id.length >= PAYLOAD_BYTES) payloads.push(id);
    else payloads[payloads.length - 1] = `${last},${id}`;
  }
  return payloads;
}
