/** Bodies of the acts: a command of the domain with the private part beside it, which is split off before anything else sees it. */
import { commandSchema, PHASES } from '@lien-thong/domain';
import type { Command, CommandType } from '@lien-thong/domain';
import { instantSchema } from '@lien-thong/domain';
import { z } from 'zod';
import { privatePayloadSchema } from '../store/private-payload.js';
import type { PrivatePayload } from '../store/private-payload.js';
import { ACT_GUIDE } from './act-guide.js';

/** Names of 2,000 documents fit. */
const MAX_RECEIPT = 200_000;

const privatePart = {
  private: privatePayloadSchema
    .meta({
      id: 'PrivatePart',
      description:
        'Người và lời văn: mã hóa, không vào sự kiện · persons and free text: encrypted, never part of an event',
    })
    .optional(),
};

/** A dossier that exists has a custody: whoever moves it may have to sign for it. */
const besideAnAct = {
  ...privatePart,
  receipt: z
    .string()
    .max(MAX_RECEIPT)
    .meta({
      id: 'SignedReceipt',
      description:
        'Biên nhận đã ký (JWS rút gọn, Ed25519), khi cơ quan có khóa riêng và việc này là giao nhận · signed receipt (compact JWS, Ed25519), where the agency has a key of its own and the act moves custody',
    })
    .optional(),
};

const [submit, receive, ...others] = commandSchema.options;

/** POST /v1/dossiers: a submission, or a reception of what is handed in at the counter (then with its intake). */
export const openingBodySchema = z
  .discriminatedUnion('type', [
    submit.extend(privatePart).meta(guideOf('submit', 'Opening')),
    receive.extend({ ...privatePart, intake: receive.shape.intake.unwrap() }).meta(guideOf('receive', 'Opening')),
  ])
  .meta({ id: 'Opening' });

/** POST /v1/dossiers/{code}/commands: every act on a dossier that exists. */
export const commandBodySchema = z
  .discriminatedUnion('type', [
    receive
      .omit({ intake: true })
      .extend(besideAnAct)
      .meta({ ...guideOf('receive', 'Command'), examples: [{ type: 'receive' }] }),
    ...extended(others),
  ])
  .meta({ id: 'Command' });

/** What the document says of an act, and under which name. */
function guideOf(type: CommandType, suffix: 'Opening' | 'Command') {
  const { vi, en, example } = ACT_GUIDE[type];
  const id = `${type.charAt(0).toUpperCase()}${type.slice(1)}${suffix}`;
  return { id, description: `${vi} · ${en}`, examples: [{ type, ...example }] };
}

/** Adds what stands beside an act to each; a tuple stays a tuple, so that the union keeps its members. */
function extended<const Options extends readonly (typeof others)[number][]>(options: Options) {
  return options.map((option) =>
    (option as z.ZodObject).extend(besideAnAct).meta(guideOf(option.shape.type.value, 'Command')),
  ) as unknown as {
    [Index in keyof Options]: Options[Index] extends z.ZodObject<infer Shape>
      ? z.ZodObject<Shape & typeof besideAnAct, z.core.$strict>
      : never;
  };
}

export type ActBody = z.infer<typeof openingBodySchema> | z.infer<typeof commandBodySchema>;

export interface SplitBody {
  readonly command: Command;
  readonly privatePart: PrivatePayload | undefined;
  /** Compact JWS; checked before the ledger is asked. */
  readonly receipt: string | undefined;
}

/** The command as the domain knows it, and the persons and texts that go to the private table. */
export function split(body: ActBody): SplitBody {
  const { private: privatePart, receipt, ...command } = { receipt: undefined, ...body };
  return { command, privatePart, receipt };
}

const answerFields = {
  code: z
    .string()
    .describe('Mã hồ sơ; được đổi một lần khi hồ sơ mang mã tạm · changes once, where it was provisional'),
  version: z
    .int()
    .describe('Số hành vi của các bên; ETag là "v<version>" · acts of parties so far; the ETag is "v<version>"'),
  seq: z.int().describe('Number of the last event in the journal of the dossier'),
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
