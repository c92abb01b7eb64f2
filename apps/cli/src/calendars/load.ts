/** Calendars from files: `holidays.csv`, layers as JSON, agencies with their desk hours, or a folder with the three seeds. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CalendarDataError, agencySchema, calendarLayerSchema, nationalLayer } from '@lien-thong/domain';
import type {
  Agency,
  AgencyLayer,
  CalendarLayer,
  ClosureLayer,
  NationalLayer,
  ProvinceLayer,
} from '@lien-thong/domain';
import { readJson } from '../read-json.js';
import { unreadableFile } from '../words.js';

/** Something in a file that is no calendar: where, and what was found. */
export interface Flaw {
  readonly file: string;
  readonly code: string;
  readonly path: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface Desk {
  readonly layer: AgencyLayer;
  /** Null where the file does not say: any province will do. */
  readonly provinceCode: string | null;
}

export interface Loaded {
  readonly nationals: readonly NationalLayer[];
  readonly provinces: readonly ProvinceLayer[];
  readonly desks: readonly Desk[];
  readonly closures: readonly ClosureLayer[];
  readonly flaws: readonly Flaw[];
}

const NOTHING: Loaded = { nationals: [], provinces: [], desks: [], closures: [], flaws: [] };
/** What a folder is searched for, as in infra/seeds. */
const IN_FOLDER = ['holidays.csv', 'province_hours.json', 'agencies.json'];

function together(a: Loaded, b: Loaded): Loaded {
  return {
    nationals: [...a.nationals, ...b.nationals],
    provinces: [...a.provinces, ...b.provinces],
    desks: [...a.desks, ...b.desks],
    closures: [...a.closures, ...b.closures],
    flaws: [...a.flaws, ...b.flaws],
  };
}

function ofLayer(layer: CalendarLayer): Loaded {
  switch (layer.level) {
    case 'national':
      return { ...NOTHING, nationals: [layer] };
    case 'province':
      return { ...NOTHING, provinces: [layer] };
    case 'agency':
      return { ...NOTHING, desks: [{ layer, provinceCode: null }] };
    case 'closure':
      return { ...NOTHING, closures: [layer] };
  }
}

function ofAgency({ id, deskHours, provinceCode }: Agency): Loaded {
  const layer: AgencyLayer = { level: 'agency', id, version: 1, exceptions: [] };
  return { ...NOTHING, desks: [{ layer: deskHours === null ? layer : { ...layer, hours: deskHours }, provinceCode }] };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly params?: unknown;
}

/** The schema's own rules name themselves; the rest is said as the schema says it. */
function flawOf(file: string, at: readonly PropertyKey[], { path, message, params }: Issue): Flaw {
  const named = typeof params === 'object' && params !== null && 'reason' in params ? String(params.reason) : null;
  const place = [...at, ...path].map(String).join('.');
  return { file, code: named ?? 'schemaViolation', path: place, facts: named === null ? { reason: message } : {} };
}

function ofValue(file: string, value: unknown, at: readonly PropertyKey[]): Loaded {
  const isLayer = typeof value === 'object' && value !== null && 'level' in value && 'exceptions' in value;
  if (isLayer) {
    const layer = calendarLayerSchema.safeParse(value);
    if (layer.success) return ofLayer(layer.data);
    return { ...NOTHING, flaws: layer.error.issues.map((issue) => flawOf(file, at, issue)) };
  }
  const agency = agencySchema.safeParse(value);
  if (agency.success) return ofAgency(agency.data);
  return { ...NOTHING, flaws: agency.error.issues.map((issue) => flawOf(file, at, issue)) };
}

function ofCsv(file: string): Loaded {
  try {
    return { ...NOTHING, nationals: [nationalLayer({ csv: readFileSync(file, 'utf8'), version: 1 })] };
  } catch (error) {
    if (error instanceof CalendarDataError) {
      const { row = '' } = error.facts;
      return { ...NOTHING, flaws: [{ file, code: error.code, path: `row ${row}`, facts: error.facts }] };
    }
    throw unreadableFile(file, error instanceof Error ? error.message : String(error));
  }
}

function ofFile(file: string): Loaded {
  if (file.endsWith('.csv')) return ofCsv(file);
  const value = readJson(file);
  if (!Array.isArray(value)) return ofValue(file, value, []);
  return value.map((one, at) => ofValue(file, one, [at])).reduce(together, NOTHING);
}

/** Everything in the files and folders. Data that contradict themselves are flaws; throws Unreadable for what is no such file. */
export function loadCalendars(paths: readonly string[]): Loaded {
  const files = paths.flatMap((path) => {
    if (path === '-' || !existsSync(path) || !statSync(path).isDirectory()) return [path];
    const found = IN_FOLDER.map((name) => join(path, name)).filter((file) => existsSync(file));
    if (found.length === 0) throw unreadableFile(path, IN_FOLDER.join(', '));
    return found;
  });
  return files.map(ofFile).reduce(together, NOTHING);
}
