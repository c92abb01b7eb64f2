import { Pool, types } from 'pg';
import { instantOfText } from './instant-text.js';

const INT8 = 20;
const TIMESTAMPTZ = 1184;

/** A count or feed number; beyond 2^53 a JavaScript number would round it, which no table here reaches. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`too large for a number: ${text}`);
  return value;
}

/** Instants as the domain writes them, whole numbers as numbers, all else as `pg` reads it. */
const READ_TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && oid === TIMESTAMPTZ) return instantOfText;
    if (format !== 'binary' && oid === INT8) return wholeNumber;
    return types.getTypeParser(oid, format);
  },
};

export interface PoolOptions {
  readonly url: string;
  readonly max: number;
  readonly name: string;
}

/**
 * Connections that take several statements at once (`pipeline`). UTC is asked for here too, so that a database set up by hand
 * cannot shift an instant.
 */
export function createPool({ url, max, name }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: name,
    options: '-c timezone=UTC',
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    types: READ_TYPES,
  });
  // Whoever waits for a statement hears of a lost connection through it; without a listener the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
