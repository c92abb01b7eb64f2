import type { AgencyId } from '../kernel/ids.js';

/** Who owns a minute (DESIGN 4.4). Exactly one party does, always. */
export type Owner =
  | { readonly kind: 'agency'; readonly agencyId: AgencyId }
  | { readonly kind: 'exchange' }
  | { readonly kind: 'publicPost' }
  | { readonly kind: 'applicant' }
  | { readonly kind: 'system' }
  | { readonly kind: 'external' };

export function sameOwner(a: Owner, b: Owner): boolean {
  return a.kind === b.kind && (a.kind !== 'agency' || (b.kind === 'agency' && a.agencyId === b.agencyId));
}
