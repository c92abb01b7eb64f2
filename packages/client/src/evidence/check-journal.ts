/** The chain of the journal: places without a gap, each hash right and named by the next event, times that never go back. */
import { EVENT_DATA, FIRST_PREV_HASH, hashedText } from '@lien-thong/domain';
import type { DossierEvent } from '@lien-thong/domain';
import type { Evidence } from './evidence.js';
import { finding } from './finding.js';
import type { EvidenceFinding } from './finding.js';
import { sha256 } from './sha256.js';

/** Null for a whole chain that ends where the file says the dossier stands. */
export function checkJournal({ journal, dossier }: Evidence): EvidenceFinding | null {
  let previous: DossierEvent | null = null;
  for (const [index, event] of journal.entries()) {
    const wrong = checkEvent(event, { place: index + 1, previous, dossierId: dossier.id });
    if (wrong !== null) return wrong;
    previous = event;
  }
  if (previous === null) return finding(['event', 1, 'row'], ['a first event', null]);
  if (previous.seq !== dossier.seq) return finding(['event', previous.seq + 1, 'row'], [dossier.seq, previous.seq]);
  if (previous.hash !== dossier.hash) return finding(['event', previous.seq, 'hash'], [dossier.hash, previous.hash]);
  const code = journal.findLast((event) => 'code' in event.data);
  const last = code !== undefined && 'code' in code.data ? code.data.code : null;
  return last === dossier.code ? null : finding(['file', 'dossier', 'code'], [last, dossier.code]);
}

interface Link {
  readonly place: number;
  readonly previous: DossierEvent | null;
  readonly dossierId: string;
}

function checkEvent(event: DossierEvent, { place, previous, dossierId }: Link): EvidenceFinding | null {
  const wrong = (field: string, ...[expected, found]: [unknown, unknown]) =>
    finding(['event', place, field], [expected, found]);
  if (event.seq !== place) return wrong('seq', place, event.seq);
  if (event.dossierId !== dossierId) return wrong('dossierId', dossierId, event.dossierId);
  const prevHash = previous?.hash ?? FIRST_PREV_HASH;
  if (event.prevHash !== prevHash) return wrong('prevHash', prevHash, event.prevHash);
  const hash = sha256(hashedText(event));
  if (event.hash !== hash) return wrong('content', event.hash, hash);
  const schema = Object.hasOwn(EVENT_DATA, event.type) ? EVENT_DATA[event.type] : null;
  if (schema?.safeParse(event.data).success !== true) return wrong('data', 'what its type defines', event.type);
  if (previous !== null && event.recordedAt < previous.recordedAt) {
    return wrong('recordedAt', previous.recordedAt, event.recordedAt);
  }
  return null;
}
