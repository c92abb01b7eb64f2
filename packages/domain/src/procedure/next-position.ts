/** What the guards see after an act: the part of the dossier's `evolve` that the machine's loops and choices hang on. */
import type { CommandType } from '../dossier/commands.js';
import type { GuardFacts, Position, Signal } from './machine.js';
import { NO_FACTS } from './position.js';
import type { ConsultationState, Phase, SuspendablePhase } from './phase.js';
import { SUSPENDABLE_PHASES } from './phase.js';
import type { Source } from './transitions.js';

export interface Act extends Signal {
  /** What the command brings along, by which the machine chose. */
  readonly choice: Partial<GuardFacts>;
}

function suspendable(phase: Source): SuspendablePhase | null {
  return SUSPENDABLE_PHASES.find((candidate) => candidate === phase) ?? null;
}

const CONSULTATION_AFTER: Partial<Record<CommandType, ConsultationState>> = {
  requestConsultation: 'open',
  answerConsultation: 'answered',
  cancelConsultation: 'cancelled',
};

function consultationChange(facts: GuardFacts, { type, consultation }: Act): Partial<GuardFacts> {
  const state = CONSULTATION_AFTER[type];
  if (state === undefined || consultation === undefined) return {};
  return { consultations: { ...facts.consultations, [consultation]: state } };
}

function changes({ phase, facts }: Position, act: Act): Partial<GuardFacts> {
  const { type, choice } = act;
  switch (type) {
    case 'receive':
      return { received: true, receiverIsCompetent: choice.receiverIsCompetent === true };
    case 'resolveJurisdiction':
      return { receiverIsCompetent: choice.receiverIsCompetent === true };
    case 'confirmDelivery':
      return { lapsed: false, supplementForwarding: false };
    case 'acceptTransfer':
    case 'recallTransfer':
      return { lapsed: false };
    case 'refuseTransfer':
      return { lapsed: false, bounces: facts.bounces + 1 };
    case 'redirectTransfer':
      return { lapsed: false, redirects: facts.redirects + 1 };
    case 'requestSupplement':
      return {
        supplementRounds: facts.supplementRounds + 1,
        supplementFrom: phase === 'submitted' ? 'submitted' : 'processing',
        supplementForwarding: false,
      };
    case 'provideSupplement':
      return { supplementFrom: null, supplementForwarding: choice.supplementForwarding === true };
    case 'suspend':
      return { resumeTo: suspendable(phase) };
    case 'resume':
      return { resumeTo: null };
    default:
      return consultationChange(facts, act);
  }
}

/** The position after an act that the machine allowed and that led to `phase`. What a command only brought along is gone again. */
export function nextPosition(position: Position, act: Act, phase: Phase): Position {
  const { heldForJurisdiction, redirectHome } = NO_FACTS;
  return { phase, facts: { ...position.facts, heldForJurisdiction, redirectHome, ...changes(position, act) } };
}
