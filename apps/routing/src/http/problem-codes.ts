/** Every code a problem may carry, and the HTTP status of each: the one place where a status is decided (style rule 12). */
import { ALERT_REFUSAL_CODES } from '@lien-thong/domain';
import type { RefusalCode } from '@lien-thong/domain';

export const HTTP_CODES = [
  'unreadable-request',
  'request-timeout',
  'address-too-long',
  'headers-too-large',
  'malformed-json',
  'invalid-body',
  'invalid-query',
  'forbidden-characters',
  'body-too-large',
  'body-too-deep',
  'unsupported-media-type',
  'not-found',
  'method-not-allowed',
  'unauthenticated',
  'forbidden',
  'origin-refused',
  'sign-in-refused',
  'sign-in-not-configured',
  'idempotency-key-required',
  'idempotency-key-invalid',
  'if-match-required',
  'if-match-invalid',
  'cursor-invalid',
  'cursor-epoch-stale',
  'bus-not-offered',
  'batch-too-large',
  'key-proof-invalid',
  'key-registered-elsewhere',
  'rate-limited',
  'version-published',
  'version-not-published',
  'version-retired',
  'effective-too-early',
  'lint-failed',
  'approval-required',
  'verdict-stale',
  'feasibility-busy',
  'feasibility-underway',
  'feasibility-too-large',
  'feasibility-too-long',
  'calendar-unsound',
  'calendar-outdated',
  'conflict-recorded',
  'outage-system-unknown',
  'outage-interval-empty',
  'outage-not-over',
  'outage-end-missing',
  'outage-nothing-proposed',
  'outage-proposal-changed',
  'outage-cancelled',
  'amendment-versions-unknown',
  'amendment-target-not-in-force',
  'amendment-not-open',
  'amendment-dry-run-stale',
  'amendment-crossing',
  'amendment-named-unknown',
  'amendment-revert-too-late',
  ...ALERT_REFUSAL_CODES,
  'alert-numbers-restarted',
  'own-admin-role',
  'last-admin',
  'account-exists',
  'subject-taken',
  'issuer-unknown',
  'expires-in-past',
  'competence-too-early',
  'competence-overlaps',
  'competence-ended',
  'unavailable',
  'commit-unknown',
  'internal-fault',
] as const;
export type HttpCode = (typeof HTTP_CODES)[number];
/** Of the administration of procedures; their sentences stand in a file of their own. */
export type ProcedureAdministrationCode = Extract<
  HttpCode,
  | 'version-published'
  | 'version-not-published'
  | 'version-retired'
  | 'effective-too-early'
  | 'lint-failed'
  | 'approval-required'
  | 'verdict-stale'
>;
/** Of proofs; likewise. */
export type FeasibilityCode = Extract<HttpCode, `feasibility-${string}`>;
/** Of the administration of calendars. */
export type CalendarAdministrationCode = Extract<HttpCode, `calendar-${string}`>;
/** Of the administration of outages. */
export type OutageCode = Extract<HttpCode, `outage-${string}`>;
export type ProblemCode = RefusalCode | HttpCode;
/** Of times put right, facts entered late, and conflicts. */
export type BitemporalCode = Extract<
  ProblemCode,
  | `conflict-${'recorded' | 'already-open' | 'not-open' | 'not-superseded'}`
  | `fact-not-${'declared' | 'yours'}`
  | `time-${'unchanged' | 'correction-illegal'}`
  | `late-fact${string}`
>;
/** Of requests that are wrong before anybody looks at the dossier. */
export type RequestCode = Extract<
  HttpCode,
  | 'malformed-json'
  | 'invalid-body'
  | 'invalid-query'
  | 'unreadable-request'
  | 'request-timeout'
  | 'address-too-long'
  | 'headers-too-large'
  | 'forbidden-characters'
  | 'body-too-large'
  | 'body-too-deep'
  | 'unsupported-media-type'
  | 'not-found'
  | 'method-not-allowed'
  | 'unauthenticated'
  | 'forbidden'
  | 'origin-refused'
  | 'sign-in-refused'
  | 'sign-in-not-configured'
  | 'idempotency-key-required'
  | 'idempotency-key-invalid'
  | 'if-match-required'
  | 'if-match-invalid'
  | 'cursor-invalid'
  | 'cursor-epoch-stale'
  | 'bus-not-offered'
  | 'batch-too-large'
  | 'rate-limited'
>;
/** Of the administration of people and of keys. */
export type PeopleCode = Extract<
  HttpCode,
  | 'own-admin-role'
  | 'last-admin'
  | 'account-exists'
  | 'subject-taken'
  | 'issuer-unknown'
  | 'expires-in-past'
  | `competence-${'too-early' | 'overlaps' | 'ended'}`
