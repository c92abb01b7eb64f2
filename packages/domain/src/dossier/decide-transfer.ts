/** Custody between agencies: sending, receipt, acceptance, return, recall, redirection (law 6). */
import type { AgencyId } from '../kernel/ids.js';
import { isRefusal, refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import { ask } from '../procedure/ask.js';
import { positionOf } from '../procedure/position.js';
import type { Act, Decision } from './act.js';
import { fact } from './act.js';
import type { Dossier, TransferState } from './dossier.js';
import type { Fact, ResolutionFact } from './events.js';
import type { DecideFacts } from './file.js';
import type { CopyKind } from './intake.js';
import { gatheredResolution, goesHome } from './question.js';
import { isTransferOpen } from './relations.js';
import { unreachable } from './scope.js';

/** The transfer a command is about; the machine allows none of them without one. */
function transferOf(dossier: Dossier): TransferState {
  if (dossier.transfer === null) throw new Error('there is no transfer');
  return dossier.transfer;
}

interface Sending {
  readonly sent: Fact;
  readonly to: AgencyId;
  readonly copy: CopyKind;
  readonly attempt: number;
}

/** The sending, and the receipt with it where an electronic copy goes to an agency that has no software to confirm it. */
function withReceipt(dossier: Dossier, { sent, to, copy, attempt }: Sending, facts: DecideFacts): readonly Fact[] {
  if (copy !== 'electronic' || facts.agency(to)?.consoleOnly !== true) return [sent];
  const position = positionOf(dossier, facts.rules.procedure);
  const answer = ask(facts.rules.machine, { ...position, phase: sent.phase }, { type: 'confirmDelivery' });
  if (!answer.allowed) throw new Error(`no receipt possible in ${sent.phase}`);
  const receipt = { attempt, leg: 'transfer' as const };
  return [sent, fact('dossier.transferDelivered.v1', { at: sent.occurredAt, phase: answer.phase }, receipt)];
}

/** Corrected facts find the competent agency again; without them it stays who it was. */
function correctedResolution({ command, facts }: Act<'transfer'>): ResolutionFact | Refusal | null {
  return command.jurisdiction === undefined ? null : gatheredResolution(facts);
}

/**
 * Sends the dossier to the competent agency. An agency that sent it back for want of jurisdiction gets it again only on new
 * facts: `agency-not-competent`.
 */
export const transfer: Decision<'transfer'> = (act) => {
  const { command, at, phase, facts } = act;
  const { dossier } = act.file;
  const resolution = correctedResolution(act);
  if (isRefusal(resolution)) return resolution;
  const to = resolution?.agencyId ?? dossier.competentAgency;
  if (to === null) throw new Error('a dossier without a competent agency cannot be sent');
  if (facts.agency(to) === null) return refuse('agency-unknown', { agencyId: to });
  const last = dossier.transfer;
  if (resolution === null && last?.to === to && last.refusedFor === 'wrongJurisdiction') {
    return refuse('agency-not-competent', { agencyId: to, refusedFor: last.refusedFor });
  }
  const attempt = (last?.attempt ?? 0) + 1;
  const { copy } = command;
  const sent = fact('dossier.transferDispatched.v1', { at, phase }, { attempt, to, copy, resolution });
  return withReceipt(dossier, { sent, to, copy, attempt }, facts);
};

/** The receiver's receipt, of the dossier or of a supplement forwarded on paper. The engine signs only for a console-only agency. */
export const confirmDelivery: Decision<'confirmDelivery'> = ({ file, at, phase, facts }) => {
  const { attempt, to } = transferOf(file.dossier);
  if (facts.party.kind === 'engine' && facts.agency(to)?.consoleOnly !== true) {
    return refuse('actor-not-entitled', { command: 'confirmDelivery', needs: ['addressed'] });
  }
  const leg = file.dossier.phase === 'inTransfer' ? 'transfer' : 'supplement';
  return [fact('dossier.transferDelivered.v1', { at, phase }, { attempt, leg })];
};

export const acceptTransfer: Decision<'acceptTransfer'> = ({ file, at, phase }) => [
  fact('dossier.transferAccepted.v1', { at, phase }, { attempt: transferOf(file.dossier).attempt }),
];

/** Sent back with a reason; the minutes it took stay where they were spent (law 5). */
export const refuseTransfer: Decision<'refuseTransfer'> = ({ command, file, at, phase, facts }) => {
  const suggestedAgency = command.suggestedAgency ?? null;
  if (suggestedAgency !== null && facts.agency(suggestedAgency) === null) {
    return refuse('agency-unknown', { agencyId: suggestedAgency });
  }
  const { attempt } = transferOf(file.dossier);
  return [fact('dossier.transferRefused.v1', { at, phase }, { attempt, reason: command.reason, suggestedAgency })];
};

export const recallTransfer: Decision<'recallTransfer'> = ({ command, file, at, phase }) => {
  const { attempt } = transferOf(file.dossier);
  return [fact('dossier.transferRecalled.v1', { at, phase }, { attempt, reason: command.reason })];
};

/**
 * A supervisor moves a transfer that lapsed or bounced too often: on to another agency, or home to the receiver. The agency it
 * already lies with is no other one: `agency-not-competent`.
 */
export const redirectTransfer: Decision<'redirectTransfer'> = ({ command, file, at, phase, facts }) => {
  const { dossier } = file;
  const { copy, reason } = command;
  const last = transferOf(dossier);
  const to = goesHome(command, dossier) ? null : command.to;
  if (to === null) {
    return [fact('dossier.transferRedirected.v1', { at, phase }, { attempt: last.attempt, to, copy, reason })];
  }
  const beyond = unreachable(to, dossier, facts);
  if (beyond !== null) return beyond;
  if (isTransferOpen(dossier) && last.to === to) return refuse('agency-not-competent', { agencyId: to });
  const attempt = last.attempt + 1;
  const sent = fact('dossier.transferRedirected.v1', { at, phase }, { attempt, to, copy, reason });
  return withReceipt(dossier, { sent, to, copy, attempt }, facts);
};
