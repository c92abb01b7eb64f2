/** Who may call what: one row for each operation, declared here and nowhere derived from the code it judges. */
import type { Role } from '../../src/identity/caller.js';

export const RELATIONS = ['receiving', 'competent', 'consulted', 'none', 'overBoth', 'overNeither'] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * `public`: nobody is asked. `anyAgency`: whoever holds the role; nothing of a dossier is in the answer. `dossier`: only whoever may
 * know of the dossier; to everybody else it does not exist. `own`: a list, which holds the dossier only for whoever may know of it.
 */
export type Concern = 'public' | 'anyAgency' | 'dossier' | 'own';

export interface Row {
  readonly concern: Concern;
  readonly roles: readonly Role[];
  readonly query?: string;
  readonly body?: unknown;
  /** Of an operation that is not about a dossier. */
  readonly ifMatch?: string;
}

const EVERYBODY: readonly Role[] = ['clerk', 'supervisor', 'admin', 'auditor'];
const ACTORS: readonly Role[] = ['clerk', 'supervisor'];
const publicRow: Row = { concern: 'public', roles: [] };
/** Whoever configures the system has no business in dossiers. */
const READERS: readonly Role[] = ['clerk', 'supervisor', 'auditor'];
const readRow: Row = { concern: 'dossier', roles: READERS };
const referenceRow: Row = { concern: 'anyAgency', roles: EVERYBODY };
/** Of dossiers that have ended: the one of the matrix is under way and in none of them. */
const reportRow: Row = { concern: 'anyAgency', roles: READERS };
const adminRow: Row = { concern: 'anyAgency', roles: ['admin'] };

const alertActRow: Row = { concern: 'own', roles: ['supervisor'], ifMatch: '"v0"' };

/** The comparison that would tell everything. */
const EVERY_BUCKET = Array.from({ length: 256 }, (_, bucket) => bucket);

/** A preview that finds something: what moves is told, and nothing of any dossier. */
const DAY_OFF = {
  notice: { number: '1/TB', issuedOn: '2026-03-01', issuer: 'Bộ Nội vụ' },
  noticedYears: [2026],
  exceptions: [{ date: '2026-03-04', kind: 'holiday', name: 'Nghỉ', notice: '1/TB', provisional: false }],
  reason: 'spec',
};

/** Of a system the procedures of the seeds require. */
const OUTAGE_WORDS = { evidence: { reference: 'BB-1' }, reason: 'spec' };
const OUTAGE_SAID = { from: '2026-03-02T01:00:00Z', to: '2026-03-02T01:05:00Z', ...OUTAGE_WORDS };
const OUTAGE = { system: 'oneStopSystem', ...OUTAGE_SAID };

