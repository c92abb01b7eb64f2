/** An office of many dossiers whose service runs in processes of its own, for specs that kill one half-way through a long run. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { verifyAll } from '@lien-thong/engine';
import type { OpenApiDocument } from '../src/openapi/document.js';
import { LiveReference } from '../src/reference/live-reference.js';
import { loadReference } from '../src/reference/load-reference.js';
import { createPool } from '../src/store/pools.js';
import { PostgresStore } from '../src/store/postgres-store.js';
import { createTestDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { reception } from './dossier-steps.js';
import { HttpCaller } from './http-caller.js';
import { Identities } from './identities.js';
import { testKeyRing } from './key-ring.js';
import { OpenApiJudge } from './openapi-judge.js';
import { startServer } from './server-process.js';
import type { ServerProcess } from './server-process.js';

const OF_ONE_REQUEST = 500;
const GAPS = `select count(*) from (select agency_id, max(n) - count(*) as gap from feed group by agency_id) g where gap <> 0`;
const DOCUMENT = new URL('../openapi.json', import.meta.url);

export class KilledOffice {
  private readonly judge = new OpenApiJudge(JSON.parse(readFileSync(DOCUMENT, 'utf8')) as OpenApiDocument);
  private readonly servers: ServerProcess[] = [];
  private readonly keys = new Map<string, string>();

  private constructor(
    private readonly database: TestDatabase,
    readonly identities: Identities,
    /** Where each process begins its day (RFC 3339). */
    private readonly begins: string,
  ) {}

  static async open(begins: string): Promise<KilledOffice> {
    const database = await createTestDatabase({ seeded: true });
    return new KilledOffice(database, await Identities.open(database), begins);
  }

  /** Another process of the service, over the same database. */
  async start(): Promise<ServerProcess> {
    const { database, begins } = this;
    const server = await startServer({ database, env: { LIENTHONG_DEMO_START: begins } });
    this.servers.push(server);
    return server;
  }

  async kill({ process }: ServerProcess): Promise<void> {
    process.kill('SIGKILL');
    await once(process, 'exit');
  }

  /** The software of an agency, speaking to one of the processes. */
  async caller({ url }: ServerProcess, agency: string, role: string): Promise<HttpCaller> {
    const name = `${agency} ${role}`;
    const key = this.keys.get(name) ?? (await this.identities.key(agency, [role]));
    this.keys.set(name, key);
    return new HttpCaller(url, this.judge, { authorization: `Bearer ${key}` });
  }

  /** Hands in as many dossiers. */
  async receive(clerk: HttpCaller, count: number, more: object = {}): Promise<void> {
    for (let sent = 0; sent < count; sent += OF_ONE_REQUEST) {
      const batch = Array.from({ length: Math.min(OF_ONE_REQUEST, count - sent) }, () => ({ body: reception(more) }));
      const { body } = await clerk.post('/v1/commands', batch);
      expect(body).toMatchObject({ accepted: batch.length, refused: 0 });
    }
  }

  /** A count, as the ledger sees it. */
  async counted(text: string): Promise<number> {
    await this.identities.run(`select set_config('app.scope', 'ledger', false)`);
    const [row] = await this.identities.run(text);
    return Number(row?.['count']);
  }

  /** How many dossiers have more than one fact of a type. */
  twice(type: string): Promise<number> {
    return this.counted(`select count(*) from (select dossier_id from event where type = '${type}'
      group by dossier_id having count(*) > 1) twice`);
  }

  /** Every journal folded again agrees with its rows, and no feed has a gap. Resolves with the number of dossiers. */
  async verified(): Promise<number> {
    expect(await this.counted(GAPS)).toBe(0);
    const pool = createPool({ url: this.database.appUrl, max: 2, name: 'spec' });
    try {
      const reference = new LiveReference(await loadReference(pool));
      const store = new PostgresStore(pool, testKeyRing());
      const { findings, dossiers } = await verifyAll(store, reference, () => undefined);
      expect(findings).toEqual([]);
      return dossiers;
    } finally {
      await pool.end();
    }
  }

  async close(): Promise<void> {
    for (const { process } of this.servers) process.kill('SIGKILL');
    await this.identities.close();
    await this.database.drop();
  }
}
