/** Places found while someone types: new and old names, without accents if need be, best matches first. */
import type { AreaIndex, PlaceKeys } from './area-index.js';
import type { Commune, OldUnit } from './areas.js';
import { nameKey, searchKey } from './text.js';

export interface FoundArea {
  readonly kind: 'commune' | 'oldUnit';
  readonly code: string;
  readonly fullName: string;
  /** District of an old unit, null for a commune. */
  readonly district: string | null;
  /** The province of now for a commune, of then for an old unit. */
  readonly province: string;
  readonly provinceCode: string;
  /** Communes an old unit belongs to now; the commune itself otherwise. */
  readonly communeCodes: readonly string[];
}

interface Entry {
  readonly area: FoundArea;
  readonly keys: PlaceKeys;
  /** Name, district and province as words with a space before each, so that ` dong` finds the beginning of a word. */
  readonly nameWords: string;
  readonly allWords: string;
  readonly oldProvinceCode: string | null;
}

/** Prepared once from an index (about 13,400 entries); searching reads it through. */
export type AreaFinder = readonly Entry[];

/** Entries for the communes as they are called now and for every old unit. */
export function buildAreaFinder(index: AreaIndex): AreaFinder {
  const around = new Map<string, string>();
  const wordsAround = (text: string): string => {
    const known = around.get(text) ?? searchKey(text);
    around.set(text, known);
    return known;
  };
  const entry = (area: FoundArea, oldProvinceCode: string | null): Entry[] => {
    const keys = index.keys.get(area.fullName);
    if (keys === undefined) return [];
    const nameWords = ` ${keys.plainFull}`;
    const district = area.district === null ? '' : ` ${wordsAround(area.district)}`;
    return [
      { area, keys, nameWords, allWords: `${nameWords}${district} ${wordsAround(area.province)}`, oldProvinceCode },
    ];
  };
  const communes = [...index.communes.values()].map((versions) => versions.at(-1)).filter((last) => last !== undefined);
  return [
    ...communes.flatMap((commune) => entry(communeArea(index, commune), null)),
    ...[...index.oldUnits.values()].flatMap((unit) => entry(oldUnitArea(unit), unit.oldProvinceCode)),
  ];
}

function communeArea(index: AreaIndex, { code, fullName, provinceCode }: Commune): FoundArea {
  const province = index.provinces.get(provinceCode)?.at(-1)?.fullName ?? provinceCode;
  return { kind: 'commune', code, fullName, district: null, province, provinceCode, communeCodes: [code] };
}

function oldUnitArea({ code, fullName, district, province, provinceCode, successors }: OldUnit): FoundArea {
  return { kind: 'oldUnit', code, fullName, district, province, provinceCode, communeCodes: successors };
}

interface Query {
  readonly exact: string;
  readonly plain: string;
  readonly words: readonly string[];
}

const NO_MATCH = 9;

/** The words begin words of the text in the order typed. */
function inOrder(text: string, words: readonly string[]): boolean {
  let from = 0;
  return words.every((word) => {
    const at = text.indexOf(word, from);
    from = at + word.length;
    return at >= 0;
  });
}

/** 0 is best. Every word typed must begin a word of the name, or of the name with its district and province. */
function rankOf(candidate: Entry, { exact, plain, words }: Query): number {
  const { keys, nameWords, allWords } = candidate;
  if (!words.every((word) => allWords.includes(word))) return NO_MATCH;
  const { plainFull, plainBare } = keys;
  if (keys.full === exact || keys.bare === exact) return 0;
  if (plainFull === plain || plainBare === plain) return 1;
  if (plainFull.startsWith(plain) || plainBare.startsWith(plain)) return 2;
  if (inOrder(nameWords, words)) return 3;
  if (!inOrder(allWords, words)) return 6;
  return plain.startsWith(`${plainBare} `) || plain.startsWith(`${plainFull} `) ? 4 : 5;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * At most `limit` areas, best first: accents as typed, whole name, beginning of the name, words of the name, an address in its order,
 * words in any order; among equals communes of now before old units, then by name and code. No word, no result.
 */
export function findAreas(
  { finder }: { readonly finder: AreaFinder },
  text: string,
  { provinceCode, limit }: { readonly provinceCode?: string | undefined; readonly limit: number },
): FoundArea[] {
  const plain = searchKey(text);
  if (plain === '') return [];
  const query = { exact: nameKey(text), plain, words: plain.split(' ').map((word) => ` ${word}`) };
  const ranked: { readonly rank: number; readonly found: Entry }[] = [];
  for (const candidate of finder) {
    const { area, oldProvinceCode } = candidate;
    if (provinceCode !== undefined && area.provinceCode !== provinceCode && oldProvinceCode !== provinceCode) continue;
    const rank = rankOf(candidate, query);
    if (rank < NO_MATCH) ranked.push({ rank, found: candidate });
  }
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      byText(a.found.area.kind, b.found.area.kind) ||
      byText(a.found.keys.plainBare, b.found.keys.plainBare) ||
      byText(a.found.area.code, b.found.area.code),
  );
  return ranked.slice(0, limit).map(({ found }) => found.area);
}
