/** From a call and a body to an act, and from its outcome to an answer or a problem. */
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DossierId } from '@lien-thong/domain';
import type { Accepted, LedgerOutcome, PreviewOutcome } from '@lien-thong/engine';
import { CheckReceipt } from '../custody/check-receipt.js';
import { Problem } from '../http/problem.js';
import { problemOf } from '../http/refusal-problem.js';
import { KeyRing } from '../store/private-crypto.js';
import type { Viewer } from '../store/read-as.js';
import { split } from './bodies.js';
import type { ActBody, AnswerView, ForeseenView, OpenedView } from './bodies.js';
import type { Call } from './call.js';
import { DossierReader } from './dossier-reader.js';
import { PreviewCommand } from './preview-command.js';
import { SubmitCommand } from './submit-command.js';
import type { Act } from './submit-command.js';

@Injectable()
export class ActOnDossier {
  constructor(
    private readonly commands: CommandBus,
    private readonly ring: KeyRing,
    private readonly reader: DossierReader,
    private readonly receipts: CheckReceipt,
  ) {}

  /** Opens a dossier. Throws the `Problem` a refusal stands for. */
  async open(call: Call, body: ActBody): Promise<OpenedView | ForeseenView> {
    const act = this.actOf(call, null, body);
    if (call.dryRun) return foreseen(await this.commands.execute(new PreviewCommand(act)));
    return this.opened(accepted(await this.commands.execute(new SubmitCommand(act))));
  }

  /** Acts on the dossier of that code. Throws `if-match-required`, `dossier-not-found`, or what a refusal stands for. */
  async act(call: Call, code: string, body: ActBody): Promise<AnswerView | ForeseenView> {
    // People must say which version they saw, so that nobody overwrites what he has not read; software may (DESIGN §5).
    if (call.ifMatch === null && call.caller.kind === 'person' && !call.dryRun) throw new Problem('if-match-required');
    const act = this.actOf(call, await this.dossierCalled(call.caller, code), body);
    // A dry run writes nothing that would need a signature.
    if (call.dryRun) return foreseen(await this.commands.execute(new PreviewCommand(act)));
    return answerOf(accepted(await this.commands.execute(new SubmitCommand(await this.withCustody(act)))));
  }

  /** The act with what was found out of its receipt, or of the want of one. */
  async withCustody(act: Act): Promise<Act> {
    const custody = await this.receipts.execute(act);
    return custody === undefined ? act : { ...act, custody };
  }

  /** The dossier the code, or a provisional one, leads this caller to. Throws `dossier-not-found` alike for none and for one of others. */
  async dossierCalled(viewer: Viewer, code: string): Promise<DossierId> {
    const dossierId = await this.reader.idSeenBy(viewer, code);
    if (dossierId === null) throw new Problem('dossier-not-found');
    return dossierId;
  }

  actOf({ caller, key, ifMatch }: Omit<Call, 'dryRun'>, dossierId: DossierId | null, body: ActBody): Act {
    return { caller, dossierId, key, ifMatch, ...split(body) };
  }

  /** With the secret that is printed on the receipt: whoever took the dossier in may print it again. */
  opened(outcome: Accepted): OpenedView {
    return { ...answerOf(outcome), trackingSecret: this.ring.trackingSecret(outcome.dossierId) };
  }
}

/**
 * The outcome of an accepted act. Throws the `Problem` a refusal stands for, and `conflict-recorded` where all that was recorded is
 * that the claim contradicts the journal: software that looks at the status alone must not take its fact for accepted.
 */
export function accepted(outcome: LedgerOutcome): Accepted {
  if (outcome.kind === 'refused') throw problemOf(outcome.refusal);
  const { conflict, version, eventIds } = outcome;
  if (conflict !== undefined) {
    throw new Problem('conflict-recorded', { conflict, version, event: eventIds.at(-1) ?? null });
  }
  return outcome;
}

export function answerOf({ code, version, seq, phase, eventIds, replayed }: Accepted): AnswerView {
  return { code, version, seq, phase, eventIds, replayed };
}

function foreseen(outcome: PreviewOutcome): ForeseenView {
  if (outcome.kind === 'refused') throw problemOf(outcome.refusal);
  const facts = outcome.facts.map(({ type, occurredAt, phase, data }) => ({ type, occurredAt, phase, data }));
  return { dryRun: true, phase: outcome.phase, facts };
}
