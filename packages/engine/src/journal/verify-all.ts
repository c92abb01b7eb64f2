import { pinAfter } from '@lien-thong/domain';
import type { DossierId, Rules } from '@lien-thong/domain';
import type { Reference } from '../ports/reference.js';
import type { JournalEntry, Store, StoredJournal } from '../ports/store.js';
import type { Finding } from './finding.js';
import { verifyAudience } from './verify-audience.js';
import { verifyJournal } from './verify-journal.js';

export interface DossierFinding extends Finding {
  readonly dossierId: DossierId;
}

export interface VerifyReport {
  readonly dossiers: number;
  readonly events: number;
  /** The first finding of each bad dossier. */
  readonly findings: readonly DossierFinding[];
}

const PAGE = 200;

function rulesPinned({ loaded, journal }: StoredJournal, reference: Reference): Rules {
  // The pin of the row may be what was tampered with: the one the journal gives is in the chain.
  return reference.rulesOf(pinAfter(journal) ?? loaded.file.dossier.pin);
}

function findingOf(entry: JournalEntry, reference: Reference): Finding | null {
  const key = entry.dossierId;
  if (entry.kind === 'unreadable') {
    return { row: 'dossier', key, field: 'row', expected: 'rows that can be read', found: entry.reason };
  }
  try {
    const { loaded, journal, shown } = entry;
    return verifyJournal(loaded, journal, rulesPinned(entry, reference)) ?? verifyAudience(journal, shown);
  } catch (error) {
    // No rules to fold by, or a fold that fails: not verified is a finding, never a pass (law 8).
    return { row: 'dossier', key, field: 'pin', expected: 'rules to fold by', found: String(error) };
  }
}

/** Verifies every dossier, in pages by id, one that cannot be read among them; `onProgress` hears of each page. */
export async function verifyAll(
  store: Store,
  reference: Reference,
  onProgress: (done: VerifyReport) => void,
): Promise<VerifyReport> {
  let after: DossierId | null = null;
  let [dossiers, events] = [0, 0];
  const findings: DossierFinding[] = [];
  for (;;) {
    const page = await store.auditPage(after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return { dossiers, events, findings };
    for (const entry of page) {
      const finding = findingOf(entry, reference);
      if (finding !== null) findings.push({ ...finding, dossierId: entry.dossierId });
      if (entry.kind === 'stored') events += entry.journal.length;
    }
    dossiers += page.length;
    after = last.dossierId;
    onProgress({ dossiers, events, findings });
  }
}
