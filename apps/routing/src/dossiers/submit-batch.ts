/** POST /v1/commands: many acts in one request, each with its own result; one refusal never harms its neighbours. */
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { fieldErrors } from '../http/validation.js';
import { Problem, problemBody } from '../http/problem.js';
import type { ProblemBody } from '../http/problem.js';
import { problemOfFault } from '../http/problem.filter.js';
import type { Caller } from '../identity/caller.js';
import { actOf, answerOf } from './act-on-dossier.js';
import { answerSchema, commandBodySchema, openingBodySchema } from './bodies.js';
import type { AnswerView } from './bodies.js';
import { SubmitCommand } from './submit-command.js';

export const MAX_BATCH = 1_000;

/** Items are checked one by one, so that a wrong one does not spoil the batch. */
export const batchBodySchema = z.array(z.unknown()).min(1);

const itemHead = z.looseObject({
  /** Left out for an act that opens a dossier. */
  dossier: z.string().max(60).optional(),
  /** Left out, it is the key of the request with the item's number behind it. */
  key: z.string().optional(),
  ifMatch: z.string().optional(),
  body: z.unknown(),
});
const item = (body: z.ZodType) => z.strictObject({ ...itemHead.shape, body });

/** For the document: what an item looks like. */
export const batchItemSchema = z.union([
  item(openingBodySchema).omit({ dossier: true }),
  item(commandBodySchema).required({ dossier: true }),
]);

export const batchResultSchema = z.strictObject({
  results: z.array(z.union([z.strictObject({ answer: answerSchema }), z.strictObject({ problem: z.looseObject({}) })])),
  accepted: z.int(),
  refused: z.int(),
});
export type BatchItemResult = { readonly answer: AnswerView } | { readonly problem: ProblemBody };

@Injectable()
export class SubmitBatch {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  /** Results in the order of the items. Acts of one dossier are applied in that order too. Throws `batch-too-large`. */
  async execute(caller: Caller, items: readonly unknown[], key: string): Promise<z.infer<typeof batchResultSchema>> {
    if (items.length > MAX_BATCH) throw new Problem('batch-too-large', { maximum: MAX_BATCH });
    const results = await Promise.all(items.map((one, index) => this.one(caller, one, `${key}:${index}`)));
    const accepted = results.filter((result) => 'answer' in result).length;
    return { results: results as z.infer<typeof batchResultSchema>['results'], accepted, refused: results.length - accepted };
  }

  private async one(caller: Caller, raw: unknown, defaultKey: string): Promise<BatchItemResult> {
    try {
      const { dossier, key, ifMatch, body } = parsed(itemHead.strict(), raw);
      const code = dossier ?? null;
      const act = actOf({
        caller,
        code,
        body: code === null ? parsed(openingBodySchema, body) : parsed(commandBodySchema, body),
        key: key ?? defaultKey,
        ifMatch,
      });
      return { answer: answerOf(await this.commands.execute(new SubmitCommand(act))) };
    } catch (error) {
      return { problem: problemBody(problemOfFault(error)) };
    }
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw new Problem('invalid-body', {}, fieldErrors(result.error.issues));
  return result.data;
}
