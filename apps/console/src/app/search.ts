/** What stands behind the question mark is typed by anybody: what is no text, or not asked for, is left out. */

const LONGEST = 400;

/** The texts of these names: `validateSearch: (search) => texts(search, 'queue', 'q')`. */
export function texts<const Name extends string>(
  search: Readonly<Record<string, unknown>>,
  ...names: readonly Name[]
): { readonly [Key in Name]?: string | undefined } {
  const found = names.flatMap((name) => {
    const value = textOf(search[name]);
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found) as { readonly [Key in Name]?: string | undefined };
}

/** One of the words, or undefined: a link with a word that is no longer one still leads somewhere. */
export function oneOf<const Word extends string>(value: unknown, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === value);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value.normalize('NFC').slice(0, LONGEST) : null;
}
