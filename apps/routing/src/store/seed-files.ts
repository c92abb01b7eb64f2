/** The files of infra/seeds as plain data; every row is checked by its schema. Throws naming the file that is wrong. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  agencySchema,
  applyOverrides,
  catalogueEntry,
  communesFromRows,
  competenceRuleSchema,
  nationalLayer,
  oldUnitsFromRows,
  parseCsvRecords,
  procedureOverride,
  procedureVersionSchema,
  provinceLayerSchema,
  provincesFromRows,
} from '@lien-thong/domain';
import type { CatalogueEntry, CsvRecord } from '@lien-thong/domain';
import type { ReferenceData } from '@lien-thong/engine';

export interface Seeds extends ReferenceData {
  readonly catalogue: readonly CatalogueEntry[];
}

/** The national days of `holidays.csv`; a change of that file that matters to open dossiers raises it. */
const NATIONAL_VERSION = 1;

function within<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Reads the folder. */
export function readSeeds(folder: string): Seeds {
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const csv = <T>(file: string, take: (rows: CsvRecord[]) => T): T =>
    within(file, () => take(parseCsvRecords(text(file))));
  const json = <T>(file: string, take: (value: unknown) => T): T => within(file, () => take(JSON.parse(text(file))));
  const procedureFiles = readdirSync(join(folder, 'procedures'))
    .filter((name) => name.endsWith('.json'))
    .sort();
  return {
    procedures: procedureFiles.map((name) =>
      json(`procedures/${name}`, (value) => procedureVersionSchema.parse(value)),
    ),
    directory: {
      provinces: csv('provinces.csv', provincesFromRows),
      communes: csv('communes.csv', communesFromRows),
      oldUnits: csv('commune_mapping.csv', oldUnitsFromRows),
      agencies: json('agencies.json', (value) => agencySchema.array().parse(value)),
      competences: json('competences.json', (value) => competenceRuleSchema.array().parse(value)),
    },
    calendars: {
      national: [within('holidays.csv', () => nationalLayer({ csv: text('holidays.csv'), version: NATIONAL_VERSION }))],
      provinces: json('province_hours.json', (value) => provinceLayerSchema.array().parse(value)),
      closures: [],
    },
    catalogue: applyOverrides(
      csv('procedures.csv', (rows) => rows.map(catalogueEntry)),
      csv('procedure_overrides.csv', (rows) => rows.map(procedureOverride)),
    ),
  };
}

/** SHA-256 over names and contents of everything in the folder. */
export function seedsDigest(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(csv|json)$/.test(name)) continue;
    hash
      .update(name)
      .update('\u0000')
      .update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
