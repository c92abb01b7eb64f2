/** Draws a procedure's machine as a Mermaid `stateDiagram-v2`: the dossier and each consultation as concurrent regions. */
import type { CommandType } from '../dossier/commands.js';
import { buildMachine } from './build-machine.js';
import { tableOf } from './compile-table.js';
import { dossierEdges, regionEdges } from './edges.js';
import type { GuardName } from './guards.js';
import { CONSULTATION_STATES, isFinal, PHASES } from './phase.js';
import type { ConsultationState, Phase } from './phase.js';
import type { ProcedureVersion } from './procedure.js';
import type { Source } from './transitions.js';

/** Texts for people instead of our names, in whatever language; what is left out shows its name. */
export interface MachineLabels {
  readonly phases?: Partial<Record<Phase, string>>;
  readonly consultationStates?: Partial<Record<ConsultationState, string>>;
  readonly commands?: Partial<Record<CommandType, string>>;
  readonly guards?: Partial<Record<GuardName, string>>;
  /** Names of the consultations themselves, by key. */
  readonly consultations?: Readonly<Record<string, string>>;
}

const START = '[*]';

/** Quotes, colons, semicolons, hashes and line breaks would end a label or begin an entity in Mermaid's grammar. */
function plain(text: string): string {
  return text
    .replace(/["“”]/g, "'")
    .replace(/[:;#{}<>[\]\p{Cc}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A dash would read as the divider of regions; keys hold no underscore, so ids stay distinct. */
const stateId = (consultation: string, state: ConsultationState): string =>
  `c_${consultation.replaceAll('-', '_')}_${state}`;

const phaseId = (phase: Source): string => (phase === 'start' ? START : phase);

function declared(id: string, label: string): string {
  return `state "${plain(label)}" as ${id}`;
}

/** One arrow for all edges between the same two states, its label a line for each. */
function arrows(edges: readonly { from: string; to: string; label: string }[]): string[] {
  const labels = new Map<string, string[]>();
  for (const { from, to, label } of edges) {
    const arrow = `${from} --> ${to}`;
    labels.set(arrow, [...(labels.get(arrow) ?? []), label]);
  }
  return [...labels].map(([arrow, lines]) => `${arrow} : ${lines.join('<br/>')}`);
}

function commandLabel(command: CommandType, conditions: readonly string[], { commands = {} }: MachineLabels): string {
  const name = plain(commands[command] ?? command);
  return conditions.length === 0 ? name : `${name} (${conditions.map(plain).join(', ')})`;
}

function dossierLines(machine: ReturnType<typeof buildMachine>, labels: MachineLabels): string[] {
  const { phases = {}, guards = {} } = labels;
  const shown = PHASES.filter((phase) => !tableOf(machine).notForeseen.has(phase));
  const edges = dossierEdges(machine).map(({ command, from, to, guards: names }) => ({
    from: phaseId(from),
    to: phaseId(to),
    label: commandLabel(
      command,
      names.map((name) => guards[name] ?? name),
      labels,
    ),
  }));
  return [
    ...shown.map((phase) => declared(phase, phases[phase] ?? phase)),
    ...arrows(edges),
    ...shown.filter(isFinal).map((phase) => `${phase} --> ${START}`),
  ];
}

function consultationLines(machine: ReturnType<typeof buildMachine>, key: string, labels: MachineLabels): string[] {
  const { phases = {}, consultationStates = {}, consultations = {} } = labels;
  const edges = regionEdges(machine)
    .filter(({ consultation }) => consultation === key)
    .map(({ command, from, to, phases: openIn }) => ({
      from: stateId(key, from),
      to: stateId(key, to),
      label: commandLabel(
        command,
        openIn.map((phase) => (phase === 'start' ? phase : (phases[phase] ?? phase))),
        labels,
      ),
    }));
  const drawn = CONSULTATION_STATES.filter((state) =>
    edges.some(({ from, to }) => [from, to].includes(stateId(key, state))),
  );
  const name = consultations[key] ?? key;
  return [
    ...drawn.map((state) => declared(stateId(key, state), `${name} - ${consultationStates[state] ?? state}`)),
    `${START} --> ${stateId(key, 'idle')}`,
    ...arrows(edges),
  ];
}

/** Mermaid text of a procedure version's machine. The same version and labels give the same text, byte by byte. */
export function toMermaid(version: ProcedureVersion, labels: MachineLabels = {}): string {
  const machine = buildMachine(version);
  const regions = [
    dossierLines(machine, labels),
    ...version.consultations.map(({ key }) => consultationLines(machine, key, labels)),
  ];
  const indented = regions.map((lines) => lines.map((line) => `    ${line}`).join('\n')).join('\n    --\n');
  const title = plain(`${version.code} v${version.version} ${version.name}`);
  return `stateDiagram-v2\n  state "${title}" as dossier {\n${indented}\n  }\n`;
}
