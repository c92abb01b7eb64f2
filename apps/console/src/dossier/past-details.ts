/** What a remark on the journal says: facts entered late, a claim and what it contradicts, how a conflict ended. */
import type { EventType, JournalEntry } from '@lien-thong/client';
import { instantText } from '../words/format.js';
import type { Speech } from './speech.js';

type Data = JournalEntry['data'];
/** What a fact says beside its name. */
type Details = (name: string, data: Data, speech: Speech) => readonly string[];

const inside = (value: unknown): Data => (typeof value === 'object' && value !== null ? { ...value } : {});

/** Each fact by its name, its time, and what it says itself. */
function entered(facts: unknown, speech: Speech, details: Details): readonly string[] {
  if (!Array.isArray(facts)) return [];
  return facts.map(inside).flatMap(({ type, occurredAt, data }) => {
    if (typeof type !== 'string' || typeof occurredAt !== 'string') return [];
    const own = details(type.replace(/^dossier\.|\.v\d+$/g, ''), inside(data), speech);
    const said = `${speech.names.event(type as EventType)} ${instantText(occurredAt)}`;
    return own.length === 0 ? [said] : [`${said} (${own.join(', ')})`];
  });
}

function claimed({ kind, seq, from, to, facts }: Data, speech: Speech, details: Details): readonly string[] {
  if (kind === 'lateFacts') return entered(facts, speech, details);
  if (kind !== 'timeCorrection' || typeof from !== 'string' || typeof to !== 'string') return [];
  return [`${speech.words.ofFact(String(seq))} ${speech.words.moved(instantText(from), instantText(to))}`];
}

/** Pure; empty for facts that are no remark. */
export function pastDetails(data: Data, speech: Speech, details: Details): readonly string[] {
  const { words, lists } = speech;
  const { seq } = inside(data['contradicts']);
  const { conflict, settled } = data;
  return [
    ...entered(data['facts'], speech, details),
    ...claimed(inside(data['claim']), speech, details),
    ...(typeof seq === 'number' ? [words.contradicts(String(seq))] : []),
    ...(typeof conflict === 'number' ? [words.ofConflict(String(conflict))] : []),
    ...(typeof settled === 'string' ? [lists['resolution']?.[settled] ?? settled] : []),
  ];
}
