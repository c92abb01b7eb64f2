/** The verdict on a version: every route proved, one after the other, while whoever asked waits for as long as a request may. */
import { Inject, Injectable } from '@nestjs/common';
import { needsApproval, verdictOf, worstVerdict } from '@lien-thong/domain';
import type {
  AgencyId,
  Channel,
  Duration,
  Feasibility,
  ProcedureVersion,
  RouteClass,
  Verdict,
} from '@lien-thong/domain';
import { Problem } from '../http/problem.js';
import { LiveReference } from '../reference/live-reference.js';
import { REFERENCE } from '../runtime/tokens.js';
import type { AskedRange } from './proof-range.js';
import { Proofs } from './proofs.js';
import { planOf } from './version-plan.js';
import type { PlannedRoute, VersionPlan } from './version-plan.js';

/** One route at one pair of hours. Figures are null where nothing can be computed. */
export interface RouteVerdict {
  readonly caseKey: string;
  readonly channels: readonly Channel[];
  readonly route: RouteClass;
  readonly limit: Duration;
  readonly receiver: AgencyId;
  readonly decider: AgencyId;
  readonly verdict: Verdict;
  readonly digest: string;
  readonly feasibility: Feasibility;
}

/** What is kept of a route with a published version. */
export interface KeptRoute extends Omit<RouteVerdict, 'feasibility'> {
  readonly reason: string | null;
  readonly worstSlack: number | null;
  readonly slackUnit: 'minutes' | 'days' | null;
  readonly worstShare: number | null;
  readonly bestShare: number | null;
  readonly provisionalFrom: string | null;
}

/** What is known of a version's timeline; kept with it when it is published. */
export interface VersionVerdict {
  readonly verdict: Verdict;
  readonly digest: string;
  readonly range: AskedRange;
  readonly calendars: readonly string[];
  readonly routes: readonly RouteVerdict[];
}
export interface KeptVerdict extends Omit<VersionVerdict, 'routes'> {
  readonly routes: readonly KeptRoute[];
}

/** A request may wait so long (real time); what is being proved goes on meanwhile, and is there when it is asked for again. */
const PATIENCE_MS = 20_000;
const RETRY_AFTER_SECONDS = 5;

@Injectable()
export class VersionVerdicts {
  private readonly underway = new Map<string, Promise<VersionVerdict>>();

  constructor(
    private readonly proofs: Proofs,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  /** What would have to be proved now. */
  plan(procedure: ProcedureVersion, range: AskedRange): VersionPlan {
    return planOf(this.reference, procedure, range);
  }

  /** Throws the `Problem`s feasibility-underway, feasibility-busy, feasibility-too-large, feasibility-too-long. */
  async prove(asker: string, plan: VersionPlan): Promise<VersionVerdict> {
    const proving = this.underway.get(plan.digest) ?? this.begin(asker, plan);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, null);
    });
    const verdict = await Promise.race([proving, patience]).finally(() => clearTimeout(timer));
    if (verdict !== null) return verdict;
    throw new Problem('feasibility-underway', {
      routes: plan.routes.length,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    }).with({ 'retry-after': String(RETRY_AFTER_SECONDS) });
  }

  private begin(asker: string, plan: VersionPlan): Promise<VersionVerdict> {
    const proving = this.provedOneByOne(asker, plan).finally(() => this.underway.delete(plan.digest));
    this.underway.set(plan.digest, proving);
    // Whoever has stopped waiting is told when he asks again.
    proving.catch(() => undefined);
    return proving;
  }

  private async provedOneByOne(asker: string, { routes, digest, range }: VersionPlan): Promise<VersionVerdict> {
    const proved: RouteVerdict[] = [];
    for (const route of routes) proved.push(await this.provedRoute(asker, route));
    const calendars = proved.flatMap(({ feasibility }) =>
      feasibility.computable ? feasibility.validity.calendars : [],
    );
    const verdict = worstVerdict(proved.map((one) => one.verdict));
    return { verdict, digest, range, calendars: [...new Set(calendars)].sort(), routes: proved };
  }

  private async provedRoute(asker: string, planned: PlannedRoute): Promise<RouteVerdict> {
    const { question, ...route } = planned;
    const { proved } = await this.proofs.ask(asker, { kind: 'proof', question });
    return { ...route, verdict: verdictOf(proved.feasibility), feasibility: proved.feasibility };
  }
}

function keptRoute({ feasibility, ...route }: RouteVerdict): KeptRoute {
  if (!feasibility.computable) {
    const none = { worstSlack: null, slackUnit: null, worstShare: null, bestShare: null, provisionalFrom: null };
    return { ...route, ...none, reason: feasibility.reason };
  }
  const { worst, best, slackUnit, validity } = feasibility;
  return {
    ...route,
    ...{ reason: null, worstSlack: worst.worstSlack, slackUnit, worstShare: worst.share, bestShare: best.share },
    provisionalFrom: validity.provisionalFrom,
  };
}

/** The verdict without what can be proved again. */
export function keptVerdict({ routes, ...verdict }: VersionVerdict): KeptVerdict {
  return { ...verdict, routes: routes.map(keptRoute) };
}

/** Whether somebody must answer for it by name (law 7). */
export const isUnsafe = ({ verdict }: Pick<VersionVerdict, 'verdict'>): boolean => needsApproval(verdict);
