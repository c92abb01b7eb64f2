import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { dayOf, isoOfDay, lintProcedure, minuteOf, procedureVersionSchema } from '@lien-thong/domain';
import type { Feasibility, ProcedureVersion } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Caller } from '../identity/caller.js';
import { refuseErrors } from '../procedures/lint-problem.js';
import { PublishedVersions } from '../procedures/published.js';
import { LiveReference } from '../reference/live-reference.js';
import { CLOCK, REFERENCE } from '../runtime/tokens.js';
import { alternativeView, promisesView, synthesisView } from './alternatives-view.js';
import type { FeasibilityAnswer, FeasibilityBody } from './feasibility-body.js';
import { proofView } from './feasibility-view.js';
import type { ProofQuestion } from './proof-question.js';
import { digestOf } from './proof-question.js';
import { yearFrom } from './proof-range.js';
import { Proofs } from './proofs.js';
import { startGridView } from './start-grid-view.js';
import { questionOf } from './version-plan.js';

export class AskFeasibility extends Query<FeasibilityAnswer> {
  constructor(
    readonly caller: Caller,
    readonly body: FeasibilityBody,
    /** Given when he no longer waits for the answer. */
    readonly leaving: AbortSignal,
  ) {
    super();
  }
}

@QueryHandler(AskFeasibility)
export class AskFeasibilityHandler implements IQueryHandler<AskFeasibility> {
  constructor(
    private readonly proofs: Proofs,
    private readonly published: PublishedVersions,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** Throws not-found, lint-failed, agency-unknown, and what the proofs refuse. */
  async execute({ caller, body, leaving }: AskFeasibility): Promise<FeasibilityAnswer> {
    const procedure = await this.definitionOf(caller, body);
    const question = this.questionOf(procedure, body);
    const asker = caller.agencyId;
    const { proved } = await this.proofs.ask(asker, { kind: 'proof', question }, leaving);
    const { caseKey, channel, route } = question;
    return {
      ...{
        digest: digestOf({ kind: 'proof', question }),
        code: procedure.code,
        version: body.version?.version ?? null,
      },
      ...{ caseKey, channel, route },
      proof: proofView(proved.feasibility),
      grid: body.grid ? gridOf(proved.feasibility) : null,
      promises: promisesView(proved.promises),
      synthesis: await this.synthesisOf(asker, question, body),
      waysOut: await this.waysOutOf(asker, question, body),
    };
  }

  private async definitionOf(caller: Caller, { definition, version }: FeasibilityBody): Promise<ProcedureVersion> {
    if (version !== undefined) {
      return (await this.published.shownTo(caller, version.code, version.version)).definition;
    }
    refuseErrors(lintProcedure({ definition }));
    return procedureVersionSchema.parse({ version: 1, ...(definition as object) });
  }

  private questionOf(procedure: ProcedureVersion, body: FeasibilityBody): ProofQuestion {
    const today = isoOfDay(dayOf(minuteOf(this.clock.now())));
    const { agencies, channel, route, range = yearFrom(today) } = body;
    const caseKey = body.caseKey ?? procedure.cases[0]?.key ?? '';
    return questionOf(this.reference, { procedure, offices: agencies, range, caseKey, channel, route });
  }

  private async synthesisOf(
    asker: string,
    question: ProofQuestion,
    { synthesis: policies }: FeasibilityBody,
  ): Promise<FeasibilityAnswer['synthesis']> {
    const views: FeasibilityAnswer['synthesis'] = [];
    for (const policy of new Set(policies)) {
      const { synthesis } = await this.proofs.ask(asker, { kind: 'synthesis', question, policy });
      views.push(synthesisView(policy, synthesis));
    }
    return views;
  }

  private async waysOutOf(
    asker: string,
    question: ProofQuestion,
    { waysOut: policy }: FeasibilityBody,
  ): Promise<FeasibilityAnswer['waysOut']> {
    if (policy === null) return [];
    const { alternatives } = await this.proofs.ask(asker, { kind: 'waysOut', question, policy });
    return alternatives.map(alternativeView);
  }
}

function gridOf(feasibility: Feasibility): FeasibilityAnswer['grid'] {
  const grid = feasibility.computable ? feasibility.grid : undefined;
  return grid === undefined ? null : startGridView(grid);
}
