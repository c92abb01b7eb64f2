/** Mistakes in what is learnt of the past. */
import type { DossierEvent } from '@lien-thong/domain';
import type { DossierWrite } from '../../ports/store.js';
import { mapped, writing } from './in-the-transaction.js';
import type { Plant } from './plant.js';

/** What the ledger kept as a conflict, entered as if nothing stood against it. */
function entered(event: DossierEvent): DossierEvent {
  if (event.type !== 'dossier.conflictFound.v1' || event.data.claim.kind !== 'lateFacts') return event;
  const { facts, reason } = event.data.claim;
  const data = { facts, reason: reason ?? 'late', approvedBy: null, clocks: [] };
  return { ...event, type: 'dossier.lateFactsEntered.v1', data };
}

const silently = (write: DossierWrite): DossierWrite => ({ ...write, events: write.events.map(entered) });

export const IN_THE_PAST: readonly Plant[] = [
  {
    name: 'late-fact-breaks-a-later-one',
    mistake: 'a late fact after which a later one could not have happened is entered without a word',
    without: ['I1', 'I2', 'I4', 'I8', 'I9', 'I11'],
    store: writing((batch) => mapped(batch, silently)),
  },
];