export const TABLE: Readonly<Record<string, Row>> = {
  'GET /health/live': publicRow,
  'GET /health/ready': publicRow,
  'GET /metrics': publicRow,
  'GET /docs': publicRow,
  'GET /docs/problems': publicRow,
  'GET /docs/openapi.json': publicRow,
  'GET /docs/asyncapi.json': publicRow,
  'GET /demo/clock': publicRow,
  'POST /demo/clock': { ...publicRow, body: { now: '2026-03-02T00:30:00Z' } },
  'GET /demo/identities': publicRow,
  'POST /demo/sign-in': { ...publicRow, body: { account: 'nobody' } },
  'POST /v1/oauth/token': { ...publicRow, body: { grant_type: 'client_credentials' } },
  'GET /auth/login': publicRow,
  'GET /auth/callback': publicRow,
  'GET /auth/me': referenceRow,
  // A key has no session to end, so the same caller may be used again.
  'POST /auth/logout': { concern: 'anyAgency', roles: EVERYBODY },
  'GET /v1/outages': referenceRow,
  'GET /v1/outages/{outage}': referenceRow,
  'POST /v1/outages': { ...adminRow, body: OUTAGE },
  'POST /v1/outages/{outage}/correct': { ...adminRow, body: OUTAGE_SAID },
  'POST /v1/outages/{outage}/cancel': { ...adminRow, body: OUTAGE_WORDS },
  'GET /v1/outages/{outage}/preview': adminRow,
  'POST /v1/outages/{outage}/approve': { ...adminRow, body: { digest: 'a'.repeat(64) } },
  'GET /track/{code}': { ...publicRow, query: '?k=0000000000' },

  'GET /v1/dossiers': { concern: 'own', roles: READERS },
  'POST /v1/dossiers': { concern: 'anyAgency', roles: ['clerk'], query: '?dryRun=true', body: { type: 'receive' } },
  'GET /v1/inbox': { concern: 'own', roles: ACTORS, query: '?queue=elsewhere' },
  'GET /v1/dossiers/{code}': readRow,
  'GET /v1/dossiers/{code}/timeline': readRow,
  'GET /v1/dossiers/{code}/clocks': readRow,
  'GET /v1/dossiers/{code}/apologies': readRow,
  'GET /v1/dossiers/{code}/clocks/{clockId}/explain': readRow,
  'GET /v1/dossiers/{code}/promise/explain': readRow,
  'GET /v1/dossiers/{code}/receipts': readRow,
  'GET /v1/dossiers/{code}/evidence': readRow,
  'POST /v1/dossiers/{code}/commands': {
    concern: 'dossier',
    roles: ACTORS,
    query: '?dryRun=true',
    body: { type: 'redirectTransfer', to: null, reason: 'spec' },
  },
  'POST /v1/commands': { concern: 'anyAgency', roles: ACTORS, query: '?dryRun=true', body: [] },
  'GET /v1/conflicts': { concern: 'own', roles: READERS, query: '?state=all' },
  'GET /v1/reports/late-entry': { concern: 'anyAgency', roles: READERS },
  'GET /v1/reports/late-entry/facts': { concern: 'own', roles: READERS },
  'GET /v1/events': { concern: 'own', roles: ['clerk'], query: '?limit=1000&wait=0' },
  'GET /v1/agencies/me/bus': { concern: 'anyAgency', roles: ['clerk'] },

  'GET /v1/reports/minutes': reportRow,
  'GET /v1/reports/minutes/dossiers': reportRow,
  'GET /v1/reports/lateness': reportRow,
  'GET /v1/reports/lateness/dossiers': reportRow,
  'GET /v1/reports/slack': { concern: 'anyAgency', roles: READERS },
  'GET /v1/reports/slack/dossiers': { concern: 'own', roles: READERS },
  'GET /v1/reports/on-time': { concern: 'anyAgency', roles: READERS },
  'GET /v1/reports/on-time/dossiers': { concern: 'own', roles: READERS },

  'GET /v1/alerts': { concern: 'own', roles: READERS },
  'GET /v1/alerts/events': { concern: 'own', roles: READERS },
  'GET /v1/alerts/stream': { concern: 'own', roles: READERS, query: '?after=0&seconds=0' },
  // Whom a single alert concerns is looked at where there is one (alerts/alert-rights.e2e.spec.ts).
  'GET /v1/alerts/{id}': { concern: 'own', roles: READERS },
  'POST /v1/alerts/{id}/acknowledge': { ...alertActRow, body: {} },
  'POST /v1/alerts/{id}/snooze': { ...alertActRow, body: { until: '2026-12-01T00:00:00Z' } },
  'POST /v1/alerts/{id}/unsnooze': { ...alertActRow, body: {} },
  'POST /v1/alerts/{id}/assign': { ...alertActRow, body: { officerId: 'nobody' } },
  'POST /v1/alerts/{id}/resolve': { ...alertActRow, body: { reason: 'spec' } },
  'POST /v1/routing/resolve': { ...referenceRow, body: {} },
  'GET /v1/areas': { ...referenceRow, query: '?q=hai an' },
  'GET /v1/agencies': referenceRow,
  'GET /v1/agencies/{id}': referenceRow,
  'GET /v1/agencies/me/officers': { concern: 'anyAgency', roles: ['clerk', 'supervisor', 'admin'] },
  'GET /v1/agencies/{id}/reception': referenceRow,
  'GET /v1/agencies/{id}/keys': referenceRow,
  'POST /v1/agencies/{id}/keys': { concern: 'anyAgency', roles: ['clerk', 'admin'], body: { proof: 'none' } },
  'POST /v1/agencies/{id}/keys/{kid}/revoke': {
    ...{ concern: 'anyAgency', roles: ['clerk', 'admin'], body: { reason: 'lost' } },
  },
  'GET /v1/competences': referenceRow,
  'POST /v1/competences': { ...adminRow, body: {} },
  'POST /v1/competences/{competence}/end': { ...adminRow, body: { lastDay: '2027-01-01' } },
  'GET /v1/administration/journal': { concern: 'anyAgency', roles: ['admin', 'auditor'] },
  'GET /v1/agencies/{id}/officers': adminRow,
  'POST /v1/agencies/{id}/officers': { ...adminRow, body: {} },
  'GET /v1/agencies/{id}/officers/{officer}': adminRow,
  'PUT /v1/agencies/{id}/officers/{officer}': { ...adminRow, body: {} },
  'POST /v1/agencies/{id}/officers/{officer}/account': { ...adminRow, body: {} },
  'PUT /v1/agencies/{id}/officers/{officer}/account': { ...adminRow, body: { roles: ['clerk'] } },
  'DELETE /v1/agencies/{id}/officers/{officer}/account': adminRow,
  'GET /v1/agencies/{id}/api-keys': adminRow,
  'POST /v1/agencies/{id}/api-keys': { ...adminRow, body: {} },
  'POST /v1/agencies/{id}/api-keys/{key}/revoke': { ...adminRow, body: {} },
  'POST /v1/holdings/compare': { concern: 'own', roles: ['clerk'], body: { buckets: EVERY_BUCKET, holdings: [] } },
  'GET /v1/risk-rules': referenceRow,
  'GET /v1/procedures': referenceRow,
  'GET /v1/procedures/{code}': referenceRow,
  'GET /v1/procedures/{code}/versions': referenceRow,
  'POST /v1/procedures/{code}/versions': { ...adminRow, body: {} },
  'GET /v1/procedures/{code}/versions/{version}': referenceRow,
  'PUT /v1/procedures/{code}/versions/{version}': { ...adminRow, body: {} },
  'DELETE /v1/procedures/{code}/versions/{version}': adminRow,
  'GET /v1/procedures/{code}/versions/{version}/lint': adminRow,
  'GET /v1/procedures/{code}/versions/{version}/diff': { ...adminRow, query: '?against=1' },
  'POST /v1/procedures/{code}/versions/{version}/publish': {
    ...adminRow,
    ifMatch: '"v1"',
    body: { effectiveFrom: '2027-01-01' },
  },
  'POST /v1/procedures/{code}/versions/{version}/retire': { ...adminRow, body: { effectiveTo: '2020-01-01' } },
  'GET /v1/procedures/{code}/versions/{version}/machine': referenceRow,
  'GET /v1/procedures/{code}/versions/{version}/feasibility': { ...referenceRow, query: '?proofs=none' },
  'POST /v1/amendments': { ...adminRow, body: {} },
  'GET /v1/amendments': adminRow,
  'GET /v1/amendments/{amendment}': adminRow,
  'PUT /v1/amendments/{amendment}': { ...adminRow, body: {} },
  'GET /v1/amendments/{amendment}/dossiers': adminRow,
  'POST /v1/amendments/{amendment}/dry-run': { ...adminRow, ifMatch: '"v1"', body: {} },
  'POST /v1/amendments/{amendment}/approve': { ...adminRow, ifMatch: '"v1"', body: { digest: '0'.repeat(64) } },
  'POST /v1/amendments/{amendment}/revert': { ...adminRow, body: { reason: 'spec' } },
  'POST /v1/amendments/{amendment}/revert/approve': { ...adminRow, body: {} },
  'POST /v1/feasibility': { ...referenceRow, body: {} },
  'GET /v1/calendars': referenceRow,
  'GET /v1/calendars/{calendar}/versions': referenceRow,
  'POST /v1/calendars/{calendar}/versions': { ...adminRow, body: {} },
  'GET /v1/calendars/{calendar}/versions/{version}': referenceRow,
  'PUT /v1/calendars/{calendar}/versions/{version}': { ...adminRow, body: {} },
  'DELETE /v1/calendars/{calendar}/versions/{version}': adminRow,
  'POST /v1/calendars/{calendar}/preview': { ...adminRow, body: DAY_OFF },
  'GET /v1/calendars/{calendar}/versions/{version}/preview': adminRow,
  'POST /v1/calendars/{calendar}/versions/{version}/publish': { ...adminRow, ifMatch: '"v1"', body: {} },
  'GET /v1/calendars/{calendar}/versions/{version}/restatement': referenceRow,
};
