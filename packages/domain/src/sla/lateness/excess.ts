/** The minutes the limit counted, with who held the dossier and whether the leg under way had used up its budget. */
import type { DossierFile } from '../../dossier/file.js';
import type { Minute } from '../../time/instant.js';
import type { Stretch } from '../clock.js';
import type { Owner } from '../owner.js';
import { agency } from '../owner-of.js';
import type { Segment } from '../segment.js';
import { countedBetween, cutAt, within } from './counted-time.js';
import type { PlanLeg, Question } from './plan-leg.js';
import { budgetOfLeg, deliveryBudget, legAt } from './plan-leg.js';

/** Counted minutes, one after another, that are alike. */
export interface CountedPiece extends Stretch {
  readonly minutes: number;
  readonly holder: Owner;
  readonly leg: string;
  /** Who is beyond his sub-deadline in these minutes; null where the leg is within its budget. */
  readonly excessOf: Owner | null;
}

/** A part in which neither owner nor leg changes. */
interface Part extends Stretch {
  readonly plan: PlanLeg;
  readonly minutes: number;
}

interface Walk {
  readonly file: DossierFile;
  readonly counted: readonly Stretch[];
  readonly question: Question;
}

function partsOf({ file, counted, question }: Walk, segments: readonly Segment[]): readonly Part[] {
  const { legal } = question.rules;
  const corners = file.clocks.flatMap(({ startedAt, countsFrom, stoppedAt }) =>
    stoppedAt === null ? [startedAt, countsFrom] : [startedAt, countsFrom, stoppedAt],
  );
  return segments.flatMap((segment) => {
    const { from, to } = segment;
    if (to === null) return [];
    return within(counted, { from, to })
      .flatMap((stretch) => cutAt(stretch, corners))
      .map((part) => ({ ...part, plan: legAt(file, segment, part), minutes: legal.workBetween(part.from, part.to) }))
      .filter(({ minutes }) => minutes > 0);
  });
}

/** Minutes of the leg before the part: of an opinion, also those in which others worked beside it. */
function usedBefore({ plan, from }: Part, used: ReadonlyMap<string, number>, { counted, question }: Walk): number {
  if (plan.clock?.kind !== 'consultation') return used.get(plan.leg) ?? 0;
  return countedBetween(counted, { from: plan.clock.startedAt, to: from }, question.rules.legal);
}

/** After how many minutes of the part each sub-deadline is used up, and whose excess it is from there on. */
function corners(part: Part, used: number, walk: Walk): { readonly leg: number; readonly delivery: number | null } {
  const { plan, from } = part;
  const leg = Math.max(0, budgetOfLeg(plan, walk.file, walk.question) - used);
  if (plan.delivery === null) return { leg, delivery: null };
  const { startedAt } = plan.delivery;
  const onTheWay = countedBetween(walk.counted, { from: startedAt, to: from }, walk.question.rules.legal);
  return { leg, delivery: Math.max(0, deliveryBudget(plan.delivery) - onTheWay) };
}

/**
 * Beyond the budget of a leg the excess is its holder's. While a copy is on its way it is the carrier's only once the time for the
 * delivery is used up too: before that it is the receiving agency's, which left too little of the one budget that both share.
 */
function piecesOf(part: Part, used: number, walk: Walk): readonly CountedPiece[] {
  const { plan, minutes } = part;
  const { legal } = walk.question.rules;
  const { leg, delivery } = corners(part, used, walk);
  const turns = [leg, delivery ?? 0].filter((turn) => turn > 0 && turn < minutes).sort((a, b) => a - b);
  const starts = [0, ...new Set(turns)];
  const instantAfter = (count: number): Minute => (count === 0 ? part.from : legal.addWork(part.from, count));
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? minutes;
    const sender = delivery !== null && start < delivery ? agency(walk.file.dossier.pin.receivingAgency) : plan.holder;
    return {
      from: instantAfter(start),
      to: end === minutes ? part.to : instantAfter(end),
      minutes: end - start,
      holder: plan.holder,
      leg: plan.leg,
      excessOf: start >= leg ? sender : null,
    };
  });
}

/** Every minute the limit counted, in order. `segments` are closed up to the end looked at. Throws OutsideCalendar. Pure. */
export function countedPieces(walk: Walk, segments: readonly Segment[]): readonly CountedPiece[] {
  const used = new Map<string, number>();
  return partsOf(walk, segments).flatMap((part) => {
    const before = usedBefore(part, used, walk);
    used.set(part.plan.leg, before + part.minutes);
    return piecesOf(part, before, walk);
  });
}
