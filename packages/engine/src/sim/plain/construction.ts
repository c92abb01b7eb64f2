/** What the numbers of a procedure leave of a limit when everybody takes what he may and works no more than he must. */
import type { EventOf } from '@lien-thong/domain';
import { PlainClocks } from './clocks.js';
import type { PlainClock } from './plain-clock.js';
import { dayNumber } from './minutes.js';
import { MINUTES_PER_DAY, budgetOf, plainRules, workOf } from './rules.js';
import type { PlainRules } from './rules.js';

/** Working minutes that are left; negative: it cannot be kept. */
export interface Left {
  readonly ofLimit: number;
  /** Of the promise, which is kept only with the result back at the receiver. */
  readonly ofPromise: number;
}

/** Working minutes of the limit as it begins with the reception; null for calendar days that begin later. */
function limitOf(limit: string, legal: PlainClock | undefined, { minutes }: PlainRules): number | null {
  const budget = budgetOf(limit);
  if ('days' in budget) {
    if (legal === undefined) return null;
    let last = dayNumber(legal.countsFrom) + budget.days;
    while (minutes.closing(last) === null) last += 1;
    return minutes.between(legal.countsFrom, minutes.closing(last) ?? legal.countsFrom);
  }
  return legal?.budget ?? ('work' in budget ? budget.work : MINUTES_PER_DAY);
}

/** Steps one after another; the opinions the decision waits for, beside them. */
function leastWork({ steps, consultations }: PlainRules['procedure']): number {
  let least = 0;
  for (const { minimumWorkMinutes } of steps) least += minimumWorkMinutes;
  for (const { requiredForDecision, pausesLegalClock, minimumWorkMinutes } of consultations) {
    if (requiredForDecision && !pausesLegalClock) least = Math.max(least, minimumWorkMinutes);
  }
  return least;
}

/** Limit − cut-off − transfer − acceptance − least work − way back, as of the reception; null where no limit can be counted yet. */
export function leftByConstruction(reception: EventOf<'dossier.received.v1'>): Left | null {
  const { pin, resolution } = reception.data;
  const rules = plainRules(pin);
  const told = new PlainClocks(rules);
  told.tell(reception);
  const [legal, transfer] = [told.clocks.get('legal'), told.clocks.get('transfer')];
  let left = limitOf(pin.limit, legal, rules);
  if (left === null) return null;
  const { legs, clockStart, transferExcluded, legalEnd } = rules.procedure;
  const crosses = resolution?.agencyId !== pin.receivingAgency;
  if (crosses && clockStart === 'reception' && !transferExcluded) {
    if (legal !== undefined && transfer !== undefined) {
      left -= rules.minutes.between(legal.countsFrom, transfer.countsFrom);
    }
    left -= workOf(legs.transfer.budget) + workOf(legs.acceptance.budget);
  }
  left -= leastWork(rules.procedure);
  const back = crosses ? workOf(legs.resultTransfer.budget) : 0;
  return { ofLimit: legalEnd === 'readyForReturn' ? left - back : left, ofPromise: left - back };
}
