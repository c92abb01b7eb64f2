/**
 * What is left of a limit when everybody takes what he may, at desks that keep the legal hours: the way of one dossier, walked leg by leg
 * over the worked minutes from the one in which it came in.
 */
import type { EventOf } from '@lien-thong/domain';
import { PlainClocks } from './clocks.js';
import type { PlainClock } from './plain-clock.js';
import { dayNumber } from './minutes.js';
import type { Minutes } from './minutes.js';
import { MINUTES_PER_DAY, budgetOf, plainRules, workOf } from './rules.js';
import type { PlainRules } from './rules.js';
import { minuteOfText } from './story.js';

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

interface Leg {
  readonly budget: string;
  readonly minimumWorkMinutes: number;
}

/** A walk over the minutes of one version, by its legs. */
class Walk {
  private readonly isCut: boolean;

  constructor(
    private readonly procedure: PlainRules['procedure'],
    private readonly minutes: Minutes,
  ) {
    this.isCut = procedure.subDeadlines !== undefined;
  }

  /** When the competent agency has accepted it; `countsFrom`: a cut-off delays the budget of the transfer, not its work. */
  arrival(received: number, countsFrom: number): number {
    const { transfer, delivery, acceptance } = this.procedure.legs;
    const work = transfer.minimumWorkMinutes + delivery.minimumWorkMinutes;
    const delivered = Math.max(this.after(countsFrom, workOf(transfer.budget)), this.after(received, work));
    return this.later(acceptance, delivered);
  }

  /** Steps one after another; the opinions the decision waits for, beside them. The first leg the limit is charged with is never cut. */
  decision(begun: number): number {
    const { steps, consultations, clockStart, transferExcluded } = this.procedure;
    const transferIsFirst = clockStart === 'reception' && !transferExcluded;
    const isFirst = (place: number): boolean => place === 0 && !transferIsFirst;
    const worked = steps.reduce(
      (at, step, place) => (isFirst(place) ? this.whole(step, at) : this.later(step, at)),
      begun,
    );
    const waited = consultations.filter((one) => one.requiredForDecision && !one.pausesLegalClock);
    return Math.max(worked, ...waited.map((opinion) => this.later(opinion, begun)));
  }

  /** When the result is back at the receiver. The way back is cut only where the limit is charged with it. */
  back(decided: number): number {
    const { legs, legalEnd } = this.procedure;
    const { resultTransfer } = legs;
    return legalEnd === 'readyForReturn' ? this.later(resultTransfer, decided) : this.whole(resultTransfer, decided);
  }

  /** The last minute a leg may end: when its budget is used, or when the work is done where that takes longer. */
  private whole({ budget, minimumWorkMinutes: work }: Leg, begun: number): number {
    return this.after(begun, Math.max(workOf(budget), work));
  }

  /** The same of a leg that can be brought down to its work, a minute at the least, once one before it has ended. */
  private later(leg: Leg, begun: number): number {
    const { budget, minimumWorkMinutes: work } = leg;
    return this.isCut ? this.after(begun, Math.max(work, Math.min(workOf(budget), 1))) : this.whole(leg, begun);
  }

  private after(start: number, worked: number): number {
    return worked === 0 ? start : this.minutes.nth(start, worked) + 1;
  }
}

/** As of the reception. Null where no limit can be counted: calendar days that begin later, or that a rest on the way still moves. */
export function leftByConstruction(reception: EventOf<'dossier.received.v1'>): Left | null {
  const { pin, resolution } = reception.data;
  const rules = plainRules(pin);
  const { procedure, minutes } = rules;
  const told = new PlainClocks(rules);
  told.tell(reception);
  const [legal, transfer] = [told.clocks.get('legal'), told.clocks.get('transfer')];
  const limit = limitOf(pin.limit, legal, rules);
  // A held dossier counts as sent on, unless its procedure never leaves the receiver.
  const crosses = procedure.boundaryScope !== 'none' && resolution?.agencyId !== pin.receivingAgency;
  const wayIsFree = crosses && (procedure.clockStart === 'competentReceipt' || procedure.transferExcluded);
  if (limit === null || (wayIsFree && 'days' in budgetOf(pin.limit))) return null;
  const walk = new Walk(procedure, minutes);
  const received = minuteOfText(reception.occurredAt);
  const there = crosses ? walk.arrival(received, transfer?.countsFrom ?? received) : received;
  const from = Math.max(legal?.countsFrom ?? there, wayIsFree ? there : received);
  const decided = walk.decision(there);
  const back = crosses ? walk.back(decided) : decided;
  const left = (end: number): number => limit - minutes.between(from, end);
  return { ofLimit: left(procedure.legalEnd === 'readyForReturn' ? back : decided), ofPromise: left(back) };
}
