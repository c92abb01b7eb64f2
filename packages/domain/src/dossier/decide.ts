/** The one decision: command in, facts or a refusal out. Pure. */
import { isRefusal, refuse } from '../kernel/refusal.js';
import type { Refusal, RefusalCode } from '../kernel/refusal.js';
import { ask } from '../procedure/ask.js';
import { positionOf } from '../procedure/position.js';
import type { Act, Decision, OpeningCommand } from './act.js';
import { commandsFor } from './allowed.js';
import type { Command, CommandType } from './commands.js';
import { receive, refuseReception, resolveJurisdiction, submit } from './decide-intake.js';
import { confirmPayment, provideSupplement, requestPayment, requestSupplement, withdraw } from './decide-applicant.js';
import { close, correctReception, resume, suspend } from './decide-clock.js';
import { apologise, deliverApology, extend } from './decide-promise.js';
import { confirmResultArrival, decideOutcome, dispatchResult, notifyApplicant, returnResult } from './decide-result.js';
import {
  acceptTransfer,
  confirmDelivery,
  recallTransfer,
  redirectTransfer,
  refuseTransfer,
  transfer,
} from './decide-transfer.js';
import {
  answerConsultation,
  assign,
  cancelConsultation,
  completeStep,
  requestConsultation,
  startStep,
} from './decide-work.js';
import { correctTime, resolveConflict } from './revision/decide-revision.js';
import { enterLate, lateReceipt } from './revision/enter-late.js';
import { entitlementRefusal } from './entitlement.js';
import type { Fact } from './events.js';
import type { DecideFacts, DossierFile } from './file.js';
import { extraFacts, signalOf } from './question.js';
import { missingOpinions } from './missing-opinions.js';
import { standingRefusal } from './standing.js';
import { occurredAtOf } from './times.js';

const DECISIONS: { readonly [T in CommandType]: Decision<T> } = {
  submit,
  receive,
  refuseReception,
  resolveJurisdiction,
  transfer,
  confirmDelivery,
  acceptTransfer,
  refuseTransfer,
  recallTransfer,
  redirectTransfer,
  assign,
  startStep,
  completeStep,
  requestConsultation,
  answerConsultation,
  cancelConsultation,
  requestSupplement,
  provideSupplement,
  requestPayment,
  confirmPayment,
  suspend,
  resume,
  decide: decideOutcome,
  dispatchResult,
  confirmResultArrival,
  notifyApplicant,
  returnResult,
  withdraw,
  close,
  extend,
  apologise,
  deliverApology,
  correctReception,
  correctTime,
  enterLate: (act) => enterLate(act, decide),
  resolveConflict,
};

const OPENING: readonly OpeningCommand[] = ['submit', 'receive'];

/** A no of the machine: its code, the phase, and what the caller may do instead. */
function stateRefusal(file: DossierFile | null, facts: DecideFacts, code: RefusalCode): Refusal {
  // Where no boundary may be crossed, a receiver that is not found competent is refused by why it was not found.
  if (code === 'outside-boundary-scope' && isRefusal(facts.resolution)) return facts.resolution;
  if (file === null) return refuse(code, { phase: 'start', allowed: OPENING });
  const commands = commandsFor(file, facts.party, facts.rules);
  const allowed = commands.filter((entry) => entry.allowed).map(({ command }) => command);
  const missing = code === 'consultations-unanswered' ? missingOpinions(file.dossier, facts.rules.procedure) : {};
  return refuse(code, { phase: file.dossier.phase, allowed, ...missing });
}

/**
 * Decides a command on a dossier (`null`: there is none yet). Order of checks: may the actor → does the state allow it → is its
 * time admissible → its own facts. A receipt or an opinion learnt behind later facts is decided at its place. Each no is a Refusal with a stable code; what was not gathered for the decision throws.
 */
export function decide(file: DossierFile | null, command: Command, facts: DecideFacts): readonly Fact[] | Refusal {
  const late = file === null ? null : lateReceipt({ file, command, facts }, decided);
  return late ?? decided(file, command, facts);
}

function decided(file: DossierFile | null, command: Command, facts: DecideFacts): readonly Fact[] | Refusal {
  const dossier = file?.dossier ?? null;
  const { machine, procedure } = facts.rules;
  const notEntitled = entitlementRefusal(dossier, command, facts.party);
  if (notEntitled !== null) return notEntitled;
  const position = positionOf(dossier, procedure, extraFacts(dossier, command, facts));
  const answer = ask(machine, position, signalOf(command));
  if (!answer.allowed) return stateRefusal(file, facts, answer.code);
  const at = occurredAtOf(command, file, facts.now);
  if (typeof at !== 'string') return at;
  const standing = dossier === null ? null : standingRefusal(command.type, dossier, procedure);
  if (standing !== null) return standing;
  // The table pairs each command with its own function; TypeScript cannot follow that pairing through an index.
  const decision = DECISIONS[command.type] as Decision<CommandType>;
  return decision({ command, file, at, phase: answer.phase, facts } as Act<CommandType>);
}
