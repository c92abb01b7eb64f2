import type { AgencyId, Directory, Owner } from '@lien-thong/domain';
import { z } from 'zod';

/** An agency wherever it is only mentioned. */
export const agencyRefSchema = z
  .strictObject({
    id: z.string(),
    identifier: z.string().describe('Mã định danh điện tử · electronic identifier, at the head of its dossier codes'),
    name: z.string(),
    nameEn: z.string(),
  })
  .meta({ id: 'AgencyRef' });
export type AgencyRef = z.infer<typeof agencyRefSchema>;

/** Whose minutes they are (DESIGN 4.4). */
export const ownerSchema = z
  .strictObject({
    kind: z.enum(['agency', 'exchange', 'publicPost', 'applicant', 'system', 'external']),
    agency: agencyRefSchema.nullable().describe('Set where the owner is an agency'),
  })
  .meta({ id: 'Owner' });

/** The mention of an agency. One that has left the directory is still named by its id. */
export function agencyRef({ agencies }: Directory, id: AgencyId): AgencyRef {
  const known = agencies.get(id);
  return { id, identifier: known?.identifier ?? '', name: known?.name ?? id, nameEn: known?.nameEn ?? id };
}

export function ownerView(directory: Directory, owner: Owner): z.infer<typeof ownerSchema> {
  return { kind: owner.kind, agency: owner.kind === 'agency' ? agencyRef(directory, owner.agencyId) : null };
}
