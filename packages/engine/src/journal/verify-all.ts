import type { DossierId } from '@lien-thong/domain';
import type { Reference } from '../ports/reference.js';
import type { Store } from '../ports/store.js';
import type { Finding } from './finding.js';
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

type Page = Awaited<ReturnType<Store['journalPage']>>;

function findingOf({ loaded, journal }: Page[number], reference: Reference): Finding | null {
  const { id, pin } = loaded.file.dossier;
  // The pin of the row may be what was tampered with: the one the journal opened with is in the chain.
  const [first] = journal;
  const journalled =
    first?.type === 'dossier.submitted.v1' || first?.type === 'dossier.received.v1' ? first.data.pin : pin;
  try {
    return verifyJournal(loaded, journal, reference.rulesOf(journalled));
  } catch (error) {
    // No rules to fold by, or a fold that fails: not verified is a finding, never a pass (law 8).
    return { row: 'dossier', key: id, field: 'pin', expected: 'rules to fold by', found: String(error) };
  }
}

/** Verifies every dossier, in pages by id; `onProgress` hears of each page. */
export async function verifyAll(
  store: Store,
  reference: Reference,
  onProgress: (done: VerifyReport) => void,
): Promise<VerifyReport> {
  let after: DossierId | null = null;
  let [dossiers, events] = [0, 0];
  const findings: DossierFinding[] = [];
  for (;;) {
    const page: Page = await store.journalPage(after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return { dossiers, events, findings };
    for (const entry of page) {
      const finding = findingOf(entry, reference);
      if (finding !== null) findings.push({ ...finding, dossierId: entry.loaded.file.dossier.id });
      events += entry.journal.length;
    }
    dossiers += page.length;
    after = last.loaded.file.dossier.id;
    onProgress({ dossiers, events, findings });
  }
}
