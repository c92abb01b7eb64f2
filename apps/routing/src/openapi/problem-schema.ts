import { z } from 'zod';
import { REFUSAL_CODES } from '@lien-thong/domain';
import { HTTP_CODES } from '../http/problem-codes.js';

const fieldErrorSchema = z.strictObject({
  field: z.string().describe('JSON path with dots, or the name of a header or parameter; empty: the body as a whole'),
  reason: z.string(),
  reasonEn: z.string(),
});

/** The body of every answer that is not a success (RFC 9457). */
export const problemSchema = z
  .strictObject({
    type: z.string().describe('Where the code is explained, relative to this service'),
    title: z.string(),
    titleEn: z.string(),
    status: z.int(),
    code: z.enum([...HTTP_CODES, ...REFUSAL_CODES]),
    todo: z.string().describe('Việc cần làm · what to do about it'),
    todoEn: z.string(),
    facts: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
      .describe('What is known beyond the code: the commands allowed, the candidates, the version…'),
    errors: z.array(fieldErrorSchema),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
