/** What somebody still owes the applicant, beyond the next act on the way. */
import type { Dossier, Directory } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRef, agencyRefSchema } from '../directory/agency-ref.js';

export const tasksSchema = z
  .array(
    z.strictObject({
      task: z.enum(['deliverApology', 'resume']),
      agency: agencyRefSchema.nullable().describe('Ai phải làm · who has to'),
      sentence: z.string(),
      sentenceEn: z.string(),
    }),
  )
  .describe('Việc còn nợ · obligations that are open: an apology not handed over yet, a suspension to be lifted');
export type TasksView = z.infer<typeof tasksSchema>;

/** An apology is issued by the competent agency and handed over by the receiving one; a suspension is lifted by whoever may act then. */
export function tasksView(dossier: Dossier, directory: Directory): TasksView {
  const { apologies, apologiesDelivered = 0, suspension, competentAgency, transfer, accepted, pin } = dossier;
  const tasks: TasksView = [];
  if (apologies > apologiesDelivered && dossier.endedAt === null) {
    tasks.push({
      task: 'deliverApology',
      agency: agencyRef(directory, pin.receivingAgency),
      sentence: 'Giao văn bản xin lỗi và hẹn lại cho người nộp.',
      sentenceEn: 'Hand the letter of apology with the new date to the applicant.',
    });
  }
  if (suspension !== null) {
    const holder = accepted ? competentAgency : (transfer?.to ?? null);
    tasks.push({
      task: 'resume',
      agency: holder === null ? null : agencyRef(directory, holder),
      sentence: 'Tiếp tục giải quyết khi lý do tạm dừng không còn.',
      sentenceEn: 'Resume the work once the ground of the suspension is gone.',
    });
  }
  return tasks;
}
