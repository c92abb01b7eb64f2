/**
 * The XState machine of one procedure version (builder 1): a parallel machine with the region `dossier` and one region per declared
 * consultation, which therefore survives a supplement round or a suspension. The machine only says what may happen: it owns no
 * timer, action, actor or effect, and is never started (law 3).
 */
import { or, setup, stateIn } from 'xstate';
import { boundsOf, GUARDS } from './guards.js';
import type { GuardName } from './guards.js';
import type { GuardFacts } from './machine.js';
import { CONSULTATION_STATES, isFinal, PHASES } from './phase.js';
import type { ConsultationState, Phase } from './phase.js';
import { NO_FACTS } from './position.js';
import type { ConsultationRule, ProcedureVersion } from './procedure.js';
import { CONSULTATION_LIVES_IN, PHASE_ONLY, TRANSITIONS } from './transitions.js';
import type { Source, TransitionRow } from './transitions.js';

export const DOSSIER_REGION = 'dossier';
const CONSULTATION_PREFIX = 'consultation:';

/** Region of a consultation. The prefix keeps a consultation with the key `dossier` apart from the dossier itself. */
export function regionOf(consultation: string): string {
  return `${CONSULTATION_PREFIX}${consultation}`;
}

/** Key of the consultation a region stands for; undefined for the dossier's own. */
export function consultationOf(region: string): string | undefined {
  return region.startsWith(CONSULTATION_PREFIX) ? region.slice(CONSULTATION_PREFIX.length) : undefined;
}

/** Event by which a region hears a command; a consultation's commands name it, so each region hears only its own. */
export function eventOf(command: string, consultation?: string): string {
  return consultation === undefined ? command : `${command}.${consultation}`;
}

interface Edge {
  target: string;
  guard?: { type: 'when'; params: readonly GuardName[] };
}
interface Node {
  tags: string[];
  on: Record<string, Edge[]>;
}

function isForeseen(phase: Source, version: ProcedureVersion): boolean {
  return phase === 'start' || (PHASE_ONLY[phase]?.(version) ?? true);
}

function edgeOf({ to, when }: TransitionRow, from: Source): Edge {
  const target = to === 'same' ? from : to;
  return when === undefined ? { target } : { target, guard: { type: 'when', params: when } };
}

/**
 * A final phase is a tag, not XState's `type: 'final'`: with every region final the machine would be done and deaf, and a wrong
 * reception time could no longer be corrected.
 */
function tagsOf(phase: Source, version: ProcedureVersion): string[] {
  if (!isForeseen(phase, version)) return ['notForeseen'];
  return phase !== 'start' && isFinal(phase) ? ['final'] : [];
}

function phaseNode(phase: Source, version: ProcedureVersion): Node {
  const node: Node = { tags: tagsOf(phase, version), on: {} };
  for (const row of TRANSITIONS) {
    const leadsSomewhere = row.to === 'same' || isForeseen(row.to, version);
    const applies = row.from.includes(phase) && isForeseen(phase, version) && leadsSomewhere;
    if (applies && (row.only?.(version) ?? true)) (node.on[row.command] ??= []).push(edgeOf(row, phase));
  }
  return node;
}

function dossierRegion(version: ProcedureVersion) {
  const phases: readonly Source[] = ['start', ...PHASES];
  return {
    initial: 'start',
    states: Object.fromEntries(phases.map((phase) => [phase, phaseNode(phase, version)])),
  };
}

const inOneOf = (phases: readonly Phase[]) => or(phases.map((phase) => stateIn({ [DOSSIER_REGION]: phase })));

/** A consultation the decision must wait for cannot be withdrawn: the dossier could then never be decided (see the guard). */
function consultationRegion({ key, requiredForDecision }: ConsultationRule) {
  const target = (state: ConsultationState, phases: readonly Phase[]) => ({ target: state, guard: inOneOf(phases) });
  const answer = { [eventOf('answerConsultation', key)]: target('answered', CONSULTATION_LIVES_IN) };
  const cancel = { [eventOf('cancelConsultation', key)]: target('cancelled', CONSULTATION_LIVES_IN) };
  const edges: Partial<Record<ConsultationState, typeof answer>> = {
    idle: { [eventOf('requestConsultation', key)]: target('open', ['processing']) },
    open: requiredForDecision ? answer : { ...answer, ...cancel },
  };
  return {
    initial: 'idle',
    states: Object.fromEntries(CONSULTATION_STATES.map((state) => [state, { on: edges[state] ?? {} }])),
  };
}

/**
 * Builds the machine of a procedure version. Building takes milliseconds: keep it by (code, version). Edges the
 * procedure has no use for are absent: without payment there is no way to ask for one.
 */
export function buildMachine(version: ProcedureVersion) {
  const bounds = boundsOf(version);
  return setup({
    types: {
      context: {} as GuardFacts,
      input: {} as Partial<GuardFacts> | undefined,
      events: {} as { type: string },
    },
    guards: {
      when: ({ context }, names: readonly GuardName[]) => names.every((name) => GUARDS[name].holds(context, bounds)),
    },
  }).createMachine({
    id: `${version.code}@${version.version}`,
    type: 'parallel',
    // XState runs this factory again without input on every pure transition.
    context: ({ input }) => ({ ...NO_FACTS, ...input }),
    states: {
      [DOSSIER_REGION]: dossierRegion(version),
      ...Object.fromEntries(version.consultations.map((rule) => [regionOf(rule.key), consultationRegion(rule)])),
    },
  });
}

export type ProcedureMachine = ReturnType<typeof buildMachine>;
