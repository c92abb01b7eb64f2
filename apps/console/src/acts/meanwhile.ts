/** When somebody else was first. */
import type { JournalEntry } from '@lien-thong/client';

/** What happened since the dossier was read, the newest first; what was only found out late counts too. */
export function entriesSince(journal: readonly JournalEntry[], seq: number): readonly JournalEntry[] {
  return journal.filter((entry) => entry.seq > seq).sort((a, b) => b.seq - a.seq);
}
