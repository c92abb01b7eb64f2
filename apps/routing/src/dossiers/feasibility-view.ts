/** What a dossier's time limit leaves when every agency takes what its leg allows (DESIGN 4.9). */
import { OutsideCalendar, limitMinutesOf, structuralInfeasibility, structuralTimeline } from '@lien-thong/domain';
import type { DossierFile, Rules } from '@lien-thong/domain';
import { z } from 'zod';

export const feasibilitySchema = z
  .strictObject({
    limit: z.int(),
    cutoffWait: z.int().describe('Lost to a transfer cut-off before the transfer counts'),
    transferOut: z.int(),
    acceptance: z.int(),
    minimumWork: z.int(),
    resultBack: z.int(),
    competentKeeps: z.int(),
    slack: z
      .int()
      .describe('Số phút làm việc còn lại; âm: trễ hạn từ đầu · minutes left; negative: overdue by construction'),
    promiseSlack: z.int(),
    infeasible: z.enum(['limit', 'promise']).nullable(),
  })
  .meta({ id: 'Feasibility' });

/** Working minutes; null for a limit in calendar days. */
export function feasibilityView(file: DossierFile, rules: Rules): z.infer<typeof feasibilitySchema> | null {
  const { procedure, legal } = rules;
  const { pin, competentAgency } = file.dossier;
  const { minutesPerDay } = legal;
  const limitMinutes = limitMinutesOf(pin.limit, minutesPerDay);
  if (limitMinutes === null) return null;
  const crossesBoundary = competentAgency !== pin.receivingAgency;
  const cutoffWait = waitOf(file, rules);
  const timeline = structuralTimeline({ procedure, limitMinutes, minutesPerDay, crossesBoundary, cutoffWait });
  const { limit, transferOut, acceptance, minimumWork, resultBack, competentKeeps, slack, promiseSlack } = timeline;
  return {
    ...{ limit, cutoffWait, transferOut, acceptance, minimumWork, resultBack, competentKeeps, slack, promiseSlack },
    infeasible: structuralInfeasibility(timeline),
  };
}

function waitOf({ clocks }: DossierFile, { legal }: Rules): number {
  const transfer = clocks.find(({ id }) => id === 'transfer');
  if (transfer === undefined) return 0;
  try {
    return legal.workBetween(transfer.startedAt, transfer.countsFrom);
  } catch (error) {
    // Beyond the calendar nothing can be said to be lost; the clocks say that they cannot be computed.
    if (error instanceof OutsideCalendar) return 0;
    throw error;
  }
}
