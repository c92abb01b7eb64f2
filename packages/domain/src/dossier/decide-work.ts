/** Work on a dossier at the competent agency: who does it, its steps, and opinions asked of others. */
import { refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import type { Act, Decision } from './act.js';
import { fact } from './act.js';

export const assign: Decision<'assign'> = ({ command, at, phase }) => [
  fact('dossier.assigned.v1', { at, phase }, { officerId: command.officerId }),
];

/** A step is foreseen by the procedure and done once: its budget is one clock. */
function stepRefusal({ command, facts, file }: Act<'startStep'>): Refusal | null {
  const { step } = command;
  const foreseen = facts.rules.procedure.steps.map(({ key }) => key);
  if (!foreseen.includes(step)) return refuse('step-unknown', { step, steps: foreseen });
  if (file.dossier.openSteps.includes(step)) return refuse('step-already-open', { step });
  return file.dossier.completedSteps.includes(step) ? refuse('step-already-completed', { step }) : null;
}

export const startStep: Decision<'startStep'> = (act) => {
  const { command, at, phase } = act;
  return stepRefusal(act) ?? [fact('dossier.stepStarted.v1', { at, phase }, { step: command.step })];
};

export const completeStep: Decision<'completeStep'> = ({ command, file, at, phase }) => {
  const { step } = command;
  const { openSteps } = file.dossier;
  if (!openSteps.includes(step)) return refuse('step-not-open', { step, steps: openSteps });
  return [fact('dossier.stepCompleted.v1', { at, phase }, { step })];
};

/**
 * Asks another body for its opinion. An agency cannot consult itself: where the legal clock rests meanwhile, it would stop its
 * own clock.
 */
export const requestConsultation: Decision<'requestConsultation'> = ({ command, file, at, phase, facts }) => {
  const { consultation, agencyId } = command;
  if (facts.agency(agencyId) === null) return refuse('agency-unknown', { agencyId });
  if (agencyId === file.dossier.competentAgency) return refuse('consultation-of-itself', { consultation, agencyId });
  return [fact('dossier.consultationRequested.v1', { at, phase }, { consultation, agencyId })];
};

export const answerConsultation: Decision<'answerConsultation'> = ({ command, at, phase }) => {
  const { consultation, outcome } = command;
  return [fact('dossier.consultationAnswered.v1', { at, phase }, { consultation, outcome })];
};

export const cancelConsultation: Decision<'cancelConsultation'> = ({ command, at, phase }) => {
  const { consultation, reason } = command;
  return [fact('dossier.consultationCancelled.v1', { at, phase }, { consultation, reason })];
};
