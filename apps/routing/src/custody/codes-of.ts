import type { DossierEvent } from '@lien-thong/domain';

/** Codes the journal gave the dossier, the provisional ones before the one that stays. */
export function codesOf(journal: readonly DossierEvent[]): readonly string[] {
  return journal.flatMap((event) =>
    'code' in event.data && typeof event.data.code === 'string' ? [event.data.code] : [],
  );
}
