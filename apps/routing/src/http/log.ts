/** One line of JSON per notable thing, to standard error. Ids, codes and durations only: never a body, a name or a token (law 11). */
export function logLine(
  level: 'info' | 'warn' | 'error',
  event: string,
  facts: Readonly<Record<string, string | number | boolean | null>>,
): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`);
}

/** A fault with its stack. The message of a database error may quote values, so only its code and constraint are kept. */
export function logFault(requestId: string, error: unknown): void {
  const known = error instanceof Error ? error : new Error('unknown');
  const sqlState = 'code' in known && typeof known.code === 'string' ? known.code : null;
  logLine('error', 'fault', {
    requestId,
    name: known.name,
    message: sqlState === null ? known.message : `database ${sqlState}`,
    stack: (known.stack ?? '').split('\n').slice(1, 6).join(' | '),
  });
}
