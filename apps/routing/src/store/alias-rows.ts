/** Provisional codes that still lead to a dossier. */
import type { DossierWrite } from '@lien-thong/engine';
import type { DossierId } from '@lien-thong/domain';
import { column, insertOf } from './columns.js';

export interface AliasRow {
  readonly code: string;
  readonly dossierId: DossierId;
}

/** Adds those that are new; a code that already leads to another dossier violates the key. */
export const INSERT_ALIASES = insertOf<AliasRow>(
  'dossier_alias',
  [column('code', 'text', ({ code }) => code), column('dossier_id', 'uuid', ({ dossierId }) => dossierId)],
  'where not exists (select from dossier_alias a where a.code = s.code and a.dossier_id = s.dossier_id)',
);

export function aliasesOf(writes: readonly DossierWrite[]): readonly AliasRow[] {
  return writes.flatMap(({ dossier }) => dossier.aliases.map((code) => ({ code, dossierId: dossier.id })));
}
