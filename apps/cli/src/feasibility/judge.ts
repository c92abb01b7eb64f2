/** Each route of a version, proved; and on demand repaired and compared with the ways out. */
import { feasibilityOf, localIso, routesOf, synthesise, verdictOf, waysOut, worstVerdict } from '@lien-thong/domain';
import type {
  Alternative,
  Channel,
  Feasibility,
  FeasibilityQuestion,
  ProcedureVersion,
  RouteClass,
  RouteToProve,
  Synthesis,
  SynthesisPolicy,
  Verdict,
} from '@lien-thong/domain';
import { breathe } from '../progress.js';
import type { Progress } from '../progress.js';
import type { Words } from '../words.js';
import type { Proving } from './offices.js';
import { ROUTE_WORDS } from './proof-words.js';

export interface Asked {
  readonly caseKey: string | null;
  readonly channel: Channel | null;
  readonly route: RouteClass | null;
  /** How budgets are to be cut where a route is not safe; null: not asked. */
  readonly repair: SynthesisPolicy | null;
  readonly waysOut: boolean;
}

export interface Judged extends RouteToProve {
  readonly feasibility: Feasibility;
  readonly synthesis: Synthesis | null;
  /** Null where they were not asked for, or nothing crosses. */
  readonly alternatives: readonly Alternative[] | null;
}

/** The routes asked about; a route class that is asked for by name stands even where the procedure does not offer it. */
function routesAsked(procedure: ProcedureVersion, { caseKey, channel, route }: Asked): readonly RouteToProve[] {
  const offered = routesOf(procedure).filter(
    (one) => (caseKey === null || one.caseKey === caseKey) && (channel === null || one.channels.includes(channel)),
  );
  if (route === null || offered.some((one) => one.route === route)) {
    return offered.filter((one) => route === null || one.route === route);
  }
  return offered.filter(({ route: own }) => own === 'sameAgency').map((one) => ({ ...one, route }));
}

const REPAIRING: Words = { vi: 'tìm cách sửa ít nhất', en: 'looking for the smallest repair' };
const WAYS: Words = { vi: 'tính các lối ra', en: 'computing the ways out' };

/** Repairs and ways out are some ten proofs each, so each is told before it begins. */
async function openRoute(question: FeasibilityQuestion, { asked, progress }: Judging) {
  const policy = asked.repair ?? 'reserveForDecider';
  const name = ROUTE_WORDS[question.route];
  const tell = async (what: Words): Promise<void> => {
    progress.long({ vi: `${name.vi}: ${what.vi}`, en: `${name.en}: ${what.en}` });
    await breathe();
  };
  if (asked.repair !== null) await tell(REPAIRING);
  const synthesis = asked.repair === null ? null : synthesise(question, policy);
  if (!asked.waysOut || question.route === 'sameAgency') return { synthesis, alternatives: null };
  await tell(WAYS);
  return { synthesis, alternatives: waysOut({ ...question, policy }) };
}

interface Judging {
  readonly asked: Asked;
  readonly progress: Progress;
}

/** Proves route after route. Pure but for the progress it tells. */
export async function judge(
  procedure: ProcedureVersion,
  { offices, range }: Proving,
  judging: Judging,
): Promise<readonly Judged[]> {
  const routes = routesAsked(procedure, judging.asked);
  const judged: Judged[] = [];
  for (const [index, route] of routes.entries()) {
    judging.progress.step(ROUTE_WORDS[route.route], { at: index + 1, of: routes.length });
    await breathe();
    const [channel] = route.channels;
    const question: FeasibilityQuestion = { procedure, ...route, channel, offices, range };
    const feasibility = feasibilityOf(question);
    const isOpen = feasibility.computable && feasibility.verdict !== 'SAFE';
    const more = isOpen ? await openRoute(question, judging) : { synthesis: null, alternatives: null };
    judged.push({ ...route, feasibility, ...more });
  }
  return judged;
}

/** The verdict on all that was asked: that of the worst route; nothing at all is not safe (law 8). */
export function verdictOn(judged: readonly Judged[]): Verdict {
  return worstVerdict(judged.map(({ feasibility }) => verdictOf(feasibility)));
}

/** A proof for other programs: instants as wall clocks in Vietnam, shares from 0 to 1, slack in the unit it names. */
export function proofView(feasibility: Feasibility): object {
  if (!feasibility.computable) return feasibility;
  const { best, worst, dynamicRescue, witness, unkeepable } = feasibility;
  const breaches = ({ starts, breaching, share, worstSlack, worstStart }: typeof best) => ({
    ...{ starts, breaching, share, worstSlack, worstStart: localIso(worstStart) },
  });
  return {
    ...feasibility,
    best: breaches(best),
    worst: { ...breaches(worst), hours: worst.hours, weekdays: worst.weekdays, dates: worst.dates },
    dynamicRescue: { ...breaches(dynamicRescue), rescues: dynamicRescue.rescues },
    unkeepable: unkeepable.map(({ first, ...leg }) => ({ ...leg, firstArrival: localIso(first.arrival) })),
    witness: {
      ...witness,
      ...{ start: localIso(witness.start), limitFrom: localIso(witness.limitFrom), end: localIso(witness.end) },
      steps: witness.steps.map((step) => ({ ...step, from: localIso(step.from), to: localIso(step.to) })),
    },
  };
}
