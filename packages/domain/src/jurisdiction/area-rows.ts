/** The published tables of areas (reference data folder, README) as areas: the only place that knows their column names. */
import { isoDateSchema, isoOfDay, dayFromIso, plusDays } from '../time/instant.js';
import type { IsoDate } from '../time/instant.js';
import { communeSchema, oldUnitSchema, provinceSchema, TWO_LEVEL_FROM } from './areas.js';
import type { Commune, OldUnit, Province } from './areas.js';
import { csvField } from './csv.js';
import type { CsvRecord } from './csv.js';

/** Nghị quyết 30/2026/QH16 and 237/NQ-UBTVQH16: Đồng Nai becomes a city, ten of its communes become wards. */
const DONG_NAI_CITY_FROM = isoDateSchema.parse('2026-04-30');
const DAY_BEFORE_DONG_NAI_CITY = isoOfDay(plusDays(dayFromIso(DONG_NAI_CITY_FROM), -1));

const COMMUNE_TYPES = { xa: 'commune', phuong: 'ward', dac_khu: 'specialZone' } as const;
const COMMUNE_PREFIXES = { xa: 'Xã', phuong: 'Phường', dac_khu: 'Đặc khu' } as const;
type CommuneTypeColumn = keyof typeof COMMUNE_TYPES;

function communeType(text: string): CommuneTypeColumn {
  if (text in COMMUNE_TYPES) return text as CommuneTypeColumn;
  throw new Error(`unknown type of commune: ${text}`);
}

interface Validity {
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}
const SINCE_TWO_LEVEL: Validity = { validFrom: TWO_LEVEL_FROM, validTo: null };
const UNTIL_DONG_NAI_CITY: Validity = { validFrom: TWO_LEVEL_FROM, validTo: DAY_BEFORE_DONG_NAI_CITY };
const SINCE_DONG_NAI_CITY: Validity = { validFrom: DONG_NAI_CITY_FROM, validTo: null };

function provinceVersion(row: CsvRecord, fullName: string, validity: Validity): Province {
  const codes = csvField(row, 'merged_from_codes').split(';');
  const names = csvField(row, 'merged_from_names').split(';');
  return provinceSchema.parse({
    code: csvField(row, 'code'),
    name: csvField(row, 'name_vi'),
    fullName,
    type: fullName.startsWith('Thành phố ') ? 'city' : 'province',
    mergedFrom: codes.map((code, index) => ({ code, name: names[index] })),
    ...validity,
  });
}

/** Provinces of provinces.csv, one version each, two where the status changed. Throws on a row that is not one. */
export function provincesFromRows(rows: readonly CsvRecord[]): Province[] {
  return rows.flatMap((row) => {
    const [first, later] = [csvField(row, 'full_name_vi'), csvField(row, 'full_name_since_2026_04_30')];
    if (first === later) return [provinceVersion(row, first, SINCE_TWO_LEVEL)];
    return [provinceVersion(row, first, UNTIL_DONG_NAI_CITY), provinceVersion(row, later, SINCE_DONG_NAI_CITY)];
  });
}

function communeVersion(row: CsvRecord, type: CommuneTypeColumn, validity: Validity): Commune {
  const name = csvField(row, 'name_vi');
  const alias = csvField(row, 'alt_code');
  return communeSchema.parse({
    code: csvField(row, 'code'),
    name,
    fullName: `${COMMUNE_PREFIXES[type]} ${name}`,
    type: COMMUNE_TYPES[type],
    provinceCode: csvField(row, 'province_code'),
    alias: alias === '' ? null : alias,
    ...validity,
  });
}

/** Communes of communes.csv, two versions where the type changed. Throws on a row that is not one. */
export function communesFromRows(rows: readonly CsvRecord[]): Commune[] {
  return rows.flatMap((row) => {
    const first = communeType(csvField(row, 'type'));
    const later = communeType(csvField(row, 'type_since_2026_04_30'));
    if (first === later) return [communeVersion(row, first, SINCE_TWO_LEVEL)];
    return [communeVersion(row, first, UNTIL_DONG_NAI_CITY), communeVersion(row, later, SINCE_DONG_NAI_CITY)];
  });
}

/** The five island districts had no commune below them; they go by their district code. */
function oldCodeOf(row: CsvRecord): string {
  const code = csvField(row, 'old_code');
  return code === '' ? csvField(row, 'old_district_code') : code;
}

/** Old units of commune_mapping.csv: one per old code, with all its successors in file order. Throws on rows that disagree. */
export function oldUnitsFromRows(rows: readonly CsvRecord[]): OldUnit[] {
  const rowsByCode = new Map<string, CsvRecord[]>();
  for (const row of rows) {
    const code = oldCodeOf(row);
    const known = rowsByCode.get(code);
    if (known === undefined) rowsByCode.set(code, [row]);
    else known.push(row);
  }
  return [...rowsByCode].map(([code, group]) => oldUnitFromGroup(code, group));
}

function oldUnitFromGroup(code: string, group: readonly CsvRecord[]): OldUnit {
  const same = (column: string): string => {
    const values = new Set(group.map((row) => csvField(row, column)));
    if (values.size !== 1) throw new Error(`old unit ${code}: rows disagree about ${column}`);
    return [...values].join();
  };
  const likely = group.find((row) => csvField(row, 'split_default_heuristic') === 'yes');
  const unit = oldUnitSchema.parse({
    code,
    fullName: same('old_name'),
    district: same('old_district'),
    province: same('old_province'),
    oldProvinceCode: same('old_province_code'),
    provinceCode: same('new_province_code'),
    successors: group.map((row) => csvField(row, 'new_code')),
    split: same('split') === 'yes',
    likelySuccessor: likely === undefined ? null : csvField(likely, 'new_code'),
  });
  if (unit.split !== unit.successors.length > 1) throw new Error(`old unit ${code}: split and successors disagree`);
  return unit;
}
