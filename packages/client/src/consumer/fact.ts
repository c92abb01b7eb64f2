/** A fact of a dossier's journal as the handler of an agency gets it. */
import type { CloudEvent, PastFact } from '../api/schemas.generated.js';

export interface FeedFact extends PastFact {
  readonly dossierId: string;
  /** `full`: party to the dossier; `part`: consulted, sees its own part; `past`: happened before this agency came in. */
  readonly view: 'full' | 'part' | 'past';
  /** Number in the agency's feed of the entry that brought it. */
  readonly n: number;
}

/** What an entry of the feed brings, oldest first: a snapshot brings everything before it too. */
export function factsIn({ id, type, n, view, data }: CloudEvent): readonly FeedFact[] {
  const { dossierId, history = [], ...journalled } = data;
  const past = history.map((fact): FeedFact => ({ ...fact, dossierId, n, view: 'past' }));
  return [...past, { id, type, ...journalled, dossierId, n, view: view === 'part' ? 'part' : 'full' }];
}
