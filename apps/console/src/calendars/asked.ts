/** What these screens ask the service, under keys that a change of a calendar makes stale together. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CalendarDefinition, CalendarVersion } from '@lien-thong/client';
import { ABOUT, queries } from '../service/queries.js';
import { ServiceTrouble, service, troubleOf, valueFrom } from '../service/service.js';

/** All open dossiers are reckoned: that takes its time where there are many. */
const PATIENT = { giveUpAfterMs: 60_000, attemptTimeoutMs: 55_000 };
const PREVIEWED = 50;
const MOST_PROVINCES = 50;
const DAY_MS = 86_400_000;
const LOOK_AGAIN_MS = 2_000;

export const calendarsQuery = queryOptions({
  queryKey: [ABOUT.calendars, 'list'],
  queryFn: () => valueFrom(service.listCalendars()),
});

export const versionsQuery = (calendar: string) =>
  queryOptions({
    queryKey: [ABOUT.calendars, calendar, 'versions'],
    queryFn: () => valueFrom(service.listCalendarVersions({ calendar })),
  });

/** A version, and what a change of it must name. */
export interface ReadCalendar {
  readonly version: CalendarVersion;
  readonly etag: string | null;
}

export const versionQuery = (calendar: string, version: number) =>
  queryOptions({
    queryKey: [ABOUT.calendars, calendar, 'version', version],
    queryFn: async (): Promise<ReadCalendar> => {
      const read = await service.readCalendarVersion({ calendar, version });
      if (!read.ok) throw new ServiceTrouble(read.problem);
      return { version: read.value, etag: read.etag };
    },
  });

/** Of what is being written, saved or not. */
export const previewQuery = (calendar: string, body: CalendarDefinition | null, limit = PREVIEWED) =>
  queryOptions({
    queryKey: [ABOUT.calendars, calendar, 'preview', body, limit],
    queryFn: async () => {
      if (body === null) throw new Error('nothing to look at');
      return valueFrom(service.previewCalendar({ calendar, limit, body }, { retries: PATIENT }));
    },
    enabled: body !== null,
    placeholderData: keepPreviousData,
  });

export async function morePreviewed(calendar: string, body: CalendarDefinition, cursor: string) {
  return valueFrom(service.previewCalendar({ calendar, limit: PREVIEWED, cursor, body }, { retries: PATIENT }));
}

/** How far the restatement came; null where there is none. Asked again until it is done. */
export const restatementQuery = (calendar: string, version: number) =>
  queryOptions({
    queryKey: [ABOUT.calendars, calendar, 'restatement', version],
    queryFn: async () => {
      try {
        return await valueFrom(service.readRestatement({ calendar, version }));
      } catch (fault) {
        if (troubleOf(fault)?.status === 404) return null;
        throw fault;
      }
    },
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'running' || data?.state === 'settling' ? LOOK_AGAIN_MS : false,
  });

/** The provinces by their codes. */
export const provincesQuery = queryOptions({
  queryKey: [ABOUT.directory, 'provinces'],
  queryFn: async () => {
    const { areas } = await valueFrom(service.findAreas({ limit: MOST_PROVINCES }));
    return areas.filter(({ kind }) => kind === 'province').map(({ code, fullName }) => ({ code, name: fullName }));
  },
  staleTime: DAY_MS,
});

/** After an act on a calendar everything known of it is asked again. */
export async function lookAgain(calendar: string): Promise<void> {
  await queries.invalidateQueries({
    queryKey: [ABOUT.calendars, calendar],
    predicate: ({ queryKey }) => queryKey[2] !== 'preview',
  });
  await queries.invalidateQueries({ queryKey: calendarsQuery.queryKey });
}
