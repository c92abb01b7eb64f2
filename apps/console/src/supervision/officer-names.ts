/** Officers by name, as far as this officer may know them: those of his own agency; others by their id. */
import { useQuery } from '@tanstack/react-query';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { has, useMe } from '../service/session.js';

const MINUTE_MS = 60_000;

export function useOwnOfficers() {
  const me = useMe();
  return useQuery({
    queryKey: [ABOUT.officers, 'own'],
    queryFn: () => valueFrom(service.listAgencyOfficers()),
    enabled: has(me, 'clerk', 'supervisor'),
    staleTime: MINUTE_MS,
  });
}

export function useOfficerName(): (id: string) => string {
  const { data } = useOwnOfficers();
  return (id) => data?.officers.find((officer) => officer.id === id)?.name ?? id;
}
