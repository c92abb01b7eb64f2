/** Whose people can do something: the owner of the minutes, or whoever waits for a carrier or an applicant, who have no desk here. */
import type { Dossier } from '../dossier/dossier.js';
import type { AgencyId } from '../kernel/ids.js';
import type { Owner } from '../sla/owner.js';
import type { AlertOwner } from './ground.js';

/** The agencies around a dossier, as its row has them. */
export interface Around {
  readonly holder: AgencyId;
  readonly receiving: AgencyId;
  /** Where it was last sent to. */
  readonly addressed: AgencyId | null;
  readonly decided: boolean;
}

export function aroundOf({ holder, pin, transfer, outcome }: Dossier): Around {
  return { holder, receiving: pin.receivingAgency, addressed: transfer?.to ?? null, decided: outcome !== null };
}

export const NOBODY: AlertOwner = { kind: 'nobody', agencyId: null };

/**
 * Forty dossiers without a receipt from one agency have that agency in common, whoever sent them; those waiting for applicants, the
 * agency that holds them; a shared system belongs to no agency. Pure.
 */
export function alertOwner(owner: Owner | null, { holder, receiving, addressed, decided }: Around): AlertOwner {
  switch (owner?.kind) {
    case 'agency':
      return { kind: 'agency', agencyId: owner.agencyId };
    case 'exchange':
    case 'publicPost':
      return { kind: owner.kind, agencyId: decided ? receiving : (addressed ?? receiving) };
    case 'applicant':
    case 'external':
      return { kind: owner.kind, agencyId: holder };
    case 'system':
      return { kind: 'system', agencyId: null };
    case undefined:
      return { kind: 'agency', agencyId: holder };
  }
}
