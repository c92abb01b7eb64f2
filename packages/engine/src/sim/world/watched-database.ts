import type { DossierEvent, DossierId } from '@lien-thong/domain';
import { MemoryDatabase } from '../../memory/database.js';
import type { Changes } from '../../memory/database.js';
import type { DossierRows } from '../../memory/rows.js';
import type { FeedEntry } from '../../ports/store.js';

/** What one commit changed of one dossier. */
export interface RowChange {
  readonly id: DossierId;
  readonly before: DossierRows | null;
  readonly after: DossierRows;
  readonly events: readonly DossierEvent[];
}

export interface Commit {
  readonly n: number;
  readonly changes: readonly RowChange[];
  readonly feed: readonly FeedEntry[];
}

/** The database with somebody who looks at every commit as it takes effect. */
export class WatchedDatabase extends MemoryDatabase {
  constructor(private readonly watch: (commit: Commit) => void) {
    super();
  }

  override apply(changes: Changes): void {
    const before = new Map([...changes.dossiers.keys()].map((id) => [id, this.dossiers.get(id) ?? null]));
    super.apply(changes);
    const rows: RowChange[] = [...changes.dossiers].map(([id, after]) => {
      const known = before.get(id) ?? null;
      return { id, before: known, after, events: after.events.slice(known?.events.length ?? 0) };
    });
    this.watch({ n: this.commits, changes: rows, feed: changes.feed });
  }
}
