/** Every leg still to come with its budget and its due minute, for whoever looks at the dossier: no agency waits to be told. */
import type { DossierFile, Rules } from '../dossier/file.js';
import type { SubDeadlinePolicy } from '../procedure/procedure.js';
import { agency, carrierOf, competentAgencyOf } from '../sla/owner-of.js';
import type { Owner } from '../sla/owner.js';
import { minuteOf } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import { dueMinutes } from './due-minutes.js';
import type { Remaining, RemainingLeg } from './remaining-legs.js';
import { remainingLegs } from './remaining-legs.js';

export interface SubDeadline {
  /** Key in the timeline: `acceptance`, `step:appraisal`. */
  readonly leg: string;
  /** Who must keep it; null for an opinion nobody was asked for yet. */
  readonly owner: Owner | null;
  readonly publishedMinutes: number;
  readonly budgetMinutes: number;
  readonly minimumWorkMinutes: number;
  readonly usedMinutes: number;
  /** If every leg before it takes all it may; null while the limit rests or where the calendar does not reach. */
  readonly dueAt: Minute | null;
}

export interface SubDeadlines {
  readonly policy: SubDeadlinePolicy;
  /** Working minutes left of the limit; negative: overrun. */
  readonly remainingMinutes: number;
  readonly legs: readonly SubDeadline[];
}

function ownerOfLeg({ key }: RemainingLeg, { dossier }: DossierFile): Owner | null {
  if (key === 'transfer') return agency(dossier.pin.receivingAgency);
  if (key.startsWith('consultation:')) return null;
  if (key === 'resultTransfer' && dossier.resultCopy !== null) return carrierOf(dossier.resultCopy);
  return agency(competentAgencyOf(dossier));
}

function legsOf(remaining: Remaining, file: DossierFile, { rules, now }: Look): readonly SubDeadline[] {
  const dues = dueMinutes(remaining, { now, legal: rules.legal, budgets: {} });
  return [...remaining.legs, ...remaining.opinions].map((leg) => ({
    leg: leg.key,
    owner: ownerOfLeg(leg, file),
    publishedMinutes: leg.budget,
    budgetMinutes: leg.current,
    minimumWorkMinutes: leg.floor,
    usedMinutes: leg.used,
    dueAt: dues[leg.key] ?? null,
  }));
}

interface Look {
  readonly rules: Rules;
  readonly now: Minute;
}

/**
 * The sub-deadlines of a dossier as they stand; null where the procedure does not re-cut, where no limit is to be divided (not begun,
 * over), or where the calendar does not say. Minutes of the legal calendar. Pure.
 */
export function subDeadlinesOf(file: DossierFile, rules: Rules, at: Instant): SubDeadlines | null {
  const policy = rules.procedure.subDeadlines?.policy;
  if (policy === undefined) return null;
  const now = minuteOf(at);
  const remaining = remainingLegs(file, rules, now);
  if (remaining === null) return null;
  return { policy, remainingMinutes: remaining.left, legs: legsOf(remaining, file, { rules, now }) };
}
