/** The service as functions: one for every operation of the OpenAPI document. */
import { OPERATIONS } from './api/operations.generated.js';
import type { OperationShapes } from './api/operations.generated.js';
import { authorisationOf } from './http/credentials.js';
import type { Credentials } from './http/credentials.js';
import { exchange } from './http/exchange.js';
import type { Line } from './http/exchange.js';
import { prepare, wireOf } from './http/request.js';
import type { OperationId } from './http/request.js';
import type { Result } from './http/result.js';
import { DEFAULT_RETRIES } from './http/retry.js';
import type { RetryRules } from './http/retry.js';
import { thisMachine } from './http/surroundings.js';
import type { Surroundings } from './http/surroundings.js';

export interface ClientOptions {
  /** Origin of the service, such as `https://lienthong.example.gov.vn`. */
  readonly baseUrl: string;
  readonly credentials?: Credentials;
  readonly retries?: Partial<RetryRules>;
  /** For specs, and for runtimes with a fetch of their own. */
  readonly surroundings?: Partial<Surroundings>;
}

/** How one call differs from the others. */
export interface CallOptions {
  /** Stops waiting; an act may have been done all the same. */
  readonly signal?: AbortSignal;
  readonly retries?: Partial<RetryRules>;
}

type Arguments<Id extends OperationId> = OperationShapes[Id]['args'];
type Answer<Id extends OperationId> = Promise<Result<OperationShapes[Id]['value']>>;
/** Arguments that are all optional may be left out together. */
type Method<Id extends OperationId> =
  Record<never, never> extends Arguments<Id>
    ? (args?: Arguments<Id>, how?: CallOptions) => Answer<Id>
    : (args: Arguments<Id>, how?: CallOptions) => Answer<Id>;

export type Client = { readonly [Id in OperationId]: Method<Id> };

/**
 * A client of one caller. Each function sends its request until it is answered: acts carry one idempotency key through all
 * attempts, 429 and 503 are waited for as the service asks, and what cannot be reached in time comes back as a problem.
 */
export function createClient({
  baseUrl,
  credentials = { kind: 'none' },
  retries,
  surroundings,
}: ClientOptions): Client {
  const around = { ...thisMachine, ...surroundings };
  const origin = baseUrl.replace(/\/+$/, '');
  const line: Line = {
    baseUrl: origin,
    around,
    authorisation: authorisationOf(credentials, origin, around),
    credentials: credentials.kind,
  };
  const method =
    (id: OperationId) =>
    (args: Readonly<Record<string, unknown>> = {}, how: CallOptions = {}): Promise<Result<unknown>> => {
      const wire = wireOf(id);
      return exchange(line, {
        request: prepare(wire, args, around.newId),
        open: wire.open,
        rules: { ...DEFAULT_RETRIES, ...retries, ...how.retries },
        signal: how.signal,
      });
    };
  const ids = Object.keys(OPERATIONS) as OperationId[];
  // Each id gets the function of its own shape: the table and the shapes are made together.
  return Object.fromEntries(ids.map((id) => [id, method(id)])) as unknown as Client;
}
