/**
 * An expected "no". It carries a stable code and the facts the caller needs to act on it, never a sentence:
 * sentences are made at the edge, in Vietnamese and English. A fault (a bug, a broken database) throws instead.
 */
export const REFUSAL_CODES = [
  // the command and the state
  'command-not-allowed',
  'actor-not-entitled',
  'dossier-not-found',
  'version-stale',
  'key-reused',
  'occurred-in-future',
  'occurred-before-last-fact',
  'outside-calendar',
  // the procedure
  'procedure-unknown',
  'procedure-not-effective',
  'procedure-limit-unknown',
  'case-unknown',
  // jurisdiction (DESIGN 4.7)
  'jurisdiction-none',
  'jurisdiction-several',
  'jurisdiction-fact-missing',
  'outside-boundary-scope',
  'area-unknown',
  'area-ambiguous',
  'area-split-needs-fact',
  'agency-unknown',
  'agency-not-competent',
  // bounded loops and guards of the machine
  'supplement-rounds-exhausted',
  'supplement-timeout-passed',
  'payment-timeout-passed',
  'transfer-attempts-exhausted',
  'redirects-exhausted',
  'transfer-not-lapsed',
  'consultation-unknown',
  'consultation-not-idle',
  'consultation-not-open',
  'consultation-of-itself',
  'consultations-unanswered',
  'step-unknown',
  'step-already-open',
  'step-not-open',
  'step-already-completed',
  'payment-not-foreseen',
  'close-ground-not-met',
  'suspension-system-mismatch',
  // promises and limits
  'extension-not-foreseen',
  'extension-not-in-working-time',
  'extension-unit-differs',
  'extension-exhausted',
  'extension-too-long',
  'extension-after-due',
  'apology-already-issued',
  'apology-after-promise',
  'apology-date-not-later',
  'apology-not-issued',
  'apology-already-delivered',
  'reception-correction-illegal',
  'second-person-required',
  // times put right, facts learnt late, and what contradicts the journal (DESIGN 4.8)
  'fact-not-declared',
  'fact-not-yours',
  'time-unchanged',
  'time-correction-illegal',
  'late-facts-not-in-order',
  'late-facts-mixed',
  'late-fact-not-late',
  'late-fact-illegal',
  'conflict-already-open',
  'conflict-not-open',
  'conflict-not-superseded',
  // another version of the procedure for an open dossier (ADR 0029)
  'amendment-version-same',
  'amendment-procedure-differs',
  'amendment-builder-differs',
  'amendment-dossier-ended',
  'amendment-dossier-decided',
  'amendment-limit-unknown',
  'amendment-criterion-differs',
  'amendment-clock-start-differs',
  'amendment-state-without-image',
  'amendment-cannot-be-completed',
  'amendment-citizen-act-lost',
  'amendment-units-differ',
  'amendment-not-computable',
  'amendment-moved-on',
  'amendment-overdue-unnamed',
  'amendment-not-in-force',
  'amendment-followed',
  // signed custody (DESIGN §5)
  'receipt-required',
  'receipt-malformed',
  'receipt-forged',
  'receipt-key-expired',
  'receipt-key-rotated',
  'receipt-key-revoked',
  'receipt-foreign',
  'receipt-stale',
  'receipt-from-future',
  'receipt-from-past',
  'receipt-replayed',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Values a refusal may carry: what JSON can say, nothing personal. */
export type RefusalFacts = { readonly [name: string]: string | number | boolean | null | readonly string[] };

export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;
}

/** Makes a refusal value. */
export function refuse(code: RefusalCode, facts: RefusalFacts = {}): Refusal {
  return { refused: true, code, facts };
}

/** Tells a refusal from any other outcome. */
export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome && outcome.refused === true;
}
