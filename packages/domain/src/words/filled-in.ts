/** The sentence with its facts in their places; what is not known is a dash. */
export function filledIn(sentence: string, facts: Readonly<Record<string, string | number | null>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '–'));
}
