/** The timeline of one case of a procedure version, in one channel, on one route (DESIGN 4.2, 4.5, 4.6). */
import type { Channel, ProcedureVersion } from '../procedure/procedure.js';
import type { WorkDuration } from '../time/duration.js';
import { wholeDays, workMinutes } from '../time/duration.js';
import { timeOfDay } from '../time/time-of-day.js';
import type { NotComputable } from './not-computable.js';
import { notComputable } from './not-computable.js';
import type { DeskWork, Party, Stage, Timeline, TimelineLeg, Wait } from './timeline.js';

/** `crosses`: electronic, each leg ends at the desk that sends. `crossesByPost`: a carrier delivers and brings back. */
export const ROUTE_CLASSES = ['sameAgency', 'crosses', 'crossesByPost'] as const;
export type RouteClass = (typeof ROUTE_CLASSES)[number];

export interface TimelineOf {
  readonly procedure: ProcedureVersion;
  readonly caseKey: string;
  readonly channel: Channel;
  readonly route: RouteClass;
  /** Of the legal calendar: what `1wd` is. */
  readonly minutesPerDay: number;
  /** Work begins on the electronic copy; transfer and acceptance of the paper run beside it and hold up the decision only. */
  readonly electronicFirst?: boolean;
}

interface Rule {
  readonly budget: WorkDuration;
  readonly minimumWorkMinutes: number;
}

type LegOf = (key: string, owner: Party, rule: Rule) => TimelineLeg;

const legBuilder =
  (minutesPerDay: number): LegOf =>
  (key, owner, { budget, minimumWorkMinutes }) => ({
    key,
    owner,
    work: [{ desk: owner, minutes: minimumWorkMinutes }],
    budget: workMinutes(budget, minutesPerDay),
    cutoff: null,
  });

/** Delivery lies inside the transfer: its budget adds nothing, its minimum work does (DESIGN 4.2). */
function transferLeg({ procedure, route, minutesPerDay }: TimelineOf): TimelineLeg {
  const { transfer, delivery } = procedure.legs;
  const cutoff = procedure.transferCutoff === null ? null : timeOfDay(procedure.transferCutoff);
  const deliverer: Party = route === 'crossesByPost' ? 'carrier' : 'receiver';
  const dispatch: DeskWork = { desk: 'receiver', minutes: transfer.minimumWorkMinutes };
  return {
    key: 'transfer',
    owner: 'receiver',
    work: [dispatch, { desk: deliverer, minutes: delivery.minimumWorkMinutes }],
    budget: workMinutes(transfer.budget, minutesPerDay),
    cutoff,
  };
}

function waitsOf({ supplement, payment }: ProcedureVersion): readonly Wait[] {
  const limit = ({ pause: 'rests', restart: 'restarts', run: 'runs' } as const)[supplement.policy];
  const asked: Wait[] = [
    { key: 'supplement', rounds: supplement.maxRounds, days: wholeDays(supplement.timeout), limit },
  ];
  if (payment !== null) {
    const paid = payment.pausesLegalClock ? 'rests' : 'runs';
    asked.push({ key: 'payment', rounds: 1, days: wholeDays(payment.timeout), limit: paid });
  }
  return asked.filter(({ rounds }) => rounds > 0);
}

function stepLegs({ steps }: ProcedureVersion, legOf: LegOf): readonly TimelineLeg[] {
  return steps.map((step) => legOf(`step:${step.key}`, 'decider', step));
}

/** Opinions the decision waits for, asked for on arrival. Others do not hold it up. */
function opinionLegs({ consultations }: ProcedureVersion, legOf: LegOf): readonly TimelineLeg[] {
  return consultations
    .filter(({ requiredForDecision }) => requiredForDecision)
    .map((rule) => legOf(`consultation:${rule.key}`, `consulted:${rule.key}`, rule));
}

/** Steps one after another with waits between them, or joined with what runs beside them. */
function processing(steps: readonly TimelineLeg[], beside: readonly (readonly TimelineLeg[])[]): readonly Stage[] {
  if (beside.length > 0) return [{ kind: 'together', branches: [steps, ...beside] }];
  const taken = steps.flatMap((leg): Stage[] => [{ kind: 'mayWait' }, { kind: 'leg', leg, limitRests: false }]);
  return [...taken, { kind: 'mayWait' }];
}

function crossing(question: TimelineOf, legOf: LegOf): readonly Stage[] {
  const { procedure, route, electronicFirst = false } = question;
  const out = [transferLeg(question), legOf('acceptance', 'decider', procedure.legs.acceptance)];
  const steps = stepLegs(procedure, legOf);
  const opinions = opinionLegs(procedure, legOf).map((leg) => [leg]);
  const carrier: Party = route === 'crossesByPost' ? 'carrier' : 'decider';
  const back: Stage[] =
    procedure.legalEnd === 'readyForReturn'
      ? [{ kind: 'leg', leg: legOf('resultTransfer', carrier, procedure.legs.resultTransfer), limitRests: false }]
      : [];
  if (electronicFirst) return [{ kind: 'limitOpens' }, ...processing(steps, [out, ...opinions]), ...back];
  const fromReception = procedure.clockStart === 'reception';
  const limitRests = fromReception && procedure.transferExcluded;
  const opens: Stage = { kind: 'limitOpens' };
  const sent = out.map((leg): Stage => ({ kind: 'leg', leg, limitRests }));
  const begun = fromReception ? [opens, ...sent] : [...sent, opens];
  return [...begun, ...processing(steps, opinions), ...back];
}

function stagesOf(question: TimelineOf): readonly Stage[] {
  const legOf = legBuilder(question.minutesPerDay);
  if (question.route !== 'sameAgency') return crossing(question, legOf);
  const { procedure } = question;
  const opinions = opinionLegs(procedure, legOf).map((leg) => [leg]);
  return [{ kind: 'limitOpens' }, ...processing(stepLegs(procedure, legOf), opinions)];
}

/**
 * The timeline a dossier of this case goes through. Suspensions, extensions and refused transfers are no part of a plan (ADR 0019).
 * Not computable: an unknown case, no limit, a route the procedure does not offer, no step, an opinion that stops the clock.
 */
export function timelineOf(question: TimelineOf): Timeline | NotComputable {
  const { procedure, caseKey, channel, route } = question;
  const found = procedure.cases.find(({ key }) => key === caseKey);
  if (found === undefined) return notComputable('case-unknown', { caseKey });
  const limit = found.limits[channel];
  if (limit === null) return notComputable('limit-unknown', { caseKey, channel });
  if (route !== 'sameAgency' && procedure.boundaryScope === 'none')
    return notComputable('route-not-offered', { route });
  if (procedure.steps.length === 0) return notComputable('processing-without-budget');
  const pausing = procedure.consultations.find(({ pausesLegalClock }) => pausesLegalClock);
  if (pausing !== undefined) return notComputable('parallel-branches-with-pauses', { consultation: pausing.key });
  const cutoff = procedure.limitCutoff;
  const limitCutoff = cutoff === null ? null : timeOfDay(cutoff);
  return { limit, limitCutoff, stages: stagesOf(question), waits: waitsOf(procedure) };
}
