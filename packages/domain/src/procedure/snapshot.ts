import { DOSSIER_REGION, regionOf } from './build-machine.js';
import type { Position } from './machine.js';
import type { ProcedureMachine } from './build-machine.js';

/**
 * The machine's snapshot at a position, never run. `resolveState` is enough for our parallel machine because it has no history
 * and no children: the value names every region itself. Throws for a phase or a consultation state the machine does not know.
 */
export function snapshotAt(machine: ProcedureMachine, { phase, facts }: Position) {
  const value: Record<string, string> = { [DOSSIER_REGION]: phase };
  for (const [key, state] of Object.entries(facts.consultations)) value[regionOf(key)] = state;
  return machine.resolveState({ value, context: facts });
}
