/** What a dossier's time limit leaves when every agency takes what its leg allows, from the minute it came in (DESIGN 4.9). */
import { startPlanOf, structuralInfeasibility } from '@lien-thong/domain';
import type { DossierFile, Rules } from '@lien-thong/domain';
import { z } from 'zod';

export const feasibilitySchema = z
  .strictObject({
    limit: z.int(),
    cutoffWait: z.int().describe('Lost to a transfer cut-off before the transfer counts'),
    transferOut: z.int(),
    acceptance: z.int(),
    processing: z.int().describe('Các bước giải quyết theo ngân sách · the steps at their budgets'),
    resultBack: z.int(),
    competentKeeps: z.int(),
    slack: z
      .int()
      .describe('Số phút làm việc còn lại; âm: trễ hạn từ đầu · minutes left; negative: overdue by construction'),
    promiseSlack: z.int(),
    infeasible: z.enum(['limit', 'promise']).nullable(),
  })
  .meta({ id: 'Feasibility' });

/** Working minutes; null where they cannot be counted. */
export function feasibilityView(file: DossierFile, rules: Rules): z.infer<typeof feasibilitySchema> | null {
  const plan = startPlanOf(file, rules);
  return plan === null ? null : { ...plan, infeasible: structuralInfeasibility(plan) };
}
