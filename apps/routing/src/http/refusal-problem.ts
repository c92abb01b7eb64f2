import type { Refusal } from '@lien-thong/domain';
import { Problem } from './problem.js';
import { ENGLISH } from './sentences.en.js';
import { VIETNAMESE } from './sentences.vi.js';

/** Field of the request a refusal speaks of, where it speaks of one. */
const FIELD_OF: Partial<Readonly<Record<Refusal['code'], string>>> = {
  'occurred-in-future': 'occurredAt',
  'occurred-before-last-fact': 'occurredAt',
  'outside-calendar': 'occurredAt',
  'procedure-unknown': 'intake.procedureCode',
  'procedure-not-effective': 'intake.procedureCode',
  'procedure-limit-unknown': 'intake.procedureCode',
  'case-unknown': 'intake.caseKey',
  'jurisdiction-none': 'intake.jurisdiction',
  'jurisdiction-several': 'intake.jurisdiction',
  'jurisdiction-fact-missing': 'intake.jurisdiction',
  'outside-boundary-scope': 'intake.jurisdiction',
  'area-unknown': 'intake.jurisdiction',
  'area-ambiguous': 'intake.jurisdiction',
  'area-split-needs-fact': 'intake.jurisdiction',
  'agency-unknown': 'agencyId',
  'consultation-unknown': 'consultation',
  'step-unknown': 'step',
  'suspension-system-mismatch': 'system',
  'extension-too-long': 'by',
  'extension-unit-differs': 'by',
  'apology-date-not-later': 'newPromise',
  'reception-correction-illegal': 'receivedAt',
  'second-person-required': 'approvedBy',
  'version-stale': 'If-Match',
  'key-reused': 'Idempotency-Key',
};

/** A refusal of the domain or the ledger as the problem it is answered with. */
export function problemOf(refusal: Refusal): Problem {
  const field = FIELD_OF[refusal.code];
  if (field === undefined) return new Problem(refusal.code, refusal.facts);
  return new Problem(refusal.code, refusal.facts, [
    { field, reason: VIETNAMESE[refusal.code].title, reasonEn: ENGLISH[refusal.code].title },
  ]);
}
