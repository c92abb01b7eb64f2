import { types } from 'node:util';
import { StoreUnavailable } from '@lien-thong/engine';
import { DatabaseError } from 'pg';

/** Classes of SQLSTATE that speak of the connection or the server, not of what was asked: 08, 53 (resources), 57P (shutdown). */
const OF_THE_SERVER = /^(08|53|57P)/;
const LOST = /^(E[A-Z]+|UND_ERR.*)$/;
/** What `pg` says, without a code, when a connection ends under a query or cannot be had. */
const LOST_WORDS =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable|server closed/i;

/** True when the server went away or could not be reached, so that nobody's command is at fault. */
export function isOutage(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof DatabaseError) return OF_THE_SERVER.test(code);
  return LOST.test(code) || LOST_WORDS.test(error.message);
}

/** An outage as the port names it; any other error as it is. */
export function asFault(error: unknown): unknown {
  return isOutage(error) ? new StoreUnavailable('the database cannot be reached', { cause: error }) : error;
}

/** What PostgreSQL calls the check of a policy on a row that is written; its message is in the language of the server. */
const POLICY_CHECK = 'ExecWithCheckOptions';

/** True when row-level security refused a row: an event whose actor is not party, a note of a reading that is not allowed. */
export function isRefusedByPolicy(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '42501' && error.routine === POLICY_CHECK;
}

/** True when the server itself reported the error: it then has rolled the transaction back, or will. */
export function isAnswer(error: unknown): boolean {
  return error instanceof DatabaseError && !isOutage(error);
}
