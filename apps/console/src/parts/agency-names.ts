/** Names of agencies where a report has only their ids. */
import { useQuery } from '@tanstack/react-query';
import type { Agencies } from '@lien-thong/client';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useSay } from '../words/language.js';

const HOUR_MS = 3_600_000;
const PER_PAGE = 200;
/** The agencies of several provinces; what lies beyond is shown by its id. */
const MOST_PAGES = 10;

interface Named {
  readonly name: string;
  readonly nameEn: string;
}

async function readNames(): Promise<ReadonlyMap<string, Named>> {
  const names = new Map<string, Named>();
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read: Agencies = await valueFrom(
      service.listAgencies({ limit: PER_PAGE, ...(cursor === null ? {} : { cursor }) }),
    );
    for (const { id, name, nameEn } of read.agencies) names.set(id, { name, nameEn });
    if (read.next === null) break;
    cursor = read.next;
  }
  return names;
}

/** The name of an agency by its id; the id itself until it is known. */
export function useAgencyNames(wanted: boolean): (id: string) => string {
  const say = useSay();
  const { data } = useQuery({
    queryKey: [ABOUT.directory, 'names'],
    queryFn: readNames,
    enabled: wanted,
    staleTime: HOUR_MS,
  });
  return (id) => {
    const found = data?.get(id);
    return found === undefined ? id : say(found.name, found.nameEn);
  };
}
