/** A database with a ledger and as many sweeping replicas as a spec wants, each with connections of its own, on a clock it is given. */
import { instantSchema, minuteOf } from '@lien-thong/domain';
import type { DossierId, Instant } from '@lien-thong/domain';
import { IndexedReference, Ledger, Sweep, verifyAll } from '@lien-thong/engine';
import type { ClockPort, LedgerPorts, Reference, ReferenceData } from '@lien-thong/engine';
import { Client } from 'pg';
import type { Pool } from 'pg';
import { openingBodySchema, split } from '../src/dossiers/bodies.js';
import { envelopeOf } from '../src/dossiers/submit-command.js';
import type { Caller } from '../src/identity/caller.js';
import { loadReference } from '../src/reference/load-reference.js';
import { createPool } from '../src/store/pools.js';
import { PostgresStore } from '../src/store/postgres-store.js';
import { uuid7Ids } from '../src/store/uuid7.js';
import { createTestDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { HAI_AN, reception } from './dossier-steps.js';
import { testKeyRing } from './key-ring.js';

/** One rung in the journal. */
export interface Fired {
  readonly dossierId: DossierId;
  /** `legal 1 50`, `transfer 1 breach`: clock, epoch, rung. */
  readonly rung: string;
  readonly rungAt: Instant;
  readonly recordedAt: Instant;
}

const FIRED = `select dossier_id as "dossierId", concat_ws(' ', data->>'clockId', data->>'epoch', coalesce(data->>'percent', 'breach')) as rung,
    (data->>'rungAt')::timestamptz as "rungAt", recorded_at as "recordedAt"
  from event where type in ('dossier.clockWarned.v1', 'dossier.clockBreached.v1') order by dossier_id, seq`;
const GAPS = 'select agency_id from feed group by agency_id having max(n) <> count(*)';
const LANES = 2;

/** `2026-11-17 14:01`, in Viet Nam. */
export const local = (time: string): Instant => instantSchema.parse(`${time.replace(' ', 'T')}:00+07:00`);

export class SweptOffice {
  private readonly pools: Pool[] = [];
  private received = 0;
  /** Of all replicas, unless one is given its own: to index a country takes a second. */
  private readonly reference: Reference;

  private constructor(
    readonly database: TestDatabase,
    readonly superuser: Client,
    readonly data: ReferenceData,
  ) {
    this.reference = new IndexedReference(data);
  }

  static async open(): Promise<SweptOffice> {
    const database = await createTestDatabase({ seeded: true });
    const superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    const pool = createPool({ url: database.appUrl, max: 1, name: 'spec-reference' });
    const data = await loadReference(pool);
    await pool.end();
    return new SweptOffice(database, superuser, data);
  }

  async close(): Promise<void> {
    await Promise.all([this.superuser.end(), ...this.pools.map((pool) => pool.end())]);
    await this.database.drop();
  }

  pool(max = LANES + 1): Pool {
    const pool = createPool({ url: this.database.appUrl, max, name: 'spec-replica' });
    this.pools.push(pool);
    return pool;
  }

  /** A process of its own, as far as the database can tell. */
  replica(clock: ClockPort, reference = this.reference): LedgerPorts & { sweep: Sweep } {
    const store = new PostgresStore(this.pool(), testKeyRing());
    const ports = {
      store,
      clock,
      reference,
      ids: uuid7Ids,
      codeOwner: 'competent',
      onCommitted: () => undefined,
    } as const;
    return { ...ports, sweep: new Sweep(ports, LANES) };
  }

  /** Hải An receives as many requests, all now. */
  async receive(ports: LedgerPorts, count: number): Promise<readonly DossierId[]> {
    const ledger = new Ledger(ports);
    const caller: Caller = {
      ...{ kind: 'software', id: 'spec', agencyId: HAI_AN as Caller['agencyId'], officerId: null },
      ...{ supervises: [], roles: new Set(['clerk'] as const) },
    };
    const outcomes = Array.from({ length: count }, () => {
      const act = { caller, dossierId: null, key: `spec-${(this.received += 1)}`, ifMatch: null };
      return ledger.submit(envelopeOf({ ...act, ...split(openingBodySchema.parse(reception())) }));
    });
    const ids: DossierId[] = [];
    for (const outcome of await Promise.all(outcomes)) {
      if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
      ids.push(outcome.dossierId);
    }
    await ledger.drain();
    return ids;
  }

  async fired(): Promise<readonly Fired[]> {
    const { rows } = await this.superuser.query<{ [K in keyof Fired]: string | Date }>(FIRED);
    return rows.map((row) => ({
      dossierId: String(row.dossierId) as DossierId,
      rung: String(row.rung),
      rungAt: instantSchema.parse((row.rungAt as Date).toISOString()),
      recordedAt: instantSchema.parse((row.recordedAt as Date).toISOString()),
    }));
  }

  /** Everything that does not agree: rows with journals, chains, numbers of feeds. Empty when all is well. */
  async findings(reference = this.reference): Promise<readonly unknown[]> {
    const store = new PostgresStore(this.pool(), testKeyRing());
    const { findings } = await verifyAll(store, reference, () => undefined);
    const { rows: gaps } = await this.superuser.query(GAPS);
    return [...findings, ...gaps];
  }

  async dueBy(instant: Instant): Promise<number> {
    const text = 'select count(*)::int as due from clock where fires_at <= $1';
    const { rows } = await this.superuser.query<{ due: number }>(text, [minuteOf(instant)]);
    return rows[0]?.due ?? 0;
  }
}

/** How often the rung that stands most often in one journal stands there: twice would be once too often. */
export function mostOften(fired: readonly Fired[]): number {
  const counts = new Map<string, number>();
  for (const { dossierId, rung } of fired)
    counts.set(`${dossierId} ${rung}`, (counts.get(`${dossierId} ${rung}`) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
