/** Provisional codes that still lead to a dossier. */
import type { DossierWrite } from '@lien-thong/engine';
import type { DossierId } from '@lien-thong/domain';
import { column, insertMissing } from './columns.js';

export interface AliasRow {
  readonly code: string;
  readonly dossierId: DossierId;
}

/** Adds those that are new; a code that already leads to another dossier violates the key. */
export const INSERT_ALIASES = insertMissing<AliasRow>({ table: 'dossier_alias', key: ['code', 'dossier_id'] }, [
  column('code', 'text', ({ code }) => code),
  column('dossier_id', 'uuid', ({ dossierId }) => dossierId),
]);

export function aliasesOf(writes: readonly DossierWrite[]): readonly AliasRow[] {
  return writes.flatMap(({ dossier }) => dossier.aliases.map((code) => ({ code, dossierId: dossier.id })));
}
