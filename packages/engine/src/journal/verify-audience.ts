import { audienceOf, evolve } from '@lien-thong/domain';
import type { AgencyId, Dossier, DossierEvent } from '@lien-thong/domain';
import type { Finding } from './finding.js';
import { firstDifference } from './first-difference.js';

/**
 * Whom of the consulted each event was shown to, against whom the facts say it concerns: who may read an event stands beside it and
 * in no hash, so it is derived again. The first event where the two differ, or null. Pure.
 */
export function verifyAudience(
  journal: readonly DossierEvent[],
  shown: ReadonlyMap<number, readonly AgencyId[]>,
): Finding | null {
  let before: Dossier | null = null;
  for (const event of journal) {
    const after: Dossier = evolve(before, event);
    const partly = audienceOf(before, after, event).filter(({ view }) => view === 'part');
    const expected = partly.map(({ agencyId }) => agencyId).sort();
    const found = [...(shown.get(event.seq) ?? [])].sort();
    if (firstDifference(expected, found) !== null) {
      return { row: 'event', key: event.seq, field: 'shownTo', expected, found };
    }
    before = after;
  }
  return null;
}
