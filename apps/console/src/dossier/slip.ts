/** What a hand-over slip says: which way something goes, who handed it over, and what goes along. */
import type { AgencyRef, Document, Dossier, JournalEntry } from '@lien-thong/client';

export interface HandOver {
  readonly kind: 'dossier' | 'result';
  readonly from: AgencyRef;
  /** Null while nobody knows who is competent. */
  readonly to: AgencyRef | null;
  readonly copy: 'electronic' | 'paper' | null;
  /** The act it was handed over by; null while it was not. */
  readonly act: JournalEntry | null;
}

const OUT = new Set(['dossier.transferDispatched.v1', 'dossier.transferRedirected.v1']);
const BACK = new Set(['dossier.resultDispatched.v1']);
const RESULT_PHASES: ReadonlySet<string> = new Set(['decided', 'resultInTransfer', 'readyForReturn', 'returned']);

/** After the decision it is the result that travels, back to where the dossier was received. */
export function handOverOf(dossier: Dossier, journal: readonly JournalEntry[]): HandOver {
  const { phase, receivingAgency, competentAgency, transfer, resultCopy } = dossier;
  const last = (types: ReadonlySet<string>) => journal.findLast(({ type }) => types.has(type)) ?? null;
  if (RESULT_PHASES.has(phase) && competentAgency !== null) {
    return { kind: 'result', from: competentAgency, to: receivingAgency, copy: resultCopy, act: last(BACK) };
  }
  const to = transfer?.to ?? competentAgency;
  return { kind: 'dossier', from: receivingAgency, to, copy: transfer?.copy ?? null, act: last(OUT) };
}

/** Papers the journal names: with the result those of the decision, else everything the applicant has handed in. */
export function papersOf(kind: HandOver['kind'], journal: readonly JournalEntry[]): readonly Document[] {
  const entries = journal.filter(({ type }) => (type === 'dossier.decided.v1') === (kind === 'result'));
  const all = entries.flatMap(({ data: { documents } }) =>
    Array.isArray(documents) ? documents.filter(isDocument) : [],
  );
  return [...new Map(all.map((document) => [`${document.component} ${document.sha256}`, document])).values()];
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'sha256' in value && 'component' in value;
}
