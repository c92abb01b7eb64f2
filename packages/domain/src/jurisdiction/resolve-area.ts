/** From what a form says of a place to the one commune it lies in, or the reason why that cannot be told. */
import { refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import type { IsoDate } from '../time/instant.js';
import type { AreaIndex } from './area-index.js';
import { inForce, TWO_LEVEL_FROM } from './areas.js';
import type { AreaInput, Commune, OldUnit } from './areas.js';
import { readName } from './name-reading.js';

export interface ResolvedArea {
  readonly kind: 'area';
  readonly commune: Commune;
  /** The old unit the commune was reached by; null when it was named itself. */
  readonly viaOld: OldUnit | null;
  /** Codes of old units of the same name that lie (also) elsewhere: worth a question when the address may be an old one. */
  readonly alsoOldUnits: readonly string[];
}

/**
 * Resolves a place as of an ISO day in Viet Nam. A code is read as the code in force on that day: 11411 is the ward Đông Hải since
 * 1 July 2025 and was the ward Đông Hải 2 before. An old unit stands for the commune its territory belongs to now.
 * Refuses with `area-unknown`, `area-ambiguous` (with candidates: 246 names are shared by 576 communes) and
 * `area-split-needs-fact` (471 old units were divided; a `newCommuneCode` among the successors settles it). DESIGN 4.7.
 */
export function resolveArea(index: AreaIndex, input: AreaInput, day: IsoDate): ResolvedArea | Refusal {
  const { communeCode, oldCode, name } = input;
  const fact = input.newCommuneCode ?? (oldCode === undefined && name === undefined ? undefined : communeCode);
  if (oldCode !== undefined) return byOldCode(index, input, { oldCode, fact, day });
  if (name !== undefined) return byName(index, input, { name, fact, day });
  if (communeCode !== undefined) return byCommuneCode(index, input, { communeCode, fact, day });
  return refuse('area-unknown', { reason: 'not-named' });
}

/** `Phường Đông Hải, Thành phố Hải Phòng`, as in force on the day or, before its first day, as it first was. */
export function areaLabel(index: AreaIndex, commune: Commune): string {
  const versions = index.provinces.get(commune.provinceCode) ?? [];
  const province = versions.find((version) => inForce(version, commune.validFrom)) ?? versions[0];
  return `${commune.fullName}, ${province?.fullName ?? commune.provinceCode}`;
}

/** The version of a commune for a day; before its first day the first one, which is what an old unit became. */
function versionFor(index: AreaIndex, code: string, day: IsoDate): Commune | undefined {
  const versions = index.communes.get(code);
  return versions?.find((version) => inForce(version, day) || day < version.validFrom);
}

function communeInForce(index: AreaIndex, code: string, day: IsoDate): Commune | undefined {
  const versions = index.communes.get(code) ?? index.communes.get(index.aliases.get(code) ?? '');
  return versions?.find((version) => inForce(version, day));
}

/** The province a code of now or of before 1 July 2025 stands for; undefined when it is none. */
function provinceNow(index: AreaIndex, provinceCode: string): string | undefined {
  return index.provinces.has(provinceCode) ? provinceCode : index.closedProvinces.get(provinceCode);
}

function provinceContradicts(index: AreaIndex, given: string | undefined, actual: string): boolean {
  return given !== undefined && provinceNow(index, given) !== actual;
}

function byCommuneCode(
  index: AreaIndex,
  { provinceCode }: AreaInput,
  { communeCode, fact, day }: { communeCode: string; fact: string | undefined; day: IsoDate },
): ResolvedArea | Refusal {
  const commune = communeInForce(index, communeCode, day);
  const old = index.oldUnits.get(communeCode);
  if (commune === undefined) {
    if (old !== undefined && day < TWO_LEVEL_FROM) return follow(index, old, { fact, day });
    const reason = old !== undefined || index.communes.has(communeCode) ? 'not-in-force' : 'no-such-code';
    return refuse('area-unknown', { communeCode, day, reason, oldUnit: old?.fullName ?? null });
  }
  if (provinceContradicts(index, provinceCode, commune.provinceCode)) {
    return refuse('area-unknown', { communeCode, provinceCode: provinceCode ?? null, day, reason: 'province-differs' });
  }
  if (fact !== undefined && fact !== commune.code) return contradiction(index, [commune.code, fact], day);
  return { kind: 'area', commune, viaOld: null, alsoOldUnits: [] };
}

function byOldCode(
  index: AreaIndex,
  { provinceCode }: AreaInput,
  { oldCode, fact, day }: { oldCode: string; fact: string | undefined; day: IsoDate },
): ResolvedArea | Refusal {
  const unit = index.oldUnits.get(oldCode);
  if (unit === undefined) return refuse('area-unknown', { oldCode, day, reason: 'no-such-code' });
  if (provinceCode !== unit.oldProvinceCode && provinceContradicts(index, provinceCode, unit.provinceCode)) {
    return refuse('area-unknown', { oldCode, provinceCode: provinceCode ?? null, day, reason: 'province-differs' });
  }
  return follow(index, unit, { fact, day });
}

function labels(index: AreaIndex, codes: readonly string[], day: IsoDate): string[] {
  return codes.map((code) => {
    const commune = versionFor(index, code, day);
    return commune === undefined ? code : areaLabel(index, commune);
  });
}

function contradiction(index: AreaIndex, candidates: readonly string[], day: IsoDate): Refusal {
  return refuse('area-ambiguous', {
    reason: 'facts-contradict',
    day,
    candidates,
    candidateNames: labels(index, candidates, day),
  });
}

/** From an old unit to its successor; a divided one needs the fact that says which. */
function follow(
  index: AreaIndex,
  unit: OldUnit,
  { fact, day }: { fact: string | undefined; day: IsoDate },
): ResolvedArea | Refusal {
  const { successors } = unit;
  const known = fact === undefined || successors.includes(fact);
  if (unit.split && (fact === undefined || !known)) {
    return refuse('area-split-needs-fact', {
      oldCode: unit.code,
      oldName: unit.fullName,
      day,
      successors,
      successorNames: labels(index, successors, day),
      likelySuccessor: unit.likelySuccessor,
      rejected: fact ?? null,
    });
  }
  if (fact !== undefined && !known) return contradiction(index, [...successors, fact], day);
  const code = fact ?? successors[0] ?? '';
  const commune = versionFor(index, code, day);
  if (commune === undefined) return refuse('area-unknown', { communeCode: code, day, reason: 'not-in-force' });
  return { kind: 'area', commune, viaOld: unit, alsoOldUnits: [] };
}

function byName(
  index: AreaIndex,
  { provinceCode, district }: AreaInput,
  { name, fact, day }: { name: string; fact: string | undefined; day: IsoDate },
): ResolvedArea | Refusal {
  if (provinceCode !== undefined && provinceNow(index, provinceCode) === undefined) {
    return refuse('area-unknown', { name, provinceCode, day, reason: 'no-such-province' });
  }
  const reading = readName(index, { name, provinceCode, district, fact, day });
  if (reading.kind === 'nothing') {
    if (
      fact !== undefined &&
      readName(index, { name, provinceCode, district, fact: undefined, day }).kind !== 'nothing'
    ) {
      return contradiction(index, [fact], day);
    }
    return refuse('area-unknown', { name, provinceCode: provinceCode ?? null, day, reason: 'no-such-name' });
  }
  if (reading.kind === 'old') return oneOldUnit(index, reading.units, { name, fact, day });
  const [commune, ...others] = reading.communes;
  if (commune !== undefined && others.length === 0) {
    return { kind: 'area', commune, viaOld: null, alsoOldUnits: reading.alsoOldUnits };
  }
  return refuse('area-ambiguous', {
    name,
    day,
    reason: 'several-communes',
    candidates: reading.communes.map(({ code }) => code),
    candidateNames: reading.communes.map((each) => areaLabel(index, each)),
  });
}

function oneOldUnit(
  index: AreaIndex,
  units: readonly OldUnit[],
  { name, fact, day }: { name: string; fact: string | undefined; day: IsoDate },
): ResolvedArea | Refusal {
  const [unit, ...others] = units;
  if (
    unit !== undefined &&
    others.every((other) => !other.split && !unit.split && other.successors[0] === unit.successors[0])
  ) {
    return follow(index, unit, { fact, day });
  }
  return refuse('area-ambiguous', {
    name,
    day,
    reason: 'several-old-units',
    candidates: [...new Set(units.flatMap(({ successors }) => successors))],
    oldCandidates: units.map(({ code }) => code),
    oldCandidateNames: units.map(({ fullName, district, province }) => `${fullName}, ${district}, ${province}`),
  });
}
