import { DONG_HAI, HAI_AN, NGO_QUYEN, PLANNING, TAX_OFFICE } from '../testing/office-directory.js';
import type { Owner } from './owner.js';

const NAMES = new Map<string, string>([
  [HAI_AN, 'Hải An'],
  [DONG_HAI, 'Đông Hải'],
  [NGO_QUYEN, 'Ngô Quyền'],
  [TAX_OFFICE, 'tax office'],
  [PLANNING, 'planning office'],
]);

/** The owner as a spec names it. */
export function ownerName(owner: Owner): string {
  return owner.kind === 'agency' ? (NAMES.get(owner.agencyId) ?? owner.agencyId) : owner.kind;
}
