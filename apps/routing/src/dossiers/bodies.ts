/** Bodies of the acts: a command of the domain with the private part beside it, which is split off before anything else sees it. */
import { commandSchema } from '@lien-thong/domain';
import type { Command } from '@lien-thong/domain';
import { z } from 'zod';
import { privatePayloadSchema } from '../store/private-payload.js';
import type { PrivatePayload } from '../store/private-payload.js';

const privatePart = {
  private: privatePayloadSchema
    .optional()
    .describe('Người và lời văn: mã hóa, không vào sự kiện · persons and free text: encrypted, never part of an event'),
};

const [submit, receive, ...others] = commandSchema.options;

/** POST /v1/dossiers: a submission, or a reception of what is handed in at the counter (then with its intake). */
export const openingBodySchema = z.discriminatedUnion('type', [
  submit.extend(privatePart),
  receive.extend({ ...privatePart, intake: receive.shape.intake.unwrap() }),
]);

/** POST /v1/dossiers/{code}/commands: every act on a dossier that exists. */
export const commandBodySchema = z.discriminatedUnion('type', [
  receive.omit({ intake: true }).extend(privatePart),
  ...extended(others),
]);

/** Adds the private part to each; a tuple stays a tuple, so that the union keeps its members. */
function extended<const Options extends readonly { extend: unknown }[]>(options: Options) {
  return options.map((option) => (option as z.ZodObject).extend(privatePart)) as unknown as {
    [Index in keyof Options]: Options[Index] extends z.ZodObject<infer Shape>
      ? z.ZodObject<Shape & typeof privatePart, z.core.$strict>
      : never;
  };
}

export interface SplitBody {
  readonly command: Command;
  readonly privatePart: PrivatePayload | undefined;
}

/** The command as the domain knows it, and the persons and texts that go to the private table. */
export function split(body: z.infer<typeof openingBodySchema> | z.infer<typeof commandBodySchema>): SplitBody {
  const { private: privatePayload, ...command } = body;
  return { command: command as Command, privatePart: privatePayload };
}

export const answerSchema = z.strictObject({
  code: z.string(),
  version: z.int(),
  seq: z.int(),
  phase: z.string(),
  eventIds: z.array(z.uuid()),
  replayed: z.boolean(),
});
export type AnswerView = z.infer<typeof answerSchema>;
