/** What may happen to a dossier under a version, as a plain graph: drawn from the machine, without its counters. */
import type { Relation } from '../../dossier/relations.js';
import { ENTITLED } from '../../dossier/entitlement.js';
import { buildMachine } from '../build-machine.js';
import { tableOf } from '../compile-table.js';
import { dossierEdges } from '../edges.js';
import type { DossierEdge } from '../edges.js';
import type { GuardName } from '../guards.js';
import { isFinal, PHASES } from '../phase.js';
import type { Phase } from '../phase.js';
import type { ProcedureVersion } from '../procedure.js';

export interface FlowState {
  readonly name: string;
  readonly final: boolean;
  /** The office has done what it was asked for, or has said at the counter that it will not. */
  readonly completes: boolean;
  /** The outcome stands: the applicant can no longer take his dossier back. */
  readonly decided: boolean;
}

export interface FlowEdge {
  readonly command: string;
  readonly from: string;
  readonly to: string;
  readonly actors: readonly string[];
  /** What keeps it from being taken for ever: a guard that counts, or a ground that is looked at each time. */
  readonly boundedBy: readonly string[];
}

export interface Flow {
  readonly start: string;
  readonly states: readonly FlowState[];
  readonly edges: readonly FlowEdge[];
}

const COUNTING: ReadonlySet<GuardName> = new Set(['bouncesAreLeft', 'redirectsAreLeft', 'roundsAreLeft']);
/** Each of these names its ground, and its wait has an end of its own. */
const ON_GROUNDS: Readonly<Partial<Record<DossierEdge['command'], string>>> = {
  suspend: 'ground',
  requestPayment: 'payment',
};
const DECIDED: ReadonlySet<Phase> = new Set(['decided', 'resultInTransfer', 'readyForReturn']);

function edgeOf({ command, from, to, guards }: DossierEdge): FlowEdge {
  const actors: readonly Relation[] = ENTITLED[command];
  const ground = ON_GROUNDS[command];
  const boundedBy = [...guards.filter((guard) => COUNTING.has(guard)), ...(ground === undefined ? [] : [ground])];
  return { command, from, to, actors, boundedBy };
}

/** The flow of a version: every phase its machine foresees, every edge between them. Pure. */
export function flowOf(version: ProcedureVersion): Flow {
  const machine = buildMachine(version);
  const { notForeseen } = tableOf(machine);
  const states = PHASES.filter((phase) => !notForeseen.has(phase)).map((phase) => ({
    name: phase,
    final: isFinal(phase),
    completes: phase === 'returned' || phase === 'receptionRefused',
    decided: DECIDED.has(phase),
  }));
  return { start: 'start', states, edges: dossierEdges(machine).map(edgeOf) };
}
