/** Areas indexed once for constant-time lookups by code and by name. */
import type { Commune, OldUnit, Province } from './areas.js';
import { nameKey, searchKey } from './text.js';

export interface AreaData {
  readonly provinces: readonly Province[];
  readonly communes: readonly Commune[];
  readonly oldUnits: readonly OldUnit[];
}

/** The keys of one name: whole and without the word for its type, accents kept and dropped. */
export interface PlaceKeys {
  readonly full: string;
  readonly bare: string;
  readonly plainFull: string;
  readonly plainBare: string;
}

/** Codes by name. `full` is asked before `bare` (Phường Đông Hải before Đông Hải), with accents before without. */
export interface NameIndex {
  readonly full: ReadonlyMap<string, readonly string[]>;
  readonly bare: ReadonlyMap<string, readonly string[]>;
  readonly plainFull: ReadonlyMap<string, readonly string[]>;
  readonly plainBare: ReadonlyMap<string, readonly string[]>;
}

export interface AreaIndex {
  /** Versions by code, earliest first. */
  readonly provinces: ReadonlyMap<string, readonly Province[]>;
  readonly communes: ReadonlyMap<string, readonly Commune[]>;
  readonly oldUnits: ReadonlyMap<string, OldUnit>;
  /** Second codes in use for a commune. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Codes of provinces that closed on 1 July 2025, to the province they went into. */
  readonly closedProvinces: ReadonlyMap<string, string>;
  /** Keys of every full name, old and new. */
  readonly keys: ReadonlyMap<string, PlaceKeys>;
  readonly communeNames: NameIndex;
  readonly oldNames: NameIndex;
}

const UNIT_WORDS = /^(thị trấn|thị xã|thành phố|phường|quận|huyện|đặc khu|tỉnh|xã) /i;

/** The name without the word for its type: `Phường Đông Hải` is `Đông Hải`. */
export function bareName(fullName: string): string {
  return fullName.replace(UNIT_WORDS, '');
}

function add(map: Map<string, string[]>, key: string, code: string): void {
  const codes = map.get(key);
  if (codes === undefined) map.set(key, [code]);
  else if (!codes.includes(code)) codes.push(code);
}

function keysOf(fullName: string): PlaceKeys {
  const full = nameKey(fullName);
  const plainFull = searchKey(fullName);
  const typeWords = fullName.split(' ').length - bareName(fullName).split(' ').length;
  const withoutType = (key: string): string => key.split(' ').slice(typeWords).join(' ');
  return { full, bare: withoutType(full), plainFull, plainBare: withoutType(plainFull) };
}

interface Named {
  readonly code: string;
  readonly fullName: string;
}

function indexNames(named: readonly Named[], keys: ReadonlyMap<string, PlaceKeys>): NameIndex {
  const index = {
    full: new Map<string, string[]>(),
    bare: new Map<string, string[]>(),
    plainFull: new Map<string, string[]>(),
    plainBare: new Map<string, string[]>(),
  };
  for (const { code, fullName } of named) {
    const place = keys.get(fullName) ?? keysOf(fullName);
    add(index.full, place.full, code);
    add(index.bare, place.bare, code);
    add(index.plainFull, place.plainFull, code);
    add(index.plainBare, place.plainBare, code);
  }
  return index;
}

function versionsByCode<V extends { readonly code: string; readonly validFrom: string }>(
  versions: readonly V[],
): Map<string, V[]> {
  const map = new Map<string, V[]>();
  for (const version of [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const known = map.get(version.code);
    if (known === undefined) map.set(version.code, [version]);
    else known.push(version);
  }
  return map;
}

function once<V extends { readonly code: string }>(values: readonly V[]): Map<string, V> {
  const map = new Map(values.map((value) => [value.code, value]));
  if (map.size !== values.length) throw new Error('an old unit comes twice');
  return map;
}

/** Builds the index. Throws when a code that must be known is not: a commune without province, a successor without commune. */
export function indexAreas(data: AreaData): AreaIndex {
  const provinces = versionsByCode(data.provinces);
  const communes = versionsByCode(data.communes);
  const closedProvinces = new Map<string, string>();
  for (const { code, mergedFrom } of data.provinces) {
    for (const old of mergedFrom) if (!provinces.has(old.code)) closedProvinces.set(old.code, code);
  }
  for (const { code, provinceCode } of data.communes) {
    if (!provinces.has(provinceCode)) throw new Error(`commune ${code}: no province ${provinceCode}`);
  }
  for (const unit of data.oldUnits) {
    for (const code of unit.successors)
      if (!communes.has(code)) throw new Error(`old unit ${unit.code}: no commune ${code}`);
  }
  const keys = new Map<string, PlaceKeys>();
  for (const { fullName } of [...data.communes, ...data.oldUnits]) {
    if (!keys.has(fullName)) keys.set(fullName, keysOf(fullName));
  }
  return {
    provinces,
    communes,
    oldUnits: once(data.oldUnits),
    aliases: new Map(data.communes.flatMap(({ alias, code }) => (alias === null ? [] : [[alias, code] as const]))),
    closedProvinces,
    keys,
    communeNames: indexNames(data.communes, keys),
    oldNames: indexNames(data.oldUnits, keys),
  };
}
