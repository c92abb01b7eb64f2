/** Work on the dossier, opinions of others, and what makes it wait. */
import { SUSPENDABLE_PHASES } from '../procedure/phase.js';
import type { SuspendablePhase } from '../procedure/phase.js';
import type { Dossier, OpenConsultation } from './dossier.js';
import type { EventOf } from './events.js';

type Work = EventOf<
  | 'dossier.assigned.v1'
  | 'dossier.stepStarted.v1'
  | 'dossier.stepCompleted.v1'
  | 'dossier.consultationRequested.v1'
  | 'dossier.consultationAnswered.v1'
  | 'dossier.consultationCancelled.v1'
>;

function consultationEnds(dossier: Dossier, key: string, state: 'answered' | 'cancelled'): Partial<Dossier> {
  const consultation = dossier.consultations[key];
  if (consultation === undefined) throw new Error(`nobody was consulted on ${key}`);
  return { consultations: { ...dossier.consultations, [key]: { ...consultation, state } } };
}

export function workChange(dossier: Dossier, event: Work): Partial<Dossier> {
  switch (event.type) {
    case 'dossier.assigned.v1':
      return { assignee: event.data.officerId };
    case 'dossier.stepStarted.v1':
      return { openSteps: [...dossier.openSteps, event.data.step] };
    case 'dossier.stepCompleted.v1': {
      const { step } = event.data;
      const openSteps = dossier.openSteps.filter((open) => open !== step);
      return { openSteps, completedSteps: [...dossier.completedSteps, step] };
    }
    case 'dossier.consultationRequested.v1': {
      const { consultation, agencyId } = event.data;
      const open: OpenConsultation = { state: 'open', agencyId, requestedAt: event.occurredAt };
      return { consultations: { ...dossier.consultations, [consultation]: open } };
    }
    case 'dossier.consultationAnswered.v1':
      return consultationEnds(dossier, event.data.consultation, 'answered');
    case 'dossier.consultationCancelled.v1':
      return consultationEnds(dossier, event.data.consultation, 'cancelled');
  }
}

type Waiting = EventOf<
  'dossier.supplementRequested.v1' | 'dossier.supplementProvided.v1' | 'dossier.suspended.v1' | 'dossier.resumed.v1'
>;

function suspendedIn(dossier: Dossier): SuspendablePhase {
  const phase = SUSPENDABLE_PHASES.find((suspendable) => suspendable === dossier.phase);
  if (phase === undefined) throw new Error(`a dossier cannot be suspended in ${dossier.phase}`);
  return phase;
}

export function waitingChange(dossier: Dossier, event: Waiting): Partial<Dossier> {
  switch (event.type) {
    case 'dossier.supplementRequested.v1': {
      const supplementFrom = dossier.phase === 'submitted' ? 'submitted' : 'processing';
      return { supplementRounds: event.data.round, supplementFrom };
    }
    case 'dossier.supplementProvided.v1': {
      const { at, copy } = event.data;
      return { supplementFrom: null, supplementForwarding: at === 'counter' && copy === 'paper' };
    }
    case 'dossier.suspended.v1': {
      const { ground, system } = event.data;
      return { suspension: { ground, system, resumeTo: suspendedIn(dossier) } };
    }
    case 'dossier.resumed.v1':
      return { suspension: null };
  }
}
