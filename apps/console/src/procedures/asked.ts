/** What these screens ask the service, under keys that a change of a procedure makes stale together. */
import { queryOptions } from '@tanstack/react-query';
import { ABOUT, queries } from '../service/queries.js';
import { ServiceTrouble, service, valueFrom } from '../service/service.js';
import type { Json } from './form/json.js';

const PAGE = 50;

export const proceduresQuery = (asked: {
  readonly q: string;
  readonly published: boolean;
  readonly cursor?: string | undefined;
}) =>
  queryOptions({
    queryKey: [ABOUT.procedures, 'list', asked],
    queryFn: () =>
      valueFrom(
        service.listProcedures({
          ...(asked.q === '' ? {} : { q: asked.q }),
          ...(asked.cursor === undefined ? {} : { cursor: asked.cursor }),
          published: asked.published ? 'true' : 'false',
          limit: PAGE,
        }),
      ),
  });

export const procedureQuery = (code: string) =>
  queryOptions({
    queryKey: [ABOUT.procedures, code],
    queryFn: () => valueFrom(service.readProcedure({ code })),
  });

export const versionsQuery = (code: string) =>
  queryOptions({
    queryKey: [ABOUT.procedures, code, 'versions'],
    queryFn: () => valueFrom(service.listVersions({ code })),
  });

/** A definition, and what a change of it must name. */
export interface ReadVersion {
  readonly definition: Json;
  readonly etag: string | null;
}

export const versionQuery = (code: string, version: number) =>
  queryOptions({
    queryKey: [ABOUT.procedures, code, 'version', version],
    queryFn: async (): Promise<ReadVersion> => {
      const read = await service.readProcedureVersion({ code, version });
      if (!read.ok) throw new ServiceTrouble(read.problem);
      return { definition: read.value as unknown as Json, etag: read.etag };
    },
  });

export const lintQuery = (code: string, version: number, etag: string | null) =>
  queryOptions({
    queryKey: [ABOUT.procedures, code, 'lint', version, etag],
    queryFn: () => valueFrom(service.lintVersion({ code, version })),
  });

export const diffQuery = (
  code: string,
  versions: { readonly version: number; readonly against: number },
  etag: string | null = null,
) =>
  queryOptions({
    queryKey: [ABOUT.procedures, code, 'diff', versions, etag],
    queryFn: () => valueFrom(service.diffVersions({ code, ...versions })),
  });

const MOST_AGENCIES = 100;

export const agenciesQuery = queryOptions({
  queryKey: [ABOUT.directory, 'agencies of a proof'],
  queryFn: () => valueFrom(service.listAgencies({ limit: MOST_AGENCIES })),
  staleTime: 600_000,
});

/** After an act on a procedure everything known of it is asked again. */
export async function lookAgain(code: string): Promise<void> {
  await queries.invalidateQueries({
    queryKey: [ABOUT.procedures, code],
    predicate: ({ queryKey }) => queryKey[2] !== 'verdict',
  });
  await queries.invalidateQueries({ queryKey: [ABOUT.procedures, 'list'] });
}
