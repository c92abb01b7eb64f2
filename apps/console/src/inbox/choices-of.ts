/** What the service says can be chosen when the place is not clear yet. */
import type { Place } from '@lien-thong/client';

type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface PlaceChoice {
  readonly name: string;
  readonly place: Place;
}

/** Places a refusal leaves open: communes an old unit was divided into, old units or communes of one name. */
export function choicesOf(code: string, facts: Facts, asked: Place): readonly PlaceChoice[] {
  if (code === 'area-split-needs-fact') {
    return named(facts, 'successors', 'successorNames').map(([newCommuneCode, name]) => ({
      name,
      place: { ...asked, newCommuneCode },
    }));
  }
  if (code !== 'area-ambiguous') return [];
  const old = named(facts, 'oldCandidates', 'oldCandidateNames').map(([oldCode, name]) => ({
    name,
    place: { oldCode },
  }));
  if (old.length > 0) return old;
  return named(facts, 'candidates', 'candidateNames').map(([communeCode, name]) => ({ name, place: { communeCode } }));
}

/** Agencies that are all competent. */
export function agenciesOf(code: string, { candidates }: Facts): readonly string[] {
  return code === 'jurisdiction-several' && isTexts(candidates) ? candidates : [];
}

function named(facts: Facts, codes: string, names: string): readonly (readonly [string, string])[] {
  const [listed, called] = [facts[codes], facts[names]];
  if (!isTexts(listed)) return [];
  return listed.map((code, i) => [code, (isTexts(called) ? called[i] : undefined) ?? code] as const);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
