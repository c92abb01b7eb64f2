/** What a revision of the journal, or a claim against it, changes of the dossier itself: the rest is the journal read again. */
import type { Dossier } from '../dossier.js';
import type { DossierEvent, EventOf } from '../events.js';
import { lapseWithdrawn } from '../evolve-restated.js';

type Revised = EventOf<
  | 'dossier.timeCorrected.v1'
  | 'dossier.lateFactsEntered.v1'
  | 'dossier.conflictFound.v1'
  | 'dossier.conflictResolved.v1'
>;

const REVISED: ReadonlySet<string> = new Set<Revised['type']>([
  'dossier.timeCorrected.v1',
  'dossier.lateFactsEntered.v1',
  'dossier.conflictFound.v1',
  'dossier.conflictResolved.v1',
]);
export function isRevised(event: DossierEvent): event is Revised {
  return REVISED.has(event.type);
}

export function revisedChange(dossier: Dossier, event: Revised): Partial<Dossier> {
  const open = dossier.openConflicts ?? [];
  switch (event.type) {
    case 'dossier.timeCorrected.v1':
    case 'dossier.lateFactsEntered.v1':
      return lapseWithdrawn(dossier, event.data.clocks);
    case 'dossier.conflictFound.v1': {
      const { contradicts, rule } = event.data;
      const { agencyId, officerId } = event.actor;
      const found = {
        conflict: event.seq,
        foundAt: event.occurredAt,
        claimedBy: agencyId,
        officerId,
        contradicts,
        rule,
      };
      return { openConflicts: [...open, found] };
    }
    case 'dossier.conflictResolved.v1':
      return { openConflicts: open.filter(({ conflict }) => conflict !== event.data.conflict) };
  }
}
