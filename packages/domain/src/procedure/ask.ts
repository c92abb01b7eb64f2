/** The machine's answer to a command: yes with the phase that follows, or no with a stable code. Pure. */
import { COMMAND_TYPES } from '../dossier/commands.js';
import type { CommandType } from '../dossier/commands.js';
import type { RefusalCode } from '../kernel/refusal.js';
import { choicesOf } from './choices.js';
import { CONSULTATION_COMMANDS, tableOf } from './compile-table.js';
import type { ConsultationCommand, ConsultationEdges, PhaseEdge, Table } from './compile-table.js';
import { GUARDS } from './guards.js';
import type { Answer, Position, Signal } from './machine.js';
import type { ProcedureMachine } from './build-machine.js';
import type { ConsultationState } from './phase.js';
import type { ProcedureVersion } from './procedure.js';
import type { Source } from './transitions.js';

const no = (code: RefusalCode): Answer => ({ allowed: false, code });

/** Why a command leads nowhere in the whole machine: the procedure does not foresee it. */
const NOT_FORESEEN: Partial<Record<CommandType, RefusalCode>> = {
  requestPayment: 'payment-not-foreseen',
  confirmPayment: 'payment-not-foreseen',
  requestSupplement: 'supplement-rounds-exhausted',
  startStep: 'step-unknown',
  completeStep: 'step-unknown',
  extend: 'extension-not-foreseen',
};

const WRONG_CONSULTATION_STATE: Record<ConsultationCommand, RefusalCode> = {
  requestConsultation: 'consultation-not-idle',
  answerConsultation: 'consultation-not-open',
  cancelConsultation: 'consultation-not-open',
};

interface ConsultationSignal extends Signal {
  readonly type: ConsultationCommand;
}

function isConsultationCommand(command: CommandType): command is ConsultationCommand {
  return (CONSULTATION_COMMANDS as readonly CommandType[]).includes(command);
}

/** The first edge whose guards hold; otherwise the no of the last, most general one. */
function firstOpen(table: Table, edges: readonly PhaseEdge[], { facts }: Position): Answer {
  let code: RefusalCode = 'command-not-allowed';
  for (const { to, guards } of edges) {
    const failed = guards.find((guard) => !table.holds(facts, guard));
    if (failed === undefined) return { allowed: true, phase: to };
    code = GUARDS[failed].code;
  }
  return no(code);
}

function askDossier(table: Table, position: Position, type: CommandType): Answer {
  const edges = table.phases.get(position.phase)?.get(type);
  if (edges !== undefined) return firstOpen(table, edges, position);
  return no(table.commands.has(type) ? 'command-not-allowed' : (NOT_FORESEEN[type] ?? 'command-not-allowed'));
}

/** Why a region does not take a command in the state it is in: the phase forbids it, or it was asked or answered already. */
function regionRefusal(
  edges: ConsultationEdges,
  { phase, state }: { readonly phase: Source; readonly state: ConsultationState },
  command: ConsultationCommand,
): RefusalCode {
  const elsewhere = [...edges.values()].flatMap((ofState) => ofState.get(command) ?? []);
  // Only withdrawing a question that the decision must wait for is in no state of a region.
  if (elsewhere.length === 0) return state === 'open' ? 'consultations-unanswered' : WRONG_CONSULTATION_STATE[command];
  const phaseAllows = elsewhere.some(({ phases }) => phases.has(phase));
  return phaseAllows ? WRONG_CONSULTATION_STATE[command] : 'command-not-allowed';
}

function askConsultation(table: Table, { phase, facts }: Position, signal: ConsultationSignal): Answer {
  const { type: command, consultation: key = '' } = signal;
  const edges = table.consultations.get(key);
  if (edges === undefined) return no('consultation-unknown');
  const state = facts.consultations[key] ?? 'idle';
  const ofState = edges.get(state);
  if (ofState === undefined) throw new RangeError(`no such state of a consultation: ${state}`);
  const edge = ofState.get(command);
  if (edge === undefined) return no(regionRefusal(edges, { phase, state }, command));
  if (phase === 'start' || !edge.phases.has(phase)) return no('command-not-allowed');
  return { allowed: true, phase };
}

/**
 * Asks the machine whether a dossier at `position` may take the command, and which phase follows (a consultation's command
 * changes none). Refuses with the code of the guard that stands in the way, `command-not-allowed` where no edge exists, or why the
 * procedure does not foresee the command. Throws RangeError for a phase or consultation state the machine does not know.
 */
export function ask(machine: ProcedureMachine, position: Position, signal: Signal): Answer {
  const table = tableOf(machine);
  const { type } = signal;
  if (!table.phases.has(position.phase)) throw new RangeError(`no such phase: ${position.phase}`);
  return isConsultationCommand(type)
    ? askConsultation(table, position, { ...signal, type })
    : askDossier(table, position, type);
}

export interface AllowedByState {
  readonly command: CommandType;
  readonly allowed: boolean;
  /** Why not; absent where it is allowed. */
  readonly code?: RefusalCode;
  /** Of a consultation's command: the keys it may name now. */
  readonly consultations?: readonly string[];
}

function consultationEntry(
  { machine, position, procedure }: { machine: ProcedureMachine; position: Position; procedure: ProcedureVersion },
  command: ConsultationCommand,
): AllowedByState {
  const keys = procedure.consultations.map(({ key }) => key);
  const answers = keys.map((key) => ask(machine, position, { type: command, consultation: key }));
  const consultations = keys.filter((_, index) => answers[index]?.allowed);
  if (consultations.length > 0) return { command, allowed: true, consultations };
  const refused = answers.find((answer) => !answer.allowed);
  return { command, allowed: false, code: refused?.code ?? 'consultation-unknown', consultations };
}

/**
 * Every command with whether the state allows it, in the order of `COMMAND_TYPES`. A command whose outcome hangs on what it will
 * say or find (the competent agency, the way of a redirection) counts as allowed if one of its choices is.
 */
export function allowedCommands(
  machine: ProcedureMachine,
  position: Position,
  procedure: ProcedureVersion,
): readonly AllowedByState[] {
  return COMMAND_TYPES.map((command) => {
    if (isConsultationCommand(command)) return consultationEntry({ machine, position, procedure }, command);
    const answers = choicesOf(command).map((choice) =>
      ask(machine, { ...position, facts: { ...position.facts, ...choice } }, { type: command }),
    );
    const [first] = answers;
    if (first === undefined || first.allowed || answers.some(({ allowed }) => allowed))
      return { command, allowed: true };
    return { command, allowed: false, code: first.code };
  });
}
