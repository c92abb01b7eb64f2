import { z } from 'zod';
import { etagSchema } from '../http/etag.js';
import { idempotencyKeySchema } from '../http/idempotency.js';

const patternOf = (schema: z.ZodType): object => ({ type: 'string', pattern: z.toJSONSchema(schema).pattern });

/** Headers of requests as the document shows them. */
export const HEADERS = {
  'Idempotency-Key': {
    description:
      'Do bên gọi đặt, mỗi việc một khóa · made by the caller, one for each act (a UUID will do). The same request under the same key is answered the same again (`replayed: true`) for 90 days; another request under it is refused (key-reused). Keys are your agency’s own. Refusals are not kept: after one, the same key may be used again. A dry run keeps nothing.',
    schema: patternOf(idempotencyKeySchema),
    example: '6f1c1a52-6d0c-4d3e-9d0e-0f6f3f2f7a11',
  },
  'If-Match': {
    description:
      'ETag đã thấy · the ETag you have seen. Required from people (428 if-match-required), optional for software; a version that has passed is 412 version-stale. `*` is refused.',
    schema: patternOf(etagSchema),
    example: '"v3"',
  },
} as const;

/** Headers of answers. */
export const ANSWER_HEADERS = {
  etag: {
    description: 'Version of the dossier, for If-Match. The answer to a dry run has none.',
    required: true,
    schema: { type: 'string' },
    example: '"v3"',
  },
  location: { description: 'Address of the dossier', required: true, schema: { type: 'string' } },
} as const;
