/** Which leg of the published plan was under way, who held the dossier in it, and what the leg may use. */
import type { DossierFile, Rules } from '../../dossier/file.js';
import type { WorkDuration } from '../../time/duration.js';
import { workMinutes } from '../../time/duration.js';
import type { Clock, Stretch } from '../clock.js';
import type { Owner } from '../owner.js';
import { sameOwner } from '../owner.js';
import { agency, competentAgencyOf } from '../owner-of.js';
import type { Segment } from '../segment.js';

/** A leg of the way the dossier really took. */
export interface PlanLeg {
  /** `transfer`, `acceptance:2`, `processing`, `consultation:tax`, `resultTransfer`; `cutoff` and `unplanned` have no clock. */
  readonly leg: string;
  readonly holder: Owner;
  /** The clock that says what the leg may use, where there is one. */
  readonly clock: Clock | null;
  /** The delivery inside a transfer, while the copy is on its way. */
  readonly delivery: Clock | null;
}

/** Owners nobody set a sub-deadline for. */
export const isOutside = ({ kind }: Owner): boolean => kind === 'applicant' || kind === 'system' || kind === 'external';

const covers = ({ startedAt, stoppedAt }: Clock, { from }: Stretch): boolean =>
  startedAt <= from && (stoppedAt === null || stoppedAt > from);

function openClock(file: DossierFile, kind: Clock['kind'], part: Stretch): Clock | null {
  return file.clocks.findLast((clock) => clock.kind === kind && covers(clock, part)) ?? null;
}

/** The opinion the dossier waits for: of those asked for the earliest, ties by key. */
function opinionAwaited({ clocks }: DossierFile, part: Stretch): Clock | null {
  const [first] = clocks
    .filter((clock) => clock.kind === 'consultation' && covers(clock, part))
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  return first ?? null;
}

/**
 * Told by the clocks, so that an opinion learnt late stands where it was given: the minutes are those of the agency asked as long as
 * the competent one has no open step.
 */
function inProcessing(file: DossierFile, part: Stretch, owner: Owner): PlanLeg {
  const competent = agency(competentAgencyOf(file.dossier));
  const receiving = agency(file.dossier.pin.receivingAgency);
  const opinion = opinionAwaited(file, part);
  const none = { clock: null, delivery: null };
  const isForwarding = !sameOwner(receiving, competent) && sameOwner(owner, receiving);
  const asked = opinion?.owner ?? null;
  const isAsked = asked !== null && sameOwner(asked, owner);
  if (isForwarding && !isAsked) return { leg: 'unplanned', holder: receiving, ...none };
  if (opinion === null || asked === null || openClock(file, 'step', part) !== null) {
    return { leg: 'processing', holder: competent, ...none };
  }
  return { leg: opinion.id, holder: asked, clock: opinion, delivery: null };
}

function onTheWayOut(file: DossierFile, part: Stretch, holder: Owner): PlanLeg {
  const clock = file.clocks.find(({ id }) => id === 'transfer') ?? null;
  const delivery = holder.kind === 'agency' ? null : openClock(file, 'delivery', part);
  const waits = clock !== null && part.from < clock.countsFrom;
  return waits ? { leg: 'cutoff', holder, clock: null, delivery: null } : { leg: 'transfer', holder, clock, delivery };
}

/** The leg of a part of a segment that no clock begins or ends in. Pure. */
export function legAt(file: DossierFile, { owner, phase }: Segment, part: Stretch): PlanLeg {
  const of = (leg: string, clock: Clock | null): PlanLeg => ({ leg, holder: owner, clock, delivery: null });
  if (isOutside(owner)) return of('unplanned', null);
  switch (phase) {
    case 'received':
    case 'jurisdictionPending':
    case 'transferReturned':
    case 'inTransfer':
      return onTheWayOut(file, part, owner);
    case 'awaitingAcceptance': {
      const clock = openClock(file, 'acceptance', part);
      return of(clock?.id ?? 'unplanned', clock);
    }
    case 'processing':
      return inProcessing(file, part, owner);
    case 'decided':
    case 'resultInTransfer':
      return of('resultTransfer', file.clocks.find(({ id }) => id === 'resultTransfer') ?? null);
    default:
      return of('unplanned', null);
  }
}

const minutesOf = (clock: Clock | null): number => (clock?.budget.unit === 'work' ? clock.budget.minutes : 0);

/** Of all steps together: as each was published, or cut anew for this dossier. */
function stepsBudget({ dossier, clocks }: DossierFile, { procedure, legal }: Rules): number {
  const written = (budget: WorkDuration): number => workMinutes(budget, legal.minutesPerDay);
  return procedure.steps.reduce((sum, { key, budget }) => {
    const clock = clocks.find(({ id }) => id === `step:${key}`);
    const minutes = clock?.budget.unit === 'work' ? clock.budget.minutes : dossier.subDeadlines?.[`step:${key}`];
    return sum + (minutes ?? written(budget));
  }, 0);
}

/**
 * Working minutes a leg may use; infinite for the wait after a cut-off, which the procedure gives away, 0 for what the plan does not
 * know. A procedure without steps leaves its decider what the other legs leave of `limit`.
 */
export function budgetOfLeg({ leg, clock }: PlanLeg, file: DossierFile, { rules, limit }: Question): number {
  if (leg === 'cutoff') return Infinity;
  if (leg !== 'processing') return minutesOf(clock);
  if (rules.procedure.steps.length > 0) return stepsBudget(file, rules);
  const others = file.clocks.filter(({ kind }) => ['transfer', 'acceptance'].includes(kind));
  const way = rules.procedure.clockStart === 'reception' && !rules.procedure.transferExcluded;
  return Math.max(0, limit - (way ? others.reduce((sum, each) => sum + minutesOf(each), 0) : 0));
}

export interface Question {
  readonly rules: Rules;
  /** Working minutes the limit gave, up to the end of the granule of its due instant. */
  readonly limit: number;
}

/** Of a delivery under way. */
export const deliveryBudget = (delivery: Clock): number => minutesOf(delivery);
