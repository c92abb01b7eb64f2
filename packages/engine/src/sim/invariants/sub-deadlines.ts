/** I13, of sub-deadlines that are cut anew: by the procedure's own policy, never below the work, within what is left of the limit. */
import type { DossierEvent, EventOf } from '@lien-thong/domain';
import { plainRules, workOf } from '../plain/rules.js';
import type { PlainRules } from '../plain/rules.js';
import { first, pinOf } from './evidence.js';
import type { Complaint } from './evidence.js';

type Recut = EventOf<'dossier.subDeadlinesRecut.v1'>;
type CutLeg = Recut['data']['legs'][number];

/** Budget and least work of a leg as the procedure gives them; null for a leg it does not have. */
function written(
  leg: string,
  { legs, steps, consultations }: PlainRules['procedure'],
): readonly [number, number] | null {
  const [kind, key] = leg.split(':');
  const list = kind === 'step' ? steps : consultations;
  const travel = leg === 'transfer' || leg === 'acceptance' || leg === 'resultTransfer' ? legs[leg] : undefined;
  const found = travel ?? list.find((each) => each.key === key);
  if (found === undefined) return null;
  const carried = leg === 'transfer' ? legs.delivery.minimumWorkMinutes : 0;
  return [workOf(found.budget), found.minimumWorkMinutes + carried];
}

function legComplaint(what: string, leg: CutLeg, rules: PlainRules): Complaint {
  const known = written(leg.leg, rules.procedure);
  if (known === null) return `${what}: there is no leg ${leg.leg}`;
  const [budget, work] = known;
  if (leg.publishedMinutes !== budget) return `${what}: ${leg.leg} has ${budget} minutes, not ${leg.publishedMinutes}`;
  const least = Math.min(budget, Math.max(1, work));
  if (leg.toMinutes < least) return `${what}: ${leg.leg} is cut to ${leg.toMinutes}, below its work of ${least}`;
  return leg.toMinutes < leg.usedMinutes ? `${what}: ${leg.leg} is cut to less than it has used` : null;
}

/** Minutes still ahead: legs in turn, opinions beside the steps. */
function ahead(legs: readonly CutLeg[]): number {
  const left = { steps: 0, opinions: 0, others: 0 };
  for (const { leg, toMinutes, usedMinutes } of legs) {
    const minutes = toMinutes - usedMinutes;
    if (leg.startsWith('step:')) left.steps += minutes;
    else if (leg.startsWith('consultation:')) left.opinions = Math.max(left.opinions, minutes);
    else left.others += minutes;
  }
  return left.others + Math.max(left.steps, left.opinions);
}

function sumComplaint(what: string, { remainingMinutes, shortByMinutes, legs }: Recut['data']): Complaint {
  const over = Math.max(0, ahead(legs) - remainingMinutes);
  if (over !== shortByMinutes) return `${what}: ${over} minutes too many, and it says ${shortByMinutes}`;
  const cutAll = legs.every(({ toMinutes, minimumWorkMinutes: least, usedMinutes: used, leg }) => {
    return toMinutes <= Math.max(least, used) || leg.startsWith('step:');
  });
  return over > 0 && !cutAll ? `${what}: short by ${over} minutes, and a leg has more than its work` : null;
}

/** One fact of a journal; null for every other kind. */
export function cutsAreSound(event: DossierEvent, journal: readonly DossierEvent[]): Complaint {
  if (event.type !== 'dossier.subDeadlinesRecut.v1') return null;
  const rules = plainRules(pinOf(journal));
  const { policy, cause, legs } = event.data;
  const what = `${event.dossierId} seq ${event.seq}`;
  if (rules.procedure.subDeadlines?.policy !== policy)
    return `${what}: cut by the policy ${policy}, not its procedure's`;
  const before = journal[cause.seq - 1];
  if (before?.type !== cause.type) return `${what}: ${cause.seq} is no ${cause.type}`;
  return first(legs, (leg) => legComplaint(what, leg, rules)) ?? sumComplaint(what, event.data);
}
