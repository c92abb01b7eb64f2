/** Letters of apology and reappointment (form 04 of TT 03/2025/TT-VPCP), for printing: no persons, whose data are filled in at the counter. */
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { apologyLetters, instantOf, instantSchema, minuteOf } from '@lien-thong/domain';
import type { Actor, ApologyLetter, Clock, Directory } from '@lien-thong/domain';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import { agencyRef, agencyRefSchema } from '../directory/agency-ref.js';
import { DossierReader } from './dossier-reader.js';
import type { DossierAsSeen, Glance } from './dossier-reader.js';

const whoSchema = z.strictObject({ agency: agencyRefSchema.nullable(), officerId: z.string().nullable() });

const letterSchema = z.strictObject({
  seq: z.int(),
  issuedAt: instantSchema,
  issuedBy: whoSchema.describe('Cơ quan giải quyết · the competent agency'),
  reason: z.string().describe('Mã lý do chậm · reason code'),
  promisedBefore: instantSchema.nullable(),
  newPromise: instantSchema,
  laterByMinutes: z
    .int()
    .nullable()
    .describe('Số phút làm việc chậm so với ngày hẹn cũ · working minutes behind the former date'),
  pastLimitMinutes: z
    .int()
    .nullable()
    .describe(
      'Số phút làm việc ngày hẹn mới vượt thời hạn giải quyết · working minutes the new date lies behind the limit',
    ),
  delivered: z.strictObject({ at: instantSchema, by: whoSchema, means: z.string() }).nullable(),
});

export const apologiesSchema = z
  .strictObject({
    dossier: z.string(),
    form: z.strictObject({ number: z.literal('04'), name: z.string(), nameEn: z.string() }),
    legalBasis: z.array(z.string()),
    receivingAgency: agencyRefSchema.describe('Nơi giao cho người nộp · hands it to the applicant'),
    receivedAt: instantSchema.nullable(),
    limitDueAt: instantSchema.nullable(),
    letters: z.array(letterSchema),
  })
  .meta({ id: 'Apologies' });
export type ApologiesView = z.infer<typeof apologiesSchema>;

const FORM = {
  number: '04',
  name: 'Văn bản xin lỗi và đề nghị gia hạn',
  nameEn: 'Letter of apology and reappointment',
} as const;
const LEGAL_BASIS = ['Nghị định 118/2025/NĐ-CP', 'Thông tư 03/2025/TT-VPCP, Phụ lục I, mẫu số 04'];

export class GetApologies extends Query<ApologiesView> {
  constructor(readonly glance: Glance) {
    super();
  }
}

@QueryHandler(GetApologies)
export class GetApologiesHandler implements IQueryHandler<GetApologies> {
  constructor(private readonly reader: DossierReader) {}

  /** Throws dossier-not-found, and actor-not-entitled for who sees a part only: letters are the receiver's and the decider's. */
  async execute({ glance }: GetApologies): Promise<ApologiesView> {
    const seen = await this.reader.read({ ...glance, journal: true });
    if (!seen.whole) throw new Problem('actor-not-entitled', { needs: ['receiving', 'competent'] });
    return apologiesView(seen, this.reader.directory);
  }
}

function who({ agencyId, officerId }: Actor, directory: Directory): z.infer<typeof whoSchema> {
  return { agency: agencyId === null ? null : agencyRef(directory, agencyId), officerId };
}

function pastLimit({ newPromise }: ApologyLetter, legal: Clock | undefined, { rules }: DossierAsSeen): number | null {
  const dueAt = legal?.dueAt ?? null;
  if (dueAt === null) return null;
  const promised = minuteOf(newPromise);
  return promised <= dueAt ? 0 : rules.legal.workBetween(dueAt, promised);
}

function apologiesView(seen: DossierAsSeen, directory: Directory): ApologiesView {
  const { file, journal, rules } = seen;
  const legal = file.clocks.find(({ id }) => id === 'legal');
  const { code, pin, receivedAt } = file.dossier;
  return {
    ...{ dossier: code, form: FORM, legalBasis: LEGAL_BASIS, receivedAt },
    receivingAgency: agencyRef(directory, pin.receivingAgency),
    limitDueAt: legal === undefined || legal.dueAt === null ? null : instantOf(legal.dueAt),
    letters: apologyLetters(journal, rules.legal).map((letter) => ({
      ...letter,
      issuedBy: who(letter.issuedBy, directory),
      pastLimitMinutes: pastLimit(letter, legal, seen),
      delivered: letter.delivered === null ? null : { ...letter.delivered, by: who(letter.delivered.by, directory) },
    })),
  };
}
