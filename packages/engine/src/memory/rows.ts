import type { AgencyId, Clock, Dossier, DossierEvent, Segment } from '@lien-thong/domain';
import type {
  DossierWrite,
  FeedEntry,
  Party,
  PrivateRecord,
  ReceiptRecord,
  StoredDossier,
  StoredJournal,
} from '../ports/store.js';

/** Everything stored under one dossier. Values are replaced, never changed, so who has read one keeps its snapshot. */
export interface DossierRows {
  readonly dossier: Dossier;
  readonly clocks: ReadonlyMap<string, Clock>;
  readonly segments: ReadonlyMap<number, Segment>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly events: readonly DossierEvent[];
  readonly privates: readonly PrivateRecord[];
  readonly receipts: readonly ReceiptRecord[];
}

function merged<K, V>(old: ReadonlyMap<K, V>, rows: readonly V[], keyOf: (row: V) => K): ReadonlyMap<K, V> {
  if (rows.length === 0) return old;
  const next = new Map(old);
  for (const row of rows) next.set(keyOf(row), row);
  return next;
}

/** The rows after a write. */
export function withWrite(rows: DossierRows | null, write: DossierWrite): DossierRows {
  const clocks = rows === null || write.replaceAll ? new Map<string, Clock>() : rows.clocks;
  const segments = rows === null || write.replaceAll ? new Map<number, Segment>() : rows.segments;
  const parties = rows?.parties ?? new Map<string, Party>();
  const partyKey = (party: Party) => `${party.agencyId} ${party.role}`;
  const newParties = write.parties.filter((party) => !parties.has(partyKey(party)));
  return {
    dossier: write.dossier,
    clocks: merged(clocks, write.clocks, (clock) => clock.id),
    segments: merged(segments, write.segments, (segment) => segment.n),
    parties: merged(parties, newParties, partyKey),
    events: [...(rows?.events ?? []), ...write.events],
    privates: rows?.privates ?? [],
    receipts: rows?.receipts ?? [],
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rows as the port gives them: clocks by id, segments in order; for a decision the open segment alone. */
export function storedDossier(rows: DossierRows, which: 'everything' | 'openSegment'): StoredDossier {
  const segments = [...rows.segments.values()].sort((a, b) => a.n - b.n);
  return {
    file: {
      dossier: rows.dossier,
      clocks: [...rows.clocks.values()].sort((a, b) => byText(a.id, b.id)),
      segments: which === 'everything' ? segments : segments.filter((segment) => segment.to === null),
    },
    parties: [...rows.parties.values()],
  };
}

/** The rows with their journal, and of the feeds whom of the consulted each event was shown to. */
export function storedJournal(rows: DossierRows, feeds: ReadonlyMap<AgencyId, readonly FeedEntry[]>): StoredJournal {
  const dossierId = rows.dossier.id;
  const shown = new Map<number, AgencyId[]>();
  for (const { agencyId, seq, view, dossierId: of } of [...feeds.values()].flat()) {
    if (of === dossierId && view === 'part') shown.set(seq, [...(shown.get(seq) ?? []), agencyId]);
  }
  return { kind: 'stored', dossierId, loaded: storedDossier(rows, 'everything'), journal: rows.events, shown };
}
