import { JournalFault, foldHistory, partiesOf } from '@lien-thong/domain';
import type { DossierEvent, DossierFile, Rules } from '@lien-thong/domain';
import type { StoredDossier } from '../ports/store.js';
import type { Finding } from './finding.js';
import { firstDifference } from './first-difference.js';
import { verifyChain } from './verify-chain.js';

interface Rows<Row> {
  readonly row: 'clock' | 'segment';
  readonly expected: readonly Row[];
  readonly found: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
}

function compareRows<Row>({ row, expected, found, keyOf }: Rows<Row>): Finding | null {
  const stored = new Map(found.map((entry) => [keyOf(entry), entry]));
  for (const should of expected) {
    const key = keyOf(should);
    const is = stored.get(key);
    if (is === undefined) return { row, key, field: 'row', expected: should, found: null };
    const difference = firstDifference(should, is);
    if (difference !== null)
      return { row, key, field: difference.path, expected: difference.expected, found: difference.found };
    stored.delete(key);
  }
  const [surplus] = stored;
  return surplus === undefined ? null : { row, key: surplus[0], field: 'row', expected: null, found: surplus[1] };
}

function compareDossier(expected: DossierFile, { file }: StoredDossier): Finding | null {
  const difference = firstDifference(expected.dossier, file.dossier);
  if (difference === null) return null;
  return {
    row: 'dossier',
    key: file.dossier.id,
    field: difference.path,
    expected: difference.expected,
    found: difference.found,
  };
}

/** Who is party now must be stored as one; who was, stays. */
function compareParties({ dossier }: DossierFile, { parties }: StoredDossier): Finding | null {
  const keys = new Set(parties.map(({ agencyId, role }) => `${agencyId} ${role}`));
  const missing = partiesOf(dossier).find(({ agencyId, role }) => !keys.has(`${agencyId} ${role}`));
  if (missing === undefined) return null;
  return { row: 'party', key: `${missing.agencyId} ${missing.role}`, field: 'row', expected: missing, found: null };
}

function folded(journal: readonly DossierEvent[], rules: Rules): DossierFile | Finding {
  try {
    return foldHistory(journal, rules);
  } catch (error) {
    // A whole chain whose facts do not follow one another: the journal was made wrong, not changed.
    if (!(error instanceof JournalFault)) throw error;
    return {
      row: 'event',
      key: journal.length,
      field: 'content',
      expected: 'facts that follow one another',
      found: error.message,
    };
  }
}

/**
 * Checks everything stored of one dossier against its journal (law 1): the chain is whole, and folding the journal again gives the
 * stored dossier, clocks and segments, byte for byte. Returns the first bad row and field, or null. Throws only for faults of the
 * code.
 */
export function verifyJournal(stored: StoredDossier, journal: readonly DossierEvent[], rules: Rules): Finding | null {
  const broken = verifyChain(journal, stored.file.dossier);
  if (broken !== null) return broken;
  const expected = folded(journal, rules);
  if ('row' in expected) return expected;
  const { clocks, segments } = stored.file;
  return (
    compareDossier(expected, stored) ??
    compareRows({ row: 'clock', expected: expected.clocks, found: clocks, keyOf: ({ id }) => id }) ??
    compareRows({ row: 'segment', expected: expected.segments, found: segments, keyOf: ({ n }) => n }) ??
    compareParties(expected, stored)
  );
}
