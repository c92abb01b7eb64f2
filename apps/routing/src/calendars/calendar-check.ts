/** Whether a version may be used: its findings against the layers it will be compiled with. */
import { canonicalJson, checkLayer, dayOf, isoOfDay, minuteOf } from '@lien-thong/domain';
import type {
  CalendarFinding,
  CalendarLayer,
  Directory,
  Instant,
  NationalLayer,
  ProvinceLayer,
} from '@lien-thong/domain';
import { Problem } from '../http/problem.js';
import type { CalendarKey } from './calendar-name.js';
import { inWords } from './finding-sentences.js';

/** What a version is held against. */
export interface Standing {
  readonly former: CalendarLayer | null;
  readonly national: NationalLayer;
  readonly provinces: readonly ProvinceLayer[];
  readonly directory: Directory;
  readonly now: Instant;
}

/** Provinces whose calendars differ only by name and by the decision their hours rest on are compiled once. */
function distinct(provinces: readonly ProvinceLayer[]): readonly ProvinceLayer[] {
  const minutes = ({ hours, exceptions }: ProvinceLayer): string =>
    canonicalJson({ hours: hours.map(({ from = null, week }) => ({ from, week })), exceptions });
  return [...new Map(provinces.map((province) => [minutes(province), province])).values()];
}

function provincesFor(layer: CalendarLayer, { provinces, directory }: Standing): readonly ProvinceLayer[] {
  if (layer.level === 'national') return distinct(provinces);
  if (layer.level === 'province') return [layer];
  const code = directory.agencies.get(layer.id)?.provinceCode;
  return provinces.filter(({ id }) => id === code);
}

/** What keeps the version from being used; empty when nothing does. */
export function findingsOf(
  layer: CalendarLayer,
  reason: string | undefined,
  standing: Standing,
): readonly CalendarFinding[] {
  const national = layer.level === 'national' ? layer : standing.national;
  const today = isoOfDay(dayOf(minuteOf(standing.now)));
  const provinces = provincesFor(layer, standing);
  return checkLayer({ layer, former: standing.former, national, provinces, today, reason: reason ?? null });
}

/** Throws the `Problem` calendar-unsound with every finding. */
export function expectSound(layer: CalendarLayer, reason: string | undefined, standing: Standing): void {
  const findings = findingsOf(layer, reason, standing);
  if (findings.length === 0) return;
  throw new Problem('calendar-unsound', { findings: findings.map(({ rule }) => rule) }, findings.map(inWords));
}

/** Throws the `Problem` not-found for a calendar that nobody could have: an unknown province or agency. */
export function expectKnown(
  { layer, layerId }: CalendarKey,
  { provinces, directory }: Pick<Standing, 'provinces' | 'directory'>,
): void {
  const known =
    layer === 'national' ||
    (layer === 'province' ? provinces.some(({ id }) => id === layerId) : directory.agencies.has(layerId as never));
  if (!known) throw new Problem('not-found', { calendar: layerId });
}
