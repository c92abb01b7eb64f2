/** POST /v1/commands: many acts in one request, each with its own result; one refusal never harms its neighbours. */
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DossierId } from '@lien-thong/domain';
import { z } from 'zod';
import { etagSchema, versionOf } from '../http/etag.js';
import { idempotencyKeySchema, keyOf, keyOfItem } from '../http/idempotency.js';
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
import type { Act } from './submit-command.js';

export const MAX_BATCH = 1_000;

/** Items are checked one by one, so that a wrong one does not spoil the batch. */
export const batchBodySchema = z.array(z.unknown()).min(1);

const headFields = {
  key: z.string().optional(),
  ifMatch: z.string().optional(),
};
const headSchema = z.strictObject({ dossier: z.string().max(60).optional(), ...headFields, body: z.unknown() });

const shownFields = {
  key: idempotencyKeySchema
    .optional()
    .describe(
      'Left out, it follows from the key of the request and the number of the item: repeat the batch as it was',
    ),
  ifMatch: etagSchema.optional().describe('As the header If-Match'),
};
const openingItemSchema = z.strictObject({ ...shownFields, body: openingBodySchema });
const commandItemSchema = z.strictObject({
  dossier: z.string().max(60).describe('Mã hồ sơ · the code of the dossier; left out, the item opens one'),
  ...shownFields,
  body: commandBodySchema,
});

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

type Prepared = { readonly item: Item; readonly act: Act } | { readonly problem: ProblemBody };

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
    const called = await this.called(caller, items);
    // Everything that is asked before the ledger is asked of all items first: none overtakes another on the way to it.
    const prepared = await Promise.all(
      items.map((raw, index) => this.prepare(caller, { raw, defaultKey: keyOfItem(key, index) }, called)),
    );
    const results = await Promise.all(prepared.map((each) => ('problem' in each ? each : this.submit(each))));
    const refused = results.filter((result) => 'problem' in result).length;
    return { results, accepted: results.length - refused, refused };
  }

  /** Every code is looked up before the first act, so that no item overtakes another on the way to the ledger. */
  private async called(caller: Caller, items: readonly unknown[]): Promise<ReadonlyMap<string, DossierId>> {
    const heads = items.map((raw) => headSchema.safeParse(raw));
    const codes = [...new Set(heads.flatMap(({ data }) => data?.dossier ?? []))];
    const found = await Promise.all(codes.map((code) => this.acting.dossierCalled(caller, code).catch(unlessUnknown)));
    return new Map(codes.flatMap((code, index) => (found[index] ? [[code, found[index]]] : [])));
  }

  private async prepare(caller: Caller, item: Item, called: ReadonlyMap<string, DossierId>): Promise<Prepared> {
    try {
      const { dossier, key, ifMatch, body } = parsed(headSchema, item.raw);
      const call = { caller, key: keyOf(key ?? item.defaultKey, 'key'), ifMatch: versionOf(ifMatch, 'ifMatch') };
      if (dossier === undefined) {
        return { item, act: this.acting.actOf(call, null, parsed(openingBodySchema, body, 'body')) };
      }
      const command = parsed(commandBodySchema, body, 'body');
      if (call.ifMatch === null && caller.kind === 'person') throw new Problem('if-match-required');
      const dossierId = called.get(dossier);
      if (dossierId === undefined) throw new Problem('dossier-not-found');
      return { item, act: await this.acting.withCustody(this.acting.actOf(call, dossierId, command)) };
    } catch (error) {
      return problemWith(item, error);
    }
  }

  private async submit({ item, act }: { readonly item: Item; readonly act: Act }): Promise<ItemResult> {
    try {
      const outcome = accepted(await this.commands.execute(new SubmitCommand(act)));
      return { answer: act.dossierId === null ? this.acting.opened(outcome) : answerOf(outcome) };
    } catch (error) {
      return problemWith(item, error);
    }
  }
}

function problemWith({ defaultKey }: Item, error: unknown): { readonly problem: ProblemBody } {
  const problem = problemOfFault(error);
  if (isFault(error, problem)) logFault(defaultKey, error);
  return { problem: problemBody(problem) };
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
