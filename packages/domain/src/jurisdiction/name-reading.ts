/** Which communes or old units a place name may mean. A new name is read before an old one, unless the address is an old one. */
import type { IsoDate } from '../time/instant.js';
import type { AreaIndex, NameIndex } from './area-index.js';
import { inForce, TWO_LEVEL_FROM } from './areas.js';
import type { Commune, OldUnit } from './areas.js';
import { nameKey, searchKey } from './text.js';

interface NamedPlace {
  readonly name: string;
  readonly provinceCode: string | undefined;
  readonly district: string | undefined;
  /** The commune the place is said to lie in. */
  readonly fact: string | undefined;
  readonly day: IsoDate;
}

type Reading =
  | { readonly kind: 'new'; readonly communes: readonly Commune[]; readonly alsoOldUnits: readonly string[] }
  | { readonly kind: 'old'; readonly units: readonly OldUnit[] }
  | { readonly kind: 'nothing' };

/** How exactly the name is taken: accents as written first, then without any. */
const ACCENTS = ['kept', 'dropped'] as const;
type Accents = (typeof ACCENTS)[number];

function keyOf(name: string, accents: Accents): string {
  return accents === 'kept' ? nameKey(name) : searchKey(name);
}

function codesNamed(names: NameIndex, name: string, accents: Accents): readonly string[] {
  const key = keyOf(name, accents);
  const [full, bare] = accents === 'kept' ? [names.full, names.bare] : [names.plainFull, names.plainBare];
  return full.get(key) ?? bare.get(key) ?? [];
}

/** The version in force, unless the name is one the commune got only after that day. Earlier names are still on paper. */
function versionNamed(versions: readonly Commune[], place: NamedPlace, accents: Accents): Commune | undefined {
  const current = versions.find((version) => inForce(version, place.day));
  if (current === undefined || versions.length === 1) return current;
  const key = keyOf(place.name, accents);
  const known = versions.filter(({ validFrom }) => validFrom <= place.day);
  const bears = known.some(({ fullName, name }) => [fullName, name].some((text) => keyOf(text, accents) === key));
  return bears ? current : undefined;
}

function communesNamed(index: AreaIndex, place: NamedPlace, accents: Accents): Commune[] {
  const { provinceCode, fact } = place;
  const province = provinceCode === undefined ? undefined : (index.closedProvinces.get(provinceCode) ?? provinceCode);
  return codesNamed(index.communeNames, place.name, accents)
    .map((code) => versionNamed(index.communes.get(code) ?? [], place, accents))
    .filter((commune) => commune !== undefined)
    .filter((commune) => province === undefined || commune.provinceCode === province)
    .filter((commune) => fact === undefined || commune.code === fact);
}

function oldUnitsNamed(index: AreaIndex, place: NamedPlace, accents: Accents): OldUnit[] {
  const { provinceCode, district, fact } = place;
  const closed = provinceCode !== undefined && index.closedProvinces.has(provinceCode);
  return codesNamed(index.oldNames, place.name, accents)
    .map((code) => index.oldUnits.get(code))
    .filter((unit) => unit !== undefined)
    .filter((unit) => {
      if (provinceCode === undefined) return true;
      return closed ? unit.oldProvinceCode === provinceCode : unit.provinceCode === provinceCode;
    })
    .filter((unit) => district === undefined || searchKey(unit.district).endsWith(searchKey(district)))
    .filter((unit) => fact === undefined || unit.successors.includes(fact));
}

/** A district, a province closed in 2025 or an earlier day: the address is one from before 1 July 2025. */
function isOldAddress(index: AreaIndex, { provinceCode, district, day }: NamedPlace): boolean {
  const closed = provinceCode !== undefined && index.closedProvinces.has(provinceCode);
  return day < TWO_LEVEL_FROM || district !== undefined || closed;
}

function readNew(index: AreaIndex, place: NamedPlace, accents: Accents): Reading {
  const communes = place.district === undefined ? communesNamed(index, place, accents) : [];
  if (communes.length === 0) return { kind: 'nothing' };
  const elsewhere = oldUnitsNamed(index, place, accents).filter(
    ({ split, successors }) => split || !communes.some(({ code }) => code === successors[0]),
  );
  return { kind: 'new', communes, alsoOldUnits: elsewhere.map(({ code }) => code) };
}

function readOld(index: AreaIndex, place: NamedPlace, accents: Accents): Reading {
  const units = oldUnitsNamed(index, place, accents);
  return units.length === 0 ? { kind: 'nothing' } : { kind: 'old', units };
}

/** The first reading that finds anything: accents kept before dropped; within each, new before old or the other way round. */
export function readName(index: AreaIndex, place: NamedPlace): Reading {
  const readers = isOldAddress(index, place) ? [readOld, readNew] : [readNew, readOld];
  for (const accents of ACCENTS) {
    for (const read of readers) {
      const reading = read(index, place, accents);
      if (reading.kind !== 'nothing') return reading;
    }
  }
  return { kind: 'nothing' };
}
