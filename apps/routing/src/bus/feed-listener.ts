import { setTimeout as sleep } from 'node:timers/promises';
import type { AgencyId } from '@lien-thong/domain';
import { Client } from 'pg';
import { FEED_CHANNEL } from './postgres-bus.js';

const CONNECT_WITHIN_MS = 5_000;
/** A line that went dead without a word is found out by this question. */
const ALIVE_EVERY_MS = 10_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

export interface FeedNotices {
  readonly onNotice: (agencies: readonly AgencyId[]) => void;
  /** Listening (again): notices of the time before were missed. */
  readonly onListening: () => void;
}

/** Hears which agencies have something new, on a connection of its own that is made again for ever. */
export class FeedListener {
  private readonly closing = new AbortController();
  private readonly running: Promise<void>;
  private client: Client | null = null;

  constructor(
    private readonly url: string,
    private readonly notices: FeedNotices,
  ) {
    this.running = this.run();
  }

  get listening(): boolean {
    return this.client !== null;
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    for (let failures = 0; !signal.aborted; failures++) {
      // Whoever waits for a notice is served by the fallback meanwhile, so a lost line is nobody's fault to report.
      if (await this.listen().catch(() => false)) failures = 0;
      const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
      await sleep(full / 2 + Math.random() * (full / 2), undefined, { signal }).catch(() => undefined);
    }
  }

  /** Listens until the line is lost or the listener closed; true when it had listened at all. */
  private async listen(): Promise<boolean> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'lien-thong-feed',
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      query_timeout: CONNECT_WITHIN_MS,
      keepAlive: true,
    });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
      this.closing.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('notification', ({ payload }) => this.notices.onNotice((payload ?? '').split(',') as AgencyId[]));
    try {
      await client.connect();
      await client.query(`listen ${FEED_CHANNEL}`);
      this.client = client;
      this.notices.onListening();
      await this.watch(client, lost);
      return true;
    } finally {
      this.client = null;
      await client.end().catch(() => undefined);
    }
  }

  private async watch(client: Client, lost: Promise<void>): Promise<void> {
    const over = new AbortController();
    const ended = lost.then(() => 'lost' as const);
    for (;;) {
      const pause = sleep(ALIVE_EVERY_MS, 'ask' as const, { signal: over.signal }).catch(() => 'lost' as const);
      if ((await Promise.race([ended, pause])) === 'lost') {
        over.abort();
        return;
      }
      await client.query('select 1');
    }
  }
}
