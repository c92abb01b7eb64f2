import { StoreUnavailable } from '@lien-thong/engine';
import type { Pool, PoolClient } from 'pg';
import type { Statement } from './columns.js';
import { asFault } from './faults.js';
import type { RowReader } from './raw-row.js';
import { Wire } from './wire.js';

/** How a transaction begins: what it may do, and who row-level security takes it for. All of it ends with the transaction. */
export interface Opening {
  readonly begin: Statement;
  /** Names and values of the settings, alternately. */
  readonly settings: readonly string[];
}

const READ_WRITE: Statement = { name: 'begin', text: 'begin' };
const READ_ONLY: Statement = { name: 'begin-read', text: 'begin isolation level repeatable read, read only' };

/**
 * The ledger's statements are look-ups by key and have one good plan each. A plan made while a table was empty would scan it, and
 * go on scanning it as it grows; one made anew each time costs more than the statement.
 */
const LOOK_UPS = ['enable_seqscan', 'off', 'plan_cache_mode', 'force_generic_plan'];

export const LEDGER_WRITES: Opening = { begin: READ_WRITE, settings: ['app.scope', 'ledger', ...LOOK_UPS] };
export const LEDGER_READS: Opening = { begin: READ_ONLY, settings: ['app.scope', 'ledger'] };
/** For what is asked so often that it may never be answered by a scan. */
export const LEDGER_LOOK_UPS: Opening = { begin: READ_ONLY, settings: ['app.scope', 'ledger', ...LOOK_UPS] };

/** One agency's feed: its own entries only, and the events they point at. */
export function feedReads(agencyId: string): Opening {
  return { begin: READ_ONLY, settings: ['app.scope', 'feed', 'app.agency', agencyId] };
}

/** What one agency, or a supervisor of agencies, may see. */
export function viewerReads(agencyId: string, supervises: readonly string[]): Opening {
  return { begin: READ_ONLY, settings: ['app.agency', agencyId, 'app.supervises', supervises.join(',')] };
}

/** What the applicant may see of his dossier. */
export function trackReads(dossierId: string): Opening {
  return { begin: READ_ONLY, settings: ['app.scope', 'track', 'app.dossier', dossierId] };
}

/** The same rows as `viewerReads`, where the reading itself is to be recorded. */
export function viewerWrites(agencyId: string): Opening {
  return { begin: READ_WRITE, settings: ['app.agency', agencyId] };
}

function setting(count: number): Statement {
  const calls = Array.from({ length: count }, (_, i) => `set_config($${2 * i + 1}, $${2 * i + 2}, true)`);
  return { name: `settings-${count}`, text: `select ${calls.join(', ')}` };
}

/** Sends the opening without waiting: it goes out with the first statement. A failure shows there and at the commit. */
export function open(wire: Wire, { begin, settings }: Opening): void {
  wire.send(begin).catch(() => undefined);
  wire.send(setting(settings.length / 2), settings).catch(() => undefined);
}

/**
 * Runs `work` in one transaction and commits when it resolves. Rejects with StoreUnavailable when the database cannot be reached,
 * with CommitUnknown when the commit was sent and not answered, otherwise with the reason of `work` or the server.
 */
export async function inTransaction<T>(pool: Pool, opening: Opening, work: (wire: Wire) => Promise<T>): Promise<T> {
  const client = await borrow(pool);
  const wire = new Wire(client);
  try {
    open(wire, opening);
    const result = await work(wire).catch(async (reason: unknown) => {
      await wire.rollback();
      throw reason;
    });
    await wire.commit();
    return result;
  } finally {
    client.release(wire.broken);
  }
}

/** One statement in a transaction of its own, the commit sent right behind it: one round trip. */
export async function askOnce(
  pool: Pool,
  opening: Opening,
  { statement, values = [] }: { readonly statement: Statement; readonly values?: readonly unknown[] },
): Promise<readonly RowReader[]> {
  const client = await borrow(pool);
  const wire = new Wire(client);
  try {
    open(wire, opening);
    const [rows] = await Promise.all([wire.send(statement, values), wire.commit()]);
    return rows;
  } finally {
    client.release(wire.broken);
  }
}

async function borrow(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const fault = asFault(error);
    throw fault instanceof Error ? fault : new StoreUnavailable('no connection', { cause: error });
  }
}
