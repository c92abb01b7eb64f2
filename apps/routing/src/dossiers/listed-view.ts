/** One line of the list of dossiers, and what may be asked of the list. */
import { PHASES, instantSchema, partiesOf, procedureCodeSchema, risks } from '@lien-thong/domain';
import type { Directory, DossierFile, Instant, Rules } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRef, agencyRefSchema } from '../directory/agency-ref.js';
import { cursorSchema } from '../http/cursor.js';
import type { Caller } from '../identity/caller.js';
import { clockView, clockViewSchema } from './clock-view.js';
import { phaseName, phaseNameSchema } from './phase-names.js';
import { riskSchema, riskView } from './risk-view.js';

const yesOrNo = z.enum(['true', 'false']);

const phasesSchema = z
  .string()
  .regex(/^[a-zA-Z]+(,[a-zA-Z]+)*$/)
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(PHASES)));

/** What lists of dossiers are searched for. */
export const searchedSchema = z
  .string()
  .max(120)
  .optional()
  .describe(
    'Họ tên không cần dấu, số định danh, số điện thoại hoặc mã hồ sơ · a name without accents, a number or a code',
  );

export const listQuerySchema = z.strictObject({
  phase: phasesSchema
    .optional()
    .describe('Một hoặc nhiều trạng thái, cách nhau bằng dấu phẩy · one or more, with commas'),
  state: z.enum(['open', 'ended']).optional(),
  holder: z.string().max(64).optional().describe('Mã cơ quan đang giữ, hoặc me · id of the agency with custody, or me'),
  procedure: procedureCodeSchema.optional(),
  overdue: yesOrNo.optional(),
  dueBefore: instantSchema.optional().describe('Only running legal clocks that are due before'),
  q: searchedSchema,
  sort: z
    .enum(['due', 'received'])
    .default('due')
    .describe('due: đến hạn sớm nhất trước; hồ sơ tạm dừng ở cuối · the least time left first; resting clocks last'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursorSchema,
});
export type Asked = z.infer<typeof listQuerySchema>;

export const listedSchema = z.strictObject({
  code: z.string(),
  version: z.int(),
  ...phaseNameSchema,
  procedure: z.strictObject({ code: z.string(), name: z.string(), nameEn: z.string(), illustration: z.boolean() }),
  receivingAgency: agencyRefSchema,
  competentAgency: agencyRefSchema.nullable(),
  holder: agencyRefSchema,
  roles: z
    .array(z.enum(['receiving', 'competent', 'addressed', 'consulted']))
    .describe('What the caller’s agency is to it'),
  receivedAt: instantSchema.nullable(),
  promise: z.strictObject({ at: instantSchema, estimate: z.boolean(), provisional: z.boolean() }).nullable(),
  legal: clockViewSchema.nullable().describe('The legal clock; null before it starts, and for who is only consulted'),
  risks: z.array(riskSchema),
});

export const listSchema = z
  .strictObject({
    at: instantSchema,
    dossiers: z.array(listedSchema),
    next: z.string().nullable(),
    counts: z
      .strictObject({ total: z.int(), overdue: z.int(), byPhase: z.partialRecord(z.enum(PHASES), z.int()) })
      .describe('Of all that fits the filters, not of the page'),
  })
  .meta({ id: 'DossierList' });
export type ListView = z.infer<typeof listSchema>;

interface Beside {
  readonly at: Instant;
  readonly directory: Directory;
  readonly caller: Caller;
  readonly systemsDown: readonly string[];
}

export function listedView(
  file: DossierFile,
  rules: Rules,
  { at, directory, caller, systemsDown }: Beside,
): ListView['dossiers'][number] {
  const { dossier, clocks } = file;
  const { code, version, pin, competentAgency, receivedAt, promise } = dossier;
  const { name, nameEn, illustration } = rules.procedure;
  const legal = clocks.find(({ id }) => id === 'legal');
  const roles = partiesOf(dossier).filter(({ agencyId }) => agencyId === caller.agencyId);
  return {
    ...{ code, version, receivedAt, promise },
    ...phaseName(dossier.phase),
    procedure: { code: pin.procedureCode, name, nameEn, illustration: illustration !== null },
    receivingAgency: agencyRef(directory, pin.receivingAgency),
    competentAgency: competentAgency === null ? null : agencyRef(directory, competentAgency),
    holder: agencyRef(directory, dossier.holder),
    roles: roles.map(({ role }) => role),
    legal: legal === undefined ? null : clockView(legal, { at, legal: rules.legal, directory }),
    risks:
      legal === undefined ? [] : risks(file, rules, { now: at, systemsDown }).map((risk) => riskView(risk, directory)),
  };
}
