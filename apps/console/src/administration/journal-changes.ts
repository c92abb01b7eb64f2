/** What a line of the journal of administration has changed: one short line for each fact that is new or another. Pure. */
import type { AdministrationEntry } from '@lien-thong/client';
import type { Words } from '../words/catalogue.js';
import { dayText, instantText } from '../words/format.js';
import type { journalWords } from './journal-words.js';
import type { administrationWords } from './words.js';

type Facts = Readonly<Record<string, unknown>>;
type Fact = keyof (typeof journalWords)['vi']['facts'];

export interface ChangeSpeech {
  readonly words: Words<(typeof journalWords)['vi']>;
  readonly people: Pick<Words<(typeof administrationWords)['vi']>, 'role' | 'states'>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const EVERYWHERE = 'all';

function named(word: string, { people }: ChangeSpeech): string {
  if (word in people.role) return people.role[word as keyof typeof people.role];
  return word in people.states ? people.states[word as keyof typeof people.states] : word;
}

function textOf(fact: unknown, speech: ChangeSpeech): string {
  const { words } = speech;
  if (fact === null || fact === undefined) return words.nothing;
  if (typeof fact === 'boolean') return fact ? words.yes : words.no;
  if (Array.isArray(fact)) return fact.map((each: unknown) => textOf(each, speech)).join(', ');
  if (typeof fact !== 'string') return JSON.stringify(fact);
  if (fact === EVERYWHERE) return words.everywhere;
  if (INSTANT.test(fact)) return instantText(fact);
  return DAY.test(fact) ? dayText(fact) : named(fact, speech);
}

/** Of what was not there before, the facts that say something. */
export function changesOf(
  { before, after }: Pick<AdministrationEntry, 'before' | 'after'>,
  speech: ChangeSpeech,
): readonly string[] {
  const { words } = speech;
  const facts = Object.keys(words.facts) as readonly Fact[];
  return facts.flatMap((fact) => {
    const [was, is] = [(before as Facts | null)?.[fact], (after as Facts)[fact]];
    if (JSON.stringify(was ?? null) === JSON.stringify(is ?? null)) return [];
    const now = textOf(is, speech);
    return [
      before === null ? words.is(words.facts[fact], now) : words.was(words.facts[fact], textOf(was, speech), now),
    ];
  });
}
