/** Rungs of a published version that nothing here would fire: of a later release, or written past the schema. */
import { WARNING_CLOCKS } from '../../procedure/procedure.js';
import { CLOCK_RULES } from '../clock-rules.js';
import { RISK_RUNG_LEVELS } from './low-rung.js';

/** Lists this release goes through, and those of a single kind of clock. */
const KNOWN: readonly string[] = ['remainingMinutes', 'risk', 'perClock'];
const KNOWN_OF_A_CLOCK: readonly string[] = ['clock', 'percents', 'remainingMinutes'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCounted = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0;

/** Something starts clocks of that kind, and they have a budget. */
function isWarningClock(kind: unknown): boolean {
  return WARNING_CLOCKS.some((known) => known === kind) && CLOCK_RULES.some((rule) => rule.kind === kind);
}

/** What of a list is no number of minutes, or of percents. */
function uncounted(path: string, list: unknown): readonly string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) return [path];
  return list.flatMap((each: unknown, index) => (isCounted(each) ? [] : [`${path}.${index}`]));
}

function unfiredLevels(list: unknown): readonly string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) return ['warnRungs.risk'];
  return list.flatMap((level: unknown, index) =>
    RISK_RUNG_LEVELS.some((known) => known === level) ? [] : [`warnRungs.risk.${index}`],
  );
}

function unfiredOfClocks(list: unknown): readonly string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) return ['warnRungs.perClock'];
  return list.flatMap((own: unknown, index) => {
    const path = `warnRungs.perClock.${index}`;
    if (!isObject(own) || !isWarningClock(own['clock'])) return [`${path}.clock`];
    return [
      ...Object.keys(own)
        .filter((name) => !KNOWN_OF_A_CLOCK.includes(name))
        .map((name) => `${path}.${name}`),
      ...uncounted(`${path}.percents`, own['percents']),
      ...uncounted(`${path}.remainingMinutes`, own['remainingMinutes']),
    ];
  });
}

/**
 * Places in a published definition, as JSON, whose rungs this release would not fire; none where it fires them all. Takes whatever stands
 * there and never throws. Pure.
 */
export function unfiredRungs(definition: unknown): readonly string[] {
  if (!isObject(definition)) return ['warnPercents'];
  const shares = uncounted('warnPercents', definition['warnPercents']);
  const rungs = definition['warnRungs'];
  if (rungs === undefined) return shares;
  if (!isObject(rungs)) return [...shares, 'warnRungs'];
  return [
    ...shares,
    ...Object.keys(rungs)
      .filter((name) => !KNOWN.includes(name))
      .map((name) => `warnRungs.${name}`),
    ...uncounted('warnRungs.remainingMinutes', rungs['remainingMinutes']),
    ...unfiredLevels(rungs['risk']),
    ...unfiredOfClocks(rungs['perClock']),
  ];
}
