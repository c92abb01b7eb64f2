/** The journal of people, keys and competences as it is shown. */
import { agencyIdSchema } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRefSchema } from '../directory/agency-ref.js';
import { cursorSchema } from '../http/cursor.js';

export const PEOPLE_ACTIONS = [
  ...(['officerAdded', 'officerChanged', 'accountGiven', 'rolesChanged', 'accountWithdrawn'] as const),
  ...(['keyMade', 'keyRevoked', 'competenceAdded', 'competenceEnded'] as const),
] as const;
export type PeopleAction = (typeof PEOPLE_ACTIONS)[number];

export const SUBJECT_KINDS = ['officer', 'account', 'apiKey', 'competence'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const journalQuerySchema = z.strictObject({
  kind: z.enum(SUBJECT_KINDS).optional(),
  subject: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,95}$/)
    .optional()
    .describe('Mã cán bộ, tài khoản, khóa hoặc quy tắc · id of the officer, account, key or rule'),
  agency: agencyIdSchema.optional().describe('Cơ quan có cán bộ, khóa, thẩm quyền ấy · whose officer, key or rule'),
  cursor: cursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type JournalAsked = z.infer<typeof journalQuerySchema>;

const factsSchema = z.record(z.string(), z.unknown());

export const administrationEntrySchema = z
  .strictObject({
    n: z.int().describe('Thứ tự · in the order of commits'),
    at: z.iso.datetime({ offset: true }).describe('Giờ của hệ thống · domain time'),
    recordedAt: z.iso.datetime({ offset: true }).describe('Giờ máy chủ · time of the machine'),
    actor: z.strictObject({
      kind: z.enum(['person', 'software']),
      id: z.string().describe('Mã cán bộ, hoặc phần công khai của khóa · officer id, or the public part of the key'),
      name: z.string().nullable().describe('Họ tên hiện nay của cán bộ · as he is called now; null for software'),
      agency: agencyRefSchema,
    }),
    action: z.enum(PEOPLE_ACTIONS),
    subject: z.strictObject({
      kind: z.enum(SUBJECT_KINDS),
      id: z.string(),
      name: z.string().nullable().describe('Họ tên cán bộ, hoặc tên phần mềm · of the officer, or of the software'),
    }),
    agency: agencyRefSchema,
    before: factsSchema.nullable().describe('Như trước đó · as it was; null: it was not there'),
    after: factsSchema,
  })
  .meta({ id: 'AdministrationEntry' });
export type AdministrationEntryView = z.infer<typeof administrationEntrySchema>;

export const administrationJournalSchema = z
  .strictObject({ entries: z.array(administrationEntrySchema), next: z.string().nullable() })
  .meta({ id: 'AdministrationJournal' });
export type AdministrationJournalView = z.infer<typeof administrationJournalSchema>;
