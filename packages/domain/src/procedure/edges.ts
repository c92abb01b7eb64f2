import type { CommandType } from '../dossier/commands.js';
import { COMMAND_TYPES } from '../dossier/commands.js';
import { tableOf } from './compile-table.js';
import type { GuardName } from './guards.js';
import type { ProcedureMachine } from './build-machine.js';
import type { ConsultationState, Phase } from './phase.js';
import type { Source } from './transitions.js';

/** An edge of the dossier's region. */
export interface DossierEdge {
  readonly command: CommandType;
  readonly from: Source;
  readonly to: Phase;
  readonly guards: readonly GuardName[];
}

/** An edge of a consultation's region; it is open in `phases` only. */
export interface RegionEdge {
  readonly command: CommandType;
  readonly consultation: string;
  readonly from: ConsultationState;
  readonly to: ConsultationState;
  readonly phases: readonly Source[];
}

/** Every edge of the dossier's region, by phase and in the order in which the machine tries them. */
export function dossierEdges(machine: ProcedureMachine): readonly DossierEdge[] {
  const edges: DossierEdge[] = [];
  for (const [from, ofPhase] of tableOf(machine).phases) {
    for (const command of COMMAND_TYPES) {
      for (const { to, guards } of ofPhase.get(command) ?? []) edges.push({ command, from, to, guards });
    }
  }
  return edges;
}

/** Every edge of the consultations' regions, in the order in which the procedure declares them. */
export function regionEdges(machine: ProcedureMachine): readonly RegionEdge[] {
  const edges: RegionEdge[] = [];
  for (const [consultation, states] of tableOf(machine).consultations) {
    for (const [from, ofState] of states) {
      for (const [command, { to, phases }] of ofState) {
        edges.push({ command, consultation, from, to, phases: [...phases] });
      }
    }
  }
  return edges;
}
