/** Who is calling: an agency's software or a person of an agency, with roles and the agencies under his supervision. */
import type { ActingParty, AgencyId, OfficerId } from '@lien-thong/domain';

export const ROLES = ['clerk', 'supervisor', 'admin', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export interface Caller {
  /** `software` authenticates by API key or client-credentials token, `person` by an OIDC session. */
  readonly kind: 'software' | 'person';
  /** Stable id for rate limits and audit: a key id, a client id or an officer id. Never a name. */
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly officerId: OfficerId | null;
  readonly roles: ReadonlySet<Role>;
  /** Agencies whose dossiers this caller may watch over; empty unless he is a supervisor or auditor. */
  readonly supervises: readonly AgencyId[];
}

/** The caller as the domain sees him for one command: a supervisor acts as such only when he names it. */
export function actingParty(caller: Caller): ActingParty {
  const kind = caller.roles.has('supervisor') && !caller.roles.has('clerk') ? 'supervisor' : 'clerk';
  return {
    kind,
    agencyId: caller.agencyId,
    officerId: caller.officerId,
    supervises: caller.roles.has('supervisor') ? caller.supervises : [],
  };
}
