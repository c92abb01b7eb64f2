/** Reads the seed files beside it into the plain data a directory is built from; every row is checked by its schema. */
import { readdirSync, readFileSync } from 'node:fs';
import {
  agencySchema,
  communesFromRows,
  competenceRuleSchema,
  oldUnitsFromRows,
  parseCsvRecords,
  provincesFromRows,
} from '../../packages/domain/src/jurisdiction/index.js';
import type { AreaData, CsvRecord, DirectoryData } from '../../packages/domain/src/jurisdiction/index.js';

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/** Rows of a CSV seed, `provinces.csv`. Throws when the file is missing or malformed. */
export function seedRows(name: string): CsvRecord[] {
  return parseCsvRecords(read(name));
}

/** A JSON seed, `agencies.json`, unchecked. */
export function seedJson(name: string): unknown {
  return JSON.parse(read(name));
}

/** Names of the JSON files in a folder of seeds, sorted. */
export function seedFiles(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** Provinces, communes and old units of the seeds. */
export function readAreaData(): AreaData {
  return {
    provinces: provincesFromRows(seedRows('provinces.csv')),
    communes: communesFromRows(seedRows('communes.csv')),
    oldUnits: oldUnitsFromRows(seedRows('commune_mapping.csv')),
  };
}

/** Areas, agencies and competences of the seeds. */
export function readDirectoryData(): DirectoryData {
  return {
    ...readAreaData(),
    agencies: agencySchema.array().parse(seedJson('agencies.json')),
    competences: competenceRuleSchema.array().parse(seedJson('competences.json')),
  };
}
