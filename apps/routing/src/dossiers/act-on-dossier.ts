/** From an HTTP request to an `Act`, and from the ledger's outcome to an answer or a problem. */
import type { LedgerOutcome } from '@lien-thong/engine';
import { versionOf } from '../http/etag.js';
import { keyOf } from '../http/idempotency.js';
import { Problem } from '../http/problem.js';
import { problemOf } from '../http/refusal-problem.js';
import type { Caller } from '../identity/caller.js';
import { split } from './bodies.js';
import type { AnswerView, commandBodySchema, openingBodySchema } from './bodies.js';
import type { Act } from './submit-command.js';
import type { z } from 'zod';

export interface ActRequest {
  readonly caller: Caller;
  readonly code: string | null;
  readonly body: z.infer<typeof openingBodySchema> | z.infer<typeof commandBodySchema>;
  readonly key: string | undefined;
  readonly ifMatch: string | undefined;
}

/** People must say which version they saw, so that nobody overwrites what he has not read; software may (DESIGN §5). */
export function actOf({ caller, code, body, key, ifMatch }: ActRequest): Act {
  const seen = versionOf(ifMatch);
  if (code !== null && seen === null && caller.kind === 'person') throw new Problem('if-match-required');
  return { caller, code, key: keyOf(key), ifMatch: seen, ...split(body) };
}

/** The answer to an accepted act; a refusal is thrown as the problem it stands for. */
export function answerOf(outcome: LedgerOutcome): AnswerView {
  if (outcome.kind === 'refused') throw problemOf(outcome.refusal);
  const { code, version, seq, phase, eventIds, replayed } = outcome;
  return { code, version, seq, phase, eventIds: [...eventIds], replayed };
}
