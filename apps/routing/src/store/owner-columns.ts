import type { AgencyId, Owner } from '@lien-thong/domain';
import type { RowReader } from './raw-row.js';

/** Agency that owns the minutes; null for every other kind of owner. */
export function ownerAgency(owner: Owner | null): string | null {
  return owner?.kind === 'agency' ? owner.agencyId : null;
}

/** An owner from the columns `owner_kind` and `owner_agency`. Throws TypeError for an agency without a name. */
export function readOwner(row: RowReader): Owner | null {
  const kind = row.textOrNull() as Owner['kind'] | null;
  const agencyId = row.textOrNull() as AgencyId | null;
  if (kind === null) return null;
  if (kind !== 'agency') return { kind };
  if (agencyId === null) throw new TypeError('an agency owns minutes but is not named');
  return { kind, agencyId };
}
