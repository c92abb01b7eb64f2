/** What may be asked of a report. */
import { LATENESS_CLASSES, PHASES, dayFromIso } from '@lien-thong/domain';
import type { AgencyId } from '@lien-thong/domain';
import { z } from 'zod';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import {
  DAY_ORDER,
  GROUPS_AT_MOST,
  GROUP_KEY,
  PAGE,
  agencyFilter,
  daysInOrder,
  procedureFilter,
} from './report-filters.js';
import { GROUPINGS, PERIODS } from './report-statements.js';

const filters = {
  by: z
    .enum(GROUPINGS)
    .default('agency')
    .describe(
      'agency: who owned the minutes; pair: received by → taken over by; sender and receiver: one side of it; cause: class of lateness, or phase; period: when it ended',
    ),
  period: z.enum(PERIODS).default('month').describe('Vietnamese calendar; a week is named by its Monday'),
  from: z.iso.date().optional().describe('Kết thúc từ ngày · ended on that day or later'),
  to: z.iso.date().optional().describe('Kết thúc đến hết ngày · ended on that day or before'),
  agency: agencyFilter.describe('Cơ quan giải quyết · who took it over; where nobody did, who took it in'),
  procedure: procedureFilter,
  sender: agencyFilter.describe('Cơ quan tiếp nhận · agency that took the dossier in'),
  receiver: agencyFilter.describe('Cơ quan đã nhận giải quyết · agency that took it over'),
  owner: agencyFilter.describe('Only minutes this agency owned'),
};

const reportQuery = z.strictObject({
  ...filters,
  limit: GROUPS_AT_MOST.describe('Groups at most; the others are summed in `rest`'),
});
const listQuery = z.strictObject({
  ...filters,
  key: GROUP_KEY.describe('`key` of a group; left out: all that the report counts'),
  ...PAGE,
});

const lateness = { cause: z.enum(LATENESS_CLASSES).optional() };
const minutes = { cause: z.enum(PHASES).optional() };

export const latenessQuerySchema = reportQuery.extend(lateness).refine(daysInOrder, DAY_ORDER);
export const minutesQuerySchema = reportQuery.extend(minutes).refine(daysInOrder, DAY_ORDER);
export const latenessListQuerySchema = listQuery.extend(lateness).refine(daysInOrder, DAY_ORDER);
export const minutesListQuerySchema = listQuery.extend(minutes).refine(daysInOrder, DAY_ORDER);

export type ReportAsked = z.infer<typeof latenessQuerySchema> | z.infer<typeof minutesQuerySchema>;
export type ListAsked = z.infer<typeof latenessListQuerySchema> | z.infer<typeof minutesListQuerySchema>;

const dayOrNull = (text: string | undefined): number | null => (text === undefined ? null : dayFromIso(text));

/** Values of `$1` and `$2` of every report: agencies whose dossiers the caller sees as a party, and those he watches over. */
export function ownAndWatched(
  caller: Caller,
  wall: ApplicationWall,
): readonly [readonly AgencyId[], readonly AgencyId[]] {
  const own = wall.agenciesNamed([caller.agencyId]);
  return [own, caller.supervises.length === 0 ? [] : wall.agenciesNamed(caller.supervises)];
}

/** Values of `$1` to `$8`: whose dossiers, ended when, which of them. */
export function scopeValues(caller: Caller, asked: ReportAsked | ListAsked, wall: ApplicationWall): readonly unknown[] {
  const { from, to, procedure = null, sender = null, receiver = null, agency = null } = asked;
  return [...ownAndWatched(caller, wall), dayOrNull(from), dayOrNull(to), procedure, sender, receiver, agency];
}

/** Values of `$9` and `$10`. */
export const partValues = ({ owner, cause }: ReportAsked | ListAsked): readonly unknown[] => [
  owner ?? null,
  cause ?? null,
];
