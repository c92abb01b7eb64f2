/** What these screens ask the service. Who works where is asked anew after every act. */
import { queryOptions } from '@tanstack/react-query';
import type { Officer } from '@lien-thong/client';
import { ABOUT, queries } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';

export type Role = NonNullable<Officer['account']>['roles'][number];
export const ROLES = ['clerk', 'supervisor', 'admin', 'auditor'] as const satisfies readonly Role[];

const PAGE = 100;

export const officersKey = (agency: string) => [ABOUT.officers, 'of', agency] as const;

export function readOfficers(agency: string, cursor: string | undefined) {
  return valueFrom(service.listOfficers({ id: agency, limit: PAGE, cursor }));
}

/** One officer as he stands now. */
export const officerQuery = (agency: string, officer: string) =>
  queryOptions({
    queryKey: [ABOUT.officers, 'one', agency, officer],
    queryFn: () => valueFrom(service.readOfficer({ id: agency, officer })),
    staleTime: 0,
  });

export const apiKeysQuery = (agency: string) =>
  queryOptions({
    queryKey: [ABOUT.officers, 'keys', agency],
    queryFn: () => valueFrom(service.listApiKeys({ id: agency })),
  });

export async function lookAgain(): Promise<void> {
  await queries.invalidateQueries({ queryKey: [ABOUT.officers] });
}

/** Rules of competence, and all that the directory says by them. */
export async function lookAgainAtRules(): Promise<void> {
  await queries.invalidateQueries({ queryKey: [ABOUT.directory] });
  await lookAgain();
}
