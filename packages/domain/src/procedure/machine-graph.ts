/** The graph of a procedure's machine, for drawing it: what is a place, what leads from one to another, and what leaves it where it is. */
import type { CommandType } from '../dossier/commands.js';
import type { ProcedureMachine } from './build-machine.js';
import { tableOf } from './compile-table.js';
import { dossierEdges, regionEdges } from './edges.js';
import { CONSULTATION_STATES, isFinal, PHASES } from './phase.js';
import type { ConsultationState } from './phase.js';
import type { Source } from './transitions.js';

/** A command that leads from one place to another, whatever its guards: the same way under two guards is one edge. */
export interface GraphEdge<Place> {
  readonly command: CommandType;
  readonly from: Place;
  readonly to: Place;
}

export interface GraphNode<Place> {
  readonly place: Place;
  readonly final: boolean;
  /** Commands it allows that leave it as it is. */
  readonly stays: readonly CommandType[];
}

export interface Graph<Place> {
  readonly nodes: readonly GraphNode<Place>[];
  readonly edges: readonly GraphEdge<Place>[];
}

/** The dossier's own region, and one for each consultation beside it. */
export interface MachineGraph {
  readonly dossier: Graph<Source>;
  readonly consultations: readonly { readonly key: string; readonly graph: Graph<ConsultationState> }[];
}

function distinct<Place>(edges: readonly GraphEdge<Place>[]): readonly GraphEdge<Place>[] {
  return [
    ...new Map(
      edges.map(({ command, from, to }) => [`${command} ${String(from)} ${String(to)}`, { command, from, to }]),
    ).values(),
  ];
}

function graphOf<Place>(places: readonly Place[], all: readonly GraphEdge<Place>[], ends: (place: Place) => boolean) {
  const edges = distinct(all);
  const nodes = places.map((place) => ({
    place,
    final: ends(place),
    stays: edges.filter(({ from, to }) => from === place && to === place).map(({ command }) => command),
  }));
  return { nodes, edges: edges.filter(({ from, to }) => from !== to) };
}

/** Phases the procedure does not foresee are left out, and of a consultation the states it never comes to. In a fixed order; pure. */
export function machineGraph(machine: ProcedureMachine): MachineGraph {
  const { notForeseen, consultations } = tableOf(machine);
  const phases: readonly Source[] = ['start', ...PHASES.filter((phase) => !notForeseen.has(phase))];
  const regions = regionEdges(machine);
  return {
    dossier: graphOf(phases, dossierEdges(machine), (phase) => phase !== 'start' && isFinal(phase)),
    consultations: [...consultations.keys()].map((key) => {
      const edges = regions.filter(({ consultation }) => consultation === key);
      const reached = CONSULTATION_STATES.filter((state) =>
        edges.some(({ from, to }) => from === state || to === state),
      );
      return { key, graph: graphOf(reached, edges, (state) => !edges.some(({ from }) => from === state)) };
    }),
  };
}
