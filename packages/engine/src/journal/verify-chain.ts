import type { DossierEvent, DossierId } from '@lien-thong/domain';
import type { Finding } from './finding.js';
import { FIRST_PREV_HASH, hashOf } from './hash.js';

interface Link {
  readonly event: DossierEvent;
  readonly previous: DossierEvent | null;
  /** The hash of this event as the next one, or the dossier row, remembers it; null when nobody does. */
  readonly remembered: string | null;
}

function wrong(event: DossierEvent, field: string, [expected, found]: readonly [unknown, unknown]): Finding {
  return { row: 'event', key: event.seq, field, expected, found };
}

function checkPlace({ event, previous }: Link, dossierId: DossierId): Finding | null {
  const place = (previous?.seq ?? 0) + 1;
  if (event.seq !== place) return { row: 'event', key: place, field: 'seq', expected: place, found: event.seq };
  if (event.dossierId !== dossierId) return wrong(event, 'dossierId', [dossierId, event.dossierId]);
  const prevHash = previous?.hash ?? FIRST_PREV_HASH;
  if (event.prevHash !== prevHash) return wrong(event, 'prevHash', [prevHash, event.prevHash]);
  return null;
}

/** Whether the content or the hash was touched is told by who else remembers the hash. */
function checkHash({ event, remembered }: Link): Finding | null {
  const hash = hashOf(event);
  if (hash !== event.hash) return wrong(event, remembered === hash ? 'hash' : 'content', [event.hash, hash]);
  return null;
}

function checkTime({ event, previous }: Link): Finding | null {
  if (previous === null || event.recordedAt >= previous.recordedAt) return null;
  return wrong(event, 'recordedAt', [previous.recordedAt, event.recordedAt]);
}

/** The first thing wrong with the chain of a journal, or null: places without a gap, each hash right and named by the next event. */
export function verifyChain(
  journal: readonly DossierEvent[],
  dossier: { readonly id: DossierId; readonly hash: string },
): Finding | null {
  if (journal.length === 0) return { row: 'event', key: 1, field: 'seq', expected: 1, found: null };
  for (const [i, event] of journal.entries()) {
    const link = { event, previous: journal[i - 1] ?? null, remembered: journal[i + 1]?.prevHash ?? dossier.hash };
    const finding = checkPlace(link, dossier.id) ?? checkHash(link) ?? checkTime(link);
    if (finding !== null) return finding;
  }
  return null;
}
