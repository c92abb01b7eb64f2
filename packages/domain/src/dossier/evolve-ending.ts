/** The decision, its result on the way back, and what was promised. */
import type { Dossier } from './dossier.js';
import type { EventOf } from './events.js';

type Ending = EventOf<
  | 'dossier.decided.v1'
  | 'dossier.resultDispatched.v1'
  | 'dossier.resultArrived.v1'
  | 'dossier.applicantNotified.v1'
  | 'dossier.limitExtended.v1'
  | 'dossier.apologyIssued.v1'
  | 'dossier.apologyDelivered.v1'
>;

export function endingChange(dossier: Dossier, event: Ending): Partial<Dossier> {
  switch (event.type) {
    case 'dossier.decided.v1':
      // Work that was begun ends with the decision it was for.
      return { outcome: event.data.outcome, openSteps: [] };
    case 'dossier.resultDispatched.v1':
      return { resultCopy: event.data.copy };
    case 'dossier.resultArrived.v1':
      return { holder: dossier.pin.receivingAgency, assignee: null };
    case 'dossier.applicantNotified.v1':
      return { notified: true };
    case 'dossier.limitExtended.v1':
      return {
        extensions: dossier.extensions + 1,
        ...(event.data.promise === undefined ? {} : { promise: event.data.promise }),
      };
    case 'dossier.apologyIssued.v1': {
      const promise = dossier.promise === null ? null : { ...dossier.promise, at: event.data.newPromise };
      return { apologies: dossier.apologies + 1, promise };
    }
    case 'dossier.apologyDelivered.v1':
      return { apologiesDelivered: (dossier.apologiesDelivered ?? 0) + 1 };
  }
}
