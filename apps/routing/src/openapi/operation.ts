/** What a route tells strangers about itself; the OpenAPI document is made of it, and a spec refuses a route without it. */
import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';
import type { ProblemCode } from '../http/problem-codes.js';

export const OPERATION = 'lien-thong:operation';

/** One kind of success: its body as a schema (or as text of the media type `orAs`, for whoever asks for that), as text only, or none. */
export type AnswerBody =
  | { readonly schema: z.ZodType; readonly headers?: readonly ('etag' | 'location')[]; readonly orAs?: string }
  | { readonly mediaType: string }
  | { readonly none: true };

export interface OperationFacts {
  /** Unique over the whole API, in camel case; client code is named after it. */
  readonly id: string;
  /** Vietnamese first, English beside it. */
  readonly summary: string;
  readonly summaryEn: string;
  /** What a stranger must know beyond the summary, in English. */
  readonly notes?: string;
  readonly tag:
    | 'dossiers'
    | 'alerts'
    | 'reports'
    | 'custody'
    | 'directory'
    | 'procedures'
    | 'calendars'
    | 'outages'
    | 'feed'
    | 'track'
    | 'identity'
    | 'operation'
    | 'demo';
  readonly answers: Readonly<Record<number, AnswerBody>>;
  /**
   * Problems of this very operation. Those that follow from its shape come by themselves: of the credentials (401, 403), of a body
   * (400, 413, 415), of a query (400) and of the rate limit (429).
   */
  readonly problems?: readonly ProblemCode[];
  /** Media type of a text that says no instead, for whoever asks for that. */
  readonly problemsOrAs?: string;
  /** Headers it reads. */
  readonly headers?: Readonly<Partial<Record<'Idempotency-Key' | 'If-Match', 'required' | 'optional'>>>;
  /** Media types of the body where it is not application/json alone. */
  readonly bodyTypes?: readonly string[];
  /** What the body looks like, where the handler itself checks it more loosely (a batch: item by item). */
  readonly body?: z.ZodType;
  /** The query, where the handler takes it with the rest of the request. */
  readonly query?: z.ZodType;
  /** A request that works as printed, in the demonstration after a start from nothing, in the order of the document. */
  readonly example?: {
    readonly as?: string;
    readonly path?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly status: number;
  };
}

export const Operation = (facts: OperationFacts): MethodDecorator => SetMetadata(OPERATION, facts);
