/** Taking a dossier in: submission, reception, refusal at the counter, and finding out who is competent. */
import type { AgencyId } from '../kernel/ids.js';
import { isRefusal, refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import type { ProcedureCase } from '../procedure/procedure.js';
import { promiseFor } from '../sla/promise.js';
import type { Act, Decision } from './act.js';
import { fact } from './act.js';
import type { Dossier } from './dossier.js';
import type { Pin, ResolutionFact } from './events.js';
import type { DecideFacts } from './file.js';
import type { AreaFacts, DocumentRef, Intake } from './intake.js';
import { gatheredResolution, isHeld } from './question.js';
import { unreachable } from './scope.js';

/** The ledger numbers the dossier in the transaction that stores it, before the fact is hashed. */
const NUMBERED_BY_THE_LEDGER = '';

function caseOf(intake: Intake, { procedure }: DecideFacts['rules']): ProcedureCase | Refusal {
  const { cases } = procedure;
  const [only] = cases;
  const chosen =
    intake.caseKey === undefined && cases.length === 1 ? only : cases.find(({ key }) => key === intake.caseKey);
  return chosen ?? refuse('case-unknown', { case: intake.caseKey ?? null, cases: cases.map(({ key }) => key) });
}

/** The receiver of a dossier about to be taken in: the agency the actor works for (entitlement has made sure there is one). */
function receiverOf({ party }: DecideFacts): AgencyId {
  if (party.agencyId === null) throw new Error('a dossier is taken in by an agency');
  return party.agencyId;
}

/** Pins a new dossier to the procedure version, case, limit and legal calendar of this moment. */
function pinOf(intake: Intake, facts: DecideFacts): Pin | Refusal {
  const { procedure, legal } = facts.rules;
  if (intake.procedureCode !== procedure.code) throw new Error('the rules gathered are of another procedure');
  const receivingAgency = receiverOf(facts);
  const receiver = facts.agency(receivingAgency);
  if (receiver === null) return refuse('agency-unknown', { agencyId: receivingAgency });
  const chosen = caseOf(intake, facts.rules);
  if (isRefusal(chosen)) return chosen;
  const limit = chosen.limits[intake.channel];
  if (limit === null) {
    return refuse('procedure-limit-unknown', {
      procedure: procedure.code,
      case: chosen.key,
      channel: intake.channel,
    });
  }
  return {
    procedureCode: procedure.code,
    procedureVersion: procedure.version,
    builderVersion: procedure.builderVersion,
    caseKey: chosen.key,
    channel: intake.channel,
    limit,
    receivingAgency,
    calendarProvince: receiver.provinceCode,
    calendarVersion: legal.version,
  };
}

/** Online and by post only: what is handed in at a counter is received there and then. */
export const submit: Decision<'submit'> = ({ command, at, phase, facts }) => {
  if (command.intake.channel === 'counter') {
    return refuse('command-not-allowed', { phase: 'start', allowed: ['receive'], channel: 'counter' });
  }
  const pin = pinOf(command.intake, facts);
  if (isRefusal(pin)) return pin;
  const { jurisdiction, documents } = command.intake;
  const code = { code: NUMBERED_BY_THE_LEDGER, codeProvisional: true };
  return [fact('dossier.submitted.v1', { at, phase }, { ...code, pin, jurisdiction, documents })];
};

interface Taken {
  readonly pin: Pin;
  readonly jurisdiction: AreaFacts;
  readonly documents: readonly DocumentRef[];
}

/** What is received: a new intake, or a submitted dossier, whose intake stands as it was submitted. */
function takenIn(dossier: Dossier | null, { command, facts }: Act<'receive'>): Taken | Refusal {
  if (dossier !== null) {
    if (command.intake === undefined) return { pin: dossier.pin, jurisdiction: dossier.jurisdiction, documents: [] };
    return refuse('command-not-allowed', { phase: dossier.phase, allowed: ['receive'], field: 'intake' });
  }
  if (command.intake === undefined) throw new Error('entitlement lets no reception without an intake through');
  const pin = pinOf(command.intake, facts);
  return isRefusal(pin) ? pin : { ...command.intake, pin };
}

/** Received by its agency: pinned, promised, and either routed or held because nobody competent is known (DESIGN 4.7). */
export const receive: Decision<'receive'> = (act) => {
  const { command, file, at, phase, facts } = act;
  const taken = takenIn(file?.dossier ?? null, act);
  if (isRefusal(taken)) return taken;
  const held = isHeld(command, facts);
  const outcome = gatheredResolution(facts);
  if (isRefusal(outcome) && !held) return outcome;
  const resolution = isRefusal(outcome) ? null : outcome;
  const { pin, jurisdiction, documents } = taken;
  const received = {
    code: NUMBERED_BY_THE_LEDGER,
    codeProvisional: held,
    pin,
    jurisdiction,
    documents: [...documents],
    resolution,
    heldReason: held ? (command.holdForJurisdiction?.reason ?? null) : null,
    promise: promiseFor({ pin, resolution, receivedAt: at, rules: facts.rules }),
  };
  return [fact('dossier.received.v1', { at, phase }, received)];
};

export const refuseReception: Decision<'refuseReception'> = ({ command, at, phase }) => [
  fact('dossier.receptionRefused.v1', { at, phase }, { reason: command.reason }),
];

/** The rule a coordinator's own decision is journalled under. */
export const COORDINATOR_RULE = 'coordinator-decision';

function resolutionGiven({ command, file, facts }: Act<'resolveJurisdiction'>): ResolutionFact | Refusal {
  if (command.decision === undefined) return gatheredResolution(facts);
  const { agencyId, legalBasis } = command.decision;
  const beyond = unreachable(agencyId, file.dossier, facts);
  if (beyond !== null) return beyond;
  return { agencyId, ruleId: COORDINATOR_RULE, legalBasis, areaCode: null };
}

/** Ends the wait for a competent agency, by better facts or by a coordinator's decision; the provisional code becomes an alias. */
export const resolveJurisdiction: Decision<'resolveJurisdiction'> = (act) => {
  const resolution = resolutionGiven(act);
  if (isRefusal(resolution)) return resolution;
  const { at, phase } = act;
  const code = { code: NUMBERED_BY_THE_LEDGER, codeProvisional: false };
  return [fact('dossier.jurisdictionResolved.v1', { at, phase }, { ...code, resolution })];
};
