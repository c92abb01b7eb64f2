import { instantFromMillis, millisOf } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import { SteppedClock } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { Statement } from './columns.js';
import { LEDGER_READS, askOnce } from './transactions.js';

const LAST_RECORDED: Statement = { name: 'last-recorded', text: 'select max(recorded_at) from dossier' };

/**
 * The demonstration's clock: it stands still until it is told to go on. It begins where the journal ends, so that a demonstration
 * started again does not fall behind its own dossiers. Throws in production, where time is not anybody's to set.
 */
export async function demoClock(
  pool: Pool,
  { start, production }: { readonly start: Instant; readonly production: boolean },
): Promise<SteppedClock> {
  if (production) throw new Error('the stepped clock of the demonstration is refused in production');
  const [row] = await askOnce(pool, LEDGER_READS, { statement: LAST_RECORDED });
  const last = row?.instantOrNull() ?? start;
  return new SteppedClock(instantFromMillis(Math.max(millisOf(start), millisOf(last))));
}
