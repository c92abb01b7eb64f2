/**
 * Whose calendars and desks count for a version: whoever may receive (one-stop units) against whoever decides (agencies that are competent
 * for the procedure). Agencies that keep the same hours are proved once.
 */
import { canonicalJson } from '@lien-thong/domain';
import type {
  Agency,
  AgencyId,
  CalendarException,
  HoursPeriod,
  ProcedureVersion,
  RouteClass,
} from '@lien-thong/domain';
import type { LiveReference } from '../reference/live-reference.js';

/** Two agencies, who stand for all that keep their hours. On one of `sameAgency` they are one. */
export interface OfficePair {
  readonly receiver: AgencyId;
  readonly decider: AgencyId;
}

type Reference = Pick<LiveReference, 'directory' | 'calendarSourcesOf'>;

function competentIds({ rulesByAgency }: Reference['directory'], { code, field }: ProcedureVersion): Set<string> {
  const shelves = (['commune', 'province'] as const).flatMap((level) => [
    rulesByAgency.procedures[level].get(code),
    rulesByAgency.fields[level].get(field),
  ]);
  return new Set(shelves.flatMap((shelf) => [...(shelf?.keys() ?? [])]));
}

/** What of a layer's hours is worked and when; the notices they rest on open no desk. */
const weeks = (hours: readonly HoursPeriod[] | undefined): unknown =>
  hours?.map(({ from, week }) => ({ from, week })) ?? null;

const days = (exceptions: readonly CalendarException[]): unknown =>
  exceptions.map(({ date, kind, closed, provisional }) => ({ date, kind, closed, provisional }));

function hoursOf(reference: Reference, { id, provinceCode }: Agency): string {
  const { province, desks } = reference.calendarSourcesOf(provinceCode, [id]);
  const desk = desks[id];
  const legal = [weeks(province.hours), days(province.exceptions)];
  if (desk === undefined || desk === null) return canonicalJson({ legal });
  const closures = desk.closures.map(({ exceptions, ...layer }) => ({ ...layer, exceptions: days(exceptions) }));
  const own = weeks(desk.agency.hours ?? province.hours);
  return canonicalJson({ legal, own, exceptions: days(desk.agency.exceptions), closures });
}

interface Side {
  readonly agency: Agency;
  /** Names the hours that are kept, legal and at the desk. */
  readonly hours: string;
}

function sidesOf(reference: Reference, agencies: readonly Agency[]): readonly Side[] {
  return agencies.map((agency) => ({ agency, hours: hoursOf(reference, agency) }));
}

/** One side for each of the hours that are kept in each province. */
function distinct(sides: readonly Side[]): readonly Side[] {
  const found = new Map<string, Side>();
  for (const side of sides) {
    const key = `${side.agency.provinceCode} ${side.hours}`;
    if (!found.has(key)) found.set(key, side);
  }
  return [...found.values()];
}

function pairsAcross(
  receivers: readonly Side[],
  deciders: readonly Side[],
  scope: ProcedureVersion['boundaryScope'],
): readonly OfficePair[] {
  const found = new Map<string, OfficePair>();
  for (const receiver of distinct(receivers)) {
    for (const { agency, hours } of distinct(deciders)) {
      if (scope === 'province' && agency.provinceCode !== receiver.agency.provinceCode) continue;
      const key = `${receiver.hours} ${hours}`;
      if (!found.has(key)) found.set(key, { receiver: receiver.agency.id, decider: agency.id });
    }
  }
  return [...found.values()];
}

/** The pairs of hours a route class must be proved for, each once. Empty where nobody receives or nobody is competent. */
export function officePairs(reference: Reference, version: ProcedureVersion, route: RouteClass): readonly OfficePair[] {
  const agencies = [...reference.directory.agencies.values()];
  const competent = competentIds(reference.directory, version);
  const deciders = agencies.filter(({ id, oneStopUnit }) =>
    competent.size === 0 ? oneStopUnit !== null : competent.has(id),
  );
  if (route === 'sameAgency') {
    const found = new Map(sidesOf(reference, deciders).map(({ agency, hours }) => [hours, agency.id]));
    return [...found.values()].map((id) => ({ receiver: id, decider: id }));
  }
  const receivers = agencies.filter(({ oneStopUnit }) => oneStopUnit !== null);
  return pairsAcross(sidesOf(reference, receivers), sidesOf(reference, deciders), version.boundaryScope);
}
