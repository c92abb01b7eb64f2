/** Until which due minute a clock runs low, by receiving agency and budget: a comparison of minutes is all that SQL has to do then. */
import { OutsideCalendar } from '@lien-thong/domain';
import type { Calendar, Minute } from '@lien-thong/domain';
import type { BudgetRow } from './inbox-statement.js';
import { LOW_MINUTES } from './queues.js';

/** Values of `$6` to `$8`. A calendar that does not reach so far, or that there is none of, is left out: not known to run low. */
export function lowLimits(
  budgets: readonly BudgetRow[],
  now: Minute,
  legalOf: (receiver: string) => Calendar | null,
): readonly [string[], number[], number[]] {
  const [receivers, amounts, limits]: [string[], number[], number[]] = [[], [], []];
  for (const { receiver, budget } of budgets) {
    const until = lowUntil(legalOf(receiver), now, budget);
    if (until === null) continue;
    receivers.push(receiver);
    amounts.push(budget);
    limits.push(until);
  }
  return [receivers, amounts, limits];
}

function lowUntil(legal: Calendar | null, now: Minute, budget: number): Minute | null {
  try {
    return legal?.addWork(now, Math.max(LOW_MINUTES, Math.floor(budget / 4))) ?? null;
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
}
