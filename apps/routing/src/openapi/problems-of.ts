import type { ProblemCode } from '../http/problem-codes.js';
import { ROLES } from '../identity/caller.js';
import type { Route } from './routes-of.js';

const OF_A_BODY: readonly ProblemCode[] = [
  'malformed-json',
  'invalid-body',
  'forbidden-characters',
  'body-too-deep',
  'body-too-large',
  'unsupported-media-type',
];

/** Problems an operation may answer with: its own, and those that follow from its shape. Sorted, each once. */
export function problemsOf({ access, facts, body, query, params }: Route): readonly ProblemCode[] {
  const codes: ProblemCode[] = [...(facts.problems ?? [])];
  if ('public' in access) {
    if (access.unlimited !== true) codes.push('rate-limited');
  } else {
    codes.push('unauthenticated', 'rate-limited');
    if (access.roles.length < ROLES.length) codes.push('forbidden');
  }
  if (body !== null) codes.push(...OF_A_BODY);
  if (query !== null || params.size > 0) codes.push('invalid-query', 'forbidden-characters');
  if (facts.headers?.['Idempotency-Key'] === 'required')
    codes.push('idempotency-key-required', 'idempotency-key-invalid');
  if (facts.headers?.['If-Match'] !== undefined) codes.push('if-match-invalid', 'if-match-required', 'version-stale');
  return [...new Set(codes)].sort();
}
