/** From the arguments of an operation to what travels. */
import { OPERATIONS } from '../api/operations.generated.js';
import type { OperationShapes } from '../api/operations.generated.js';

export type OperationId = keyof OperationShapes;

export interface Wire {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  /** A POST act: it carries an idempotency key. */
  readonly keyed: boolean;
  /** Answered without credentials. */
  readonly open: boolean;
}

export interface PreparedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export function wireOf(id: OperationId): Wire {
  return OPERATIONS[id];
}

/** The same request each time it is sent: the key of an act is chosen here, once. Throws when a part of the path is missing. */
export function prepare(wire: Wire, args: Readonly<Record<string, unknown>>, newKey: () => string): PreparedRequest {
  const { idempotencyKey, ifMatch, body } = args;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (wire.keyed) headers['idempotency-key'] = typeof idempotencyKey === 'string' ? idempotencyKey : newKey();
  if (ifMatch !== undefined) headers['if-match'] = typeof ifMatch === 'number' ? `"v${ifMatch}"` : String(ifMatch);
  return {
    method: wire.method,
    url: pathOf(wire.path, args) + queryOf(wire.query, args),
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

function pathOf(path: string, args: Readonly<Record<string, unknown>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = args[name];
    if (value === undefined || value === '') throw new Error(`${path}: ${name} is missing`);
    return encodeURIComponent(String(value));
  });
}

function queryOf(names: readonly string[], args: Readonly<Record<string, unknown>>): string {
  const given = names.flatMap((name) => (args[name] === undefined ? [] : [[name, String(args[name])] as const]));
  return given.length === 0 ? '' : `?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
