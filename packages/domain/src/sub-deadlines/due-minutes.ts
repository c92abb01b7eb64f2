/** When each leg still to come is due, if every leg before it takes all it may: what its holder sees before he has the dossier. */
import type { Calendar } from '../calendar/calendar.js';
import type { BudgetMinutes } from '../feasibility/budgets.js';
import { askedOrNull } from '../sla/outside.js';
import type { Minute } from '../time/instant.js';
import type { Remaining, RemainingLeg } from './remaining-legs.js';

export type DueMinutes = Readonly<Record<string, Minute | null>>;

interface Chain {
  readonly now: Minute;
  readonly legal: Calendar;
  readonly budgets: BudgetMinutes;
}

function dueOf(leg: RemainingLeg, from: Minute, { legal, budgets }: Chain): Minute | null {
  const minutes = Math.max(0, (budgets[leg.key] ?? leg.current) - leg.used);
  const begins = leg.countsFrom !== null && leg.countsFrom > from ? leg.countsFrom : from;
  return askedOrNull(() => legal.addWork(begins, minutes));
}

/** Chained on the legal calendar from now on; null for all while the limit rests, since nobody knows for how long. Pure. */
export function dueMinutes({ legs, opinions, limitRuns }: Remaining, chain: Chain): DueMinutes {
  let from: Minute | null = limitRuns ? chain.now : null;
  let work: Minute | null = null;
  const dues: Record<string, Minute | null> = {};
  for (const leg of legs) {
    if (leg.key.startsWith('step:')) work ??= from;
    from = from === null ? null : dueOf(leg, from, chain);
    dues[leg.key] = from;
  }
  const asked = work ?? (limitRuns ? chain.now : null);
  for (const leg of opinions) dues[leg.key] = asked === null ? null : dueOf(leg, asked, chain);
  return dues;
}
