/** Bodies of the acts: a command of the domain with the private part beside it, which is split off before anything else sees it. */
import { commandSchema, PHASES } from '@lien-thong/domain';
import type { Command } from '@lien-thong/domain';
import { instantSchema } from '@lien-thong/domain';
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
export const openingBodySchema = z
  .discriminatedUnion('type', [
    submit.extend(privatePart),
    receive.extend({ ...privatePart, intake: receive.shape.intake.unwrap() }),
  ])
  .meta({ id: 'Opening' });

/** POST /v1/dossiers/{code}/commands: every act on a dossier that exists. */
export const commandBodySchema = z
  .discriminatedUnion('type', [receive.omit({ intake: true }).extend(privatePart), ...extended(others)])
  .meta({ id: 'Command' });

/** Adds the private part to each; a tuple stays a tuple, so that the union keeps its members. */
function extended<const Options extends readonly z.ZodObject[]>(options: Options) {
  return options.map((option) => option.extend(privatePart)) as unknown as {
    [Index in keyof Options]: Options[Index] extends z.ZodObject<infer Shape>
      ? z.ZodObject<Shape & typeof privatePart, z.core.$strict>
      : never;
  };
}

export type ActBody = z.infer<typeof openingBodySchema> | z.infer<typeof commandBodySchema>;

export interface SplitBody {
  readonly command: Command;
  readonly privatePart: PrivatePayload | undefined;
}

/** The command as the domain knows it, and the persons and texts that go to the private table. */
export function split({ private: privatePayload, ...command }: ActBody): SplitBody {
  return { command, privatePart: privatePayload };
}

const answerFields = {
  code: z.string(),
  version: z.int(),
  seq: z.int(),
  phase: z.enum(PHASES),
  eventIds: z.array(z.uuid()).readonly(),
  replayed: z.boolean().describe('Đã trả lời trước đó · answered before under this key, and answered the same again'),
};

/** The answer to an act. */
export const answerSchema = z.strictObject(answerFields).meta({ id: 'Answer' });
/** The answer to the act that opened a dossier. */
export const openedSchema = z
  .strictObject({
    ...answerFields,
    trackingSecret: z
      .string()
      .describe('In trên giấy tiếp nhận, để tra cứu · printed on the receipt; opens /track/{code} with ?k='),
  })
  .meta({ id: 'Opened' });
/** The answer to a dry run. */
export const foreseenSchema = z
  .strictObject({
    dryRun: z.literal(true),
    phase: z.enum(PHASES),
    facts: z.array(
      z.strictObject({ type: z.string(), occurredAt: instantSchema, phase: z.enum(PHASES), data: z.looseObject({}) }),
    ),
  })
  .meta({ id: 'Foreseen' });

export type AnswerView = z.infer<typeof answerSchema>;
export type OpenedView = z.infer<typeof openedSchema>;
export type ForeseenView = z.infer<typeof foreseenSchema>;
