/** Where a dossier would stand under another version of its procedure, or why it has no place there (ADR 0029). */
import type { CommandType } from '../dossier/commands.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Rules } from '../dossier/file.js';
import { refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import { allowedCommands } from '../procedure/ask.js';
import type { ProcedureMachine } from '../procedure/build-machine.js';
import { tableOf } from '../procedure/compile-table.js';
import type { Phase } from '../procedure/phase.js';
import { positionOf } from '../procedure/position.js';
import { canBeCompleted } from '../procedure/walk.js';

/** The state map is the identity on names: what a name stands for must be there in both versions. */
export interface StateImage {
  readonly phase: Phase;
  /** Where a suspension leads back to. */
  readonly resumeTo: Phase | null;
  readonly openSteps: readonly string[];
  readonly openConsultations: readonly string[];
  readonly supplementRounds: number;
  /** Commands the state allows before and no longer allows after; none of them the applicant's. */
  readonly loses: readonly CommandType[];
}

/** What an applicant does, or an agency for him: none of it may be taken from him by a change of rules. */
export const CITIZEN_ACTS: readonly CommandType[] = ['provideSupplement', 'confirmPayment', 'withdraw', 'returnResult'];

const openConsultationsOf = ({ consultations }: Dossier): readonly string[] =>
  Object.entries(consultations).flatMap(([key, { state }]) => (state === 'open' ? [key] : []));

function missingIn(dossier: Dossier, { procedure, machine }: Rules): readonly string[] {
  const { notForeseen } = tableOf(machine);
  const phases = [dossier.phase, dossier.suspension?.resumeTo ?? dossier.phase];
  const steps = dossier.openSteps.filter((key) => !procedure.steps.some((step) => step.key === key));
  const asked = openConsultationsOf(dossier).filter((key) => !procedure.consultations.some((each) => each.key === key));
  return [
    ...new Set(phases.filter((phase) => notForeseen.has(phase))),
    ...steps.map((key) => `step:${key}`),
    ...asked.map((key) => `consultation:${key}`),
  ];
}

const allowedAt = new WeakMap<ProcedureMachine, Map<string, ReadonlySet<CommandType>>>();

/** Commands the state allows; asked once for all dossiers that stand alike. */
function allowedIn(dossier: Dossier, { machine, procedure }: Rules): ReadonlySet<CommandType> {
  const position = positionOf(dossier, procedure);
  const known = allowedAt.get(machine) ?? new Map<string, ReadonlySet<CommandType>>();
  allowedAt.set(machine, known);
  const key = JSON.stringify(position);
  const found =
    known.get(key) ??
    new Set(
      allowedCommands(machine, position, procedure).flatMap(({ command, allowed }) => (allowed ? [command] : [])),
    );
  known.set(key, found);
  return found;
}

function lostBetween(dossier: Dossier, from: Rules, to: Rules): readonly CommandType[] {
  const after = allowedIn(dossier, to);
  return [...allowedIn(dossier, from)].filter((command) => !after.has(command));
}

/**
 * The place of the dossier in the machine of `to`. Refusals: `amendment-state-without-image` with what is missing there,
 * `amendment-citizen-act-lost` with the acts, `amendment-cannot-be-completed` where no way leads to a result any more. Pure.
 */
export function stateImage(dossier: Dossier, from: Rules, to: Rules): StateImage | Refusal {
  const { phase } = dossier;
  const missing = missingIn(dossier, to);
  if (missing.length > 0) return refuse('amendment-state-without-image', { phase, missing });
  const loses = lostBetween(dossier, from, to);
  const acts = loses.filter((command) => CITIZEN_ACTS.includes(command));
  if (acts.length > 0) return refuse('amendment-citizen-act-lost', { phase, acts });
  if (!canBeCompleted(to.machine, positionOf(dossier, to.procedure))) {
    return refuse('amendment-cannot-be-completed', { phase, rounds: dossier.supplementRounds });
  }
  return {
    phase,
    resumeTo: dossier.suspension?.resumeTo ?? null,
    openSteps: dossier.openSteps,
    openConsultations: openConsultationsOf(dossier),
    supplementRounds: dossier.supplementRounds,
    loses,
  };
}
