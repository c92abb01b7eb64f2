/**
 * A machine compiled into a table by walking its own nodes, because XState takes about a hundred microseconds for one question to
 * a parallel machine. It is no second definition: edges and guards are read from the machine, and a spec compares the
 * answers with XState's own `transition()`.
 */
import { consultationOf, DOSSIER_REGION, eventOf } from './build-machine.js';
import { isGuardName } from './guards.js';
import type { GuardName } from './guards.js';
import type { GuardFacts } from './machine.js';
import type { ProcedureMachine } from './build-machine.js';
import { CONSULTATION_STATES, isPhase, PHASES } from './phase.js';
import type { ConsultationState, Phase } from './phase.js';
import { NO_FACTS } from './position.js';
import { snapshotAt } from './snapshot.js';
import type { Source } from './transitions.js';

export const CONSULTATION_COMMANDS = ['requestConsultation', 'answerConsultation', 'cancelConsultation'] as const;
export type ConsultationCommand = (typeof CONSULTATION_COMMANDS)[number];

export interface PhaseEdge {
  readonly to: Phase;
  readonly guards: readonly GuardName[];
}
export interface ConsultationEdge {
  readonly to: ConsultationState;
  /** Phases of the dossier in which the region may take it. */
  readonly phases: ReadonlySet<Source>;
}
export type PhaseEdges = ReadonlyMap<string, readonly PhaseEdge[]>;
export type ConsultationEdges = ReadonlyMap<ConsultationState, ReadonlyMap<ConsultationCommand, ConsultationEdge>>;

export interface Table {
  readonly phases: ReadonlyMap<Source, PhaseEdges>;
  readonly consultations: ReadonlyMap<string, ConsultationEdges>;
  /** Commands that lead anywhere at all in the dossier's region. */
  readonly commands: ReadonlySet<string>;
  readonly notForeseen: ReadonlySet<Phase>;
  /** The machine's own guard. */
  readonly holds: (facts: GuardFacts, guard: GuardName) => boolean;
}

type StateNode = ProcedureMachine['root'];
type Transition = StateNode['transitions'] extends Map<string, (infer T)[]> ? T : never;

const SOURCES: readonly Source[] = ['start', ...PHASES];

function child(node: StateNode, key: string): StateNode {
  const found = node.states[key];
  if (found === undefined) throw new Error(`the machine has no node ${key}`);
  return found;
}

function targetOf(transition: Transition): string {
  const [target] = transition.target ?? [];
  if (target === undefined) throw new Error(`an edge of ${transition.source.id} leads nowhere`);
  return target.key;
}

function guardsOf({ guard, source }: Transition): readonly GuardName[] {
  if (guard === undefined) return [];
  const names: unknown = typeof guard === 'object' && 'params' in guard ? guard.params : undefined;
  if (!Array.isArray(names)) throw new Error(`unreadable guard in ${source.id}`);
  return names.map((name: unknown) => {
    if (typeof name === 'string' && isGuardName(name)) return name;
    throw new Error(`unknown guard in ${source.id}`);
  });
}

function phaseEdge(transition: Transition): PhaseEdge {
  const to = targetOf(transition);
  if (!isPhase(to)) throw new Error(`${to} is no phase`);
  return { to, guards: guardsOf(transition) };
}

function phaseEdges(node: StateNode): PhaseEdges {
  return new Map([...node.transitions].map(([command, transitions]) => [command, transitions.map(phaseEdge)]));
}

/** A consultation's edges hang on the phase alone, so XState itself is asked, once per phase. */
function phasesFor(machine: ProcedureMachine, key: string, at: [ConsultationState, ConsultationCommand]) {
  const [state, command] = at;
  const event = { type: eventOf(command, key) };
  const facts = { ...NO_FACTS, consultations: { [key]: state } };
  return new Set(SOURCES.filter((phase) => snapshotAt(machine, { phase, facts }).can(event)));
}

function consultationEdges(machine: ProcedureMachine, region: StateNode, key: string): ConsultationEdges {
  const edges = new Map<ConsultationState, Map<ConsultationCommand, ConsultationEdge>>();
  for (const state of CONSULTATION_STATES) {
    const ofState = new Map<ConsultationCommand, ConsultationEdge>();
    for (const command of CONSULTATION_COMMANDS) {
      const [transition] = child(region, state).transitions.get(eventOf(command, key)) ?? [];
      const to = CONSULTATION_STATES.find((name) => transition !== undefined && name === targetOf(transition));
      if (to !== undefined) ofState.set(command, { to, phases: phasesFor(machine, key, [state, command]) });
    }
    edges.set(state, ofState);
  }
  return edges;
}

function guardOf(machine: ProcedureMachine): Table['holds'] {
  const { when } = machine.implementations.guards;
  if (typeof when !== 'function') throw new Error('the machine has no guard');
  return (facts, guard) => when({ context: facts, event: { type: '' } }, [guard]);
}

function compile(machine: ProcedureMachine): Table {
  const phases = new Map<Source, PhaseEdges>();
  const notForeseen = new Set<Phase>();
  const dossier = child(machine.root, DOSSIER_REGION);
  for (const phase of SOURCES) {
    const node = child(dossier, phase);
    phases.set(phase, phaseEdges(node));
    if (phase !== 'start' && node.tags.includes('notForeseen')) notForeseen.add(phase);
  }
  const consultations = new Map<string, ConsultationEdges>();
  for (const [name, region] of Object.entries(machine.root.states)) {
    const key = consultationOf(name);
    if (key !== undefined) consultations.set(key, consultationEdges(machine, region, key));
  }
  const commands = new Set([...phases.values()].flatMap((edges) => [...edges.keys()]));
  return { phases, consultations, commands, notForeseen, holds: guardOf(machine) };
}

const compiled = new WeakMap<ProcedureMachine, Table>();

/** The table of a machine, compiled at the first question and kept as long as the machine is. Throws for a machine that is not ours. */
export function tableOf(machine: ProcedureMachine): Table {
  let table = compiled.get(machine);
  if (table === undefined) {
    table = compile(machine);
    compiled.set(machine, table);
  }
  return table;
}