>;
/** Of amendments of open dossiers, and of the extension and the apology. */
export type AmendmentCode = Extract<
  ProblemCode,
  `amendment-${string}` | 'extension-unit-differs' | 'apology-not-issued' | 'apology-already-delivered'
>;

const HTTP_STATUS: Readonly<Record<HttpCode, number>> = {
  'unreadable-request': 400,
  'request-timeout': 408,
  'address-too-long': 414,
  'headers-too-large': 431,
  'malformed-json': 400,
  'invalid-body': 400,
  'invalid-query': 400,
  'forbidden-characters': 400,
  'body-too-large': 413,
  'body-too-deep': 400,
  'unsupported-media-type': 415,
  'not-found': 404,
  'method-not-allowed': 405,
  unauthenticated: 401,
  forbidden: 403,
  'origin-refused': 403,
  'sign-in-refused': 401,
  'sign-in-not-configured': 404,
  'idempotency-key-required': 400,
  'idempotency-key-invalid': 400,
  'if-match-required': 428,
  'if-match-invalid': 400,
  'cursor-invalid': 400,
  'cursor-epoch-stale': 410,
  'bus-not-offered': 404,
  'batch-too-large': 413,
  'key-proof-invalid': 422,
  'key-registered-elsewhere': 409,
  'rate-limited': 429,
  'version-published': 409,
  'version-not-published': 409,
  'version-retired': 409,
  'effective-too-early': 422,
  'lint-failed': 409,
  'approval-required': 409,
  'verdict-stale': 409,
  'feasibility-busy': 503,
  'feasibility-underway': 503,
  'feasibility-too-large': 422,
  'feasibility-too-long': 503,
  'calendar-unsound': 422,
  'calendar-outdated': 409,
  'conflict-recorded': 409,
  'outage-system-unknown': 422,
  'outage-interval-empty': 422,
  'outage-not-over': 422,
  'outage-end-missing': 422,
  'outage-nothing-proposed': 409,
  'outage-proposal-changed': 409,
  'outage-cancelled': 409,
  'amendment-versions-unknown': 422,
  'amendment-target-not-in-force': 409,
  'amendment-not-open': 409,
  'amendment-dry-run-stale': 409,
  'amendment-crossing': 409,
  'amendment-named-unknown': 422,
  'amendment-revert-too-late': 409,
  'alert-not-found': 404,
  'alert-not-entitled': 403,
  'alert-needs-person': 403,
  'alert-closed': 409,
  'alert-already-acknowledged': 409,
  'alert-already-snoozed': 409,
  'alert-already-assigned': 409,
  'alert-not-snoozed': 409,
  'alert-snooze-in-past': 422,
  'alert-snooze-too-long': 422,
  'alert-officer-unknown': 422,
  'alert-changed': 412,
  'alert-numbers-restarted': 410,
  'own-admin-role': 409,
  'last-admin': 409,
  'account-exists': 409,
  'subject-taken': 409,
  'issuer-unknown': 422,
  'expires-in-past': 422,
  'competence-too-early': 422,
  'competence-overlaps': 409,
  'competence-ended': 409,
  unavailable: 503,
  'commit-unknown': 503,
  'internal-fault': 500,
};

/** Refusals whose status is not 409: the request itself cannot be meant (422), is stale (412), or must not be known of (404). */
const REFUSAL_STATUS: Partial<Readonly<Record<RefusalCode, number>>> = {
  'dossier-not-found': 404,
  'actor-not-entitled': 403,
  'version-stale': 412,
  'key-reused': 422,
  'occurred-in-future': 422,
  'occurred-before-last-fact': 422,
  'outside-calendar': 422,
  'procedure-unknown': 422,
  'procedure-not-effective': 422,
  'procedure-limit-unknown': 422,
  'case-unknown': 422,
  'jurisdiction-fact-missing': 422,
  'area-unknown': 422,
  'area-ambiguous': 422,
  'area-split-needs-fact': 422,
  'agency-unknown': 422,
  'consultation-unknown': 422,
  'step-unknown': 422,
  'suspension-system-mismatch': 422,
  'extension-unit-differs': 422,
  'fact-not-yours': 403,
  'late-facts-not-in-order': 422,
  'late-facts-mixed': 422,
  'receipt-required': 422,
  'receipt-malformed': 422,
  'receipt-forged': 422,
  'receipt-key-expired': 422,
  'receipt-key-rotated': 422,
  'receipt-key-revoked': 422,
  'receipt-foreign': 422,
  'receipt-from-future': 422,
  'receipt-from-past': 422,
};

/** HTTP status of a problem. */
export function statusOf(code: ProblemCode): number {
  return isHttpCode(code) ? HTTP_STATUS[code] : (REFUSAL_STATUS[code] ?? 409);
}

export function isHttpCode(code: string): code is HttpCode {
  return (HTTP_CODES as readonly string[]).includes(code);
}
