import type { Pool } from 'pg';
import type { Read, Viewer } from './read-as.js';
import { inTransaction, viewerReads } from './transactions.js';
import type { Opening } from './transactions.js';

/**
 * Reads with the caller's eyes, as `readAs` does, where thousands of dossiers are gone through: row-level security shows the same rows,
 * by a policy the planner can see into. Each statement is planned for its values: a plan made for nobody goes through lists of one row.
 */
export function readInLists<T>(pool: Pool, viewer: Viewer, work: (read: Read) => Promise<T>): Promise<T> {
  return inTransaction(pool, listReads(viewer), (wire) => work((statement, values) => wire.select(statement, values)));
}

function listReads({ agencyId, supervises }: Viewer): Opening {
  const { begin, settings } = viewerReads(agencyId, supervises);
  return { begin, settings: [...settings, 'app.scope', 'list', 'plan_cache_mode', 'force_custom_plan'] };
}
