/** POST /v1/commands: many acts in one request, each with its own result; one refusal never harms its neighbours. */
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DossierId } from '@lien-thong/domain';
import { z } from 'zod';
import { versionOf } from '../http/etag.js';
import { keyOf } from '../http/idempotency.js';
import { logFault } from '../http/log.js';
import { Problem, problemBody } from '../http/problem.js';
import type { FieldError, ProblemBody } from '../http/problem.js';
import { isFault, problemOfFault } from '../http/problem.filter.js';
import { fieldErrors } from '../http/validation.js';
import type { Caller } from '../identity/caller.js';
import { problemSchema } from '../openapi/problem-schema.js';
import { ActOnDossier, accepted, answerOf } from './act-on-dossier.js';
import { answerSchema, commandBodySchema, openedSchema, openingBodySchema } from './bodies.js';
import type { AnswerView, OpenedView } from './bodies.js';
import type { Call } from './call.js';
import { SubmitCommand } from './submit-command.js';

export const MAX_BATCH = 1_000;

/** Items are checked one by one, so that a wrong one does not spoil the batch. */
export const batchBodySchema = z.array(z.unknown()).min(1);

const headFields = {
  key: z.string().optional().describe('Left out, it is the key of the request with the number of the item behind it'),
  ifMatch: z.string().optional(),
};
const headSchema = z.strictObject({ dossier: z.string().max(60).optional(), ...headFields, body: z.unknown() });
const openingItemSchema = z.strictObject({ ...headFields, body: openingBodySchema });
const commandItemSchema = z.strictObject({ dossier: z.string().max(60), ...headFields, body: commandBodySchema });

/** For the document: what a batch looks like. */
export const batchSchema = z
  .array(z.union([openingItemSchema, commandItemSchema]))
  .min(1)
  .max(MAX_BATCH);

const resultSchema = z.union([
  z.strictObject({ answer: z.union([openedSchema, answerSchema]) }),
  z.strictObject({ problem: problemSchema }),
]);
export const batchResultSchema = z
  .strictObject({ results: z.array(resultSchema).readonly(), accepted: z.int(), refused: z.int() })
  .meta({ id: 'BatchResult' });

type ItemResult = { readonly answer: AnswerView | OpenedView } | { readonly problem: ProblemBody };
export interface BatchResult {
  readonly results: readonly ItemResult[];
  readonly accepted: number;
  readonly refused: number;
}

interface Item {
  readonly raw: unknown;
  readonly defaultKey: string;
}

/** Acts of one dossier build on each other: what the second would do cannot be foreseen without doing the first. */
const NO_DRY_RUN: FieldError = {
  field: 'dryRun',
  reason: 'gói lệnh không có chạy thử; hãy chạy thử từng lệnh',
  reasonEn: 'a batch has no dry run; try its acts one by one',
};

@Injectable()
export class SubmitBatch {
  constructor(
    private readonly acting: ActOnDossier,
    private readonly commands: CommandBus,
  ) {}

  /** Results in the order of the items; acts of one dossier are applied in that order too. Throws `batch-too-large`. */
  async execute({ caller, key, dryRun }: Call, items: readonly unknown[]): Promise<BatchResult> {
    if (dryRun) throw new Problem('invalid-query', {}, [NO_DRY_RUN]);
    if (items.length > MAX_BATCH) throw new Problem('batch-too-large', { maximum: MAX_BATCH });
    const called = await this.called(items);
    const results = await Promise.all(
      items.map((raw, index) => this.one(caller, { raw, defaultKey: `${key}:${index}` }, called)),
    );
    const refused = results.filter((result) => 'problem' in result).length;
    return { results, accepted: results.length - refused, refused };
  }

  /** Every code is looked up before the first act, so that no item overtakes another on the way to the ledger. */
  private async called(items: readonly unknown[]): Promise<ReadonlyMap<string, DossierId>> {
    const heads = items.map((raw) => headSchema.safeParse(raw));
    const codes = [...new Set(heads.flatMap(({ data }) => data?.dossier ?? []))];
    const found = await Promise.all(codes.map((code) => this.acting.dossierCalled(code).catch(unlessUnknown)));
    return new Map(codes.flatMap((code, index) => (found[index] ? [[code, found[index]]] : [])));
  }

  private async one(caller: Caller, item: Item, called: ReadonlyMap<string, DossierId>): Promise<ItemResult> {
    try {
      const { dossier, key, ifMatch, body } = parsed(headSchema, item.raw);
      const call = { caller, key: keyOf(key ?? item.defaultKey), ifMatch: versionOf(ifMatch) };
      if (dossier === undefined) {
        const act = this.acting.actOf(call, null, parsed(openingBodySchema, body, 'body'));
        return { answer: this.acting.opened(accepted(await this.commands.execute(new SubmitCommand(act)))) };
      }
      const command = parsed(commandBodySchema, body, 'body');
      if (call.ifMatch === null && caller.kind === 'person') throw new Problem('if-match-required');
      const dossierId = called.get(dossier);
      if (dossierId === undefined) throw new Problem('dossier-not-found');
      const act = this.acting.actOf(call, dossierId, command);
      return { answer: answerOf(accepted(await this.commands.execute(new SubmitCommand(act)))) };
    } catch (error) {
      const problem = problemOfFault(error);
      if (isFault(error, problem)) logFault(item.defaultKey, error);
      return { problem: problemBody(problem) };
    }
  }
}

function unlessUnknown(error: unknown): null {
  if (error instanceof Problem && error.code === 'dossier-not-found') return null;
  throw error;
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, parent?: string): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw new Problem('invalid-body', {}, fieldErrors(result.error.issues, parent));
  return result.data;
}
