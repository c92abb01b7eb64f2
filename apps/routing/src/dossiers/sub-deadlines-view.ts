/** When each leg still to come is due: every agency sees its own due minute before it has the dossier (ADR 0021). */
import { SUB_DEADLINE_POLICIES, instantOf, instantSchema, subDeadlinesOf } from '@lien-thong/domain';
import type { Directory } from '@lien-thong/domain';
import { z } from 'zod';
import { ownerSchema, ownerView } from '../directory/agency-ref.js';
import type { DossierAsSeen } from './dossier-reader.js';

const subDeadlineSchema = z.strictObject({
  leg: z.string().describe('transfer · acceptance · step:<key> · consultation:<key> · resultTransfer'),
  owner: ownerSchema.nullable().describe('Ai phải giữ hạn này · null: nobody was asked for this opinion yet'),
  publishedMinutes: z.int().describe('As the procedure gives it'),
  budgetMinutes: z.int().describe('Số phút làm việc được dùng · as it stands now, minutes already used included'),
  minimumWorkMinutes: z.int(),
  usedMinutes: z.int(),
  dueAt: instantSchema.nullable().describe('If every leg before it takes all it may; null while the limit rests'),
});

export const subDeadlinesSchema = z
  .strictObject({
    policy: z.enum(SUB_DEADLINE_POLICIES),
    remainingMinutes: z.int().describe('Working minutes left of the limit; negative: overrun'),
    legs: z.array(subDeadlineSchema),
  })
  .meta({ id: 'SubDeadlines' });

/** Null for who sees a part: the plan of the whole is told to those who carry it out. */
export function subDeadlinesView(
  { file, rules, at, whole }: DossierAsSeen,
  directory: Directory,
): z.infer<typeof subDeadlinesSchema> | null {
  const found = whole ? subDeadlinesOf(file, rules, at) : null;
  if (found === null) return null;
  const legs = found.legs.map(({ owner, dueAt, ...figures }) => ({
    ...figures,
    owner: owner === null ? null : ownerView(directory, owner),
    dueAt: dueAt === null ? null : instantOf(dueAt),
  }));
  return { policy: found.policy, remainingMinutes: found.remainingMinutes, legs };
}
