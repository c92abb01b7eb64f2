/** An agency by its name or identifier, typed with or without accents. */
import type { Agency } from '@lien-thong/client';
import { useQuery } from '@tanstack/react-query';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useSay } from '../words/language.js';
import { PickOne } from './pick-one.js';
import type { PickProperties } from './pick-one.js';

const MOST = 12;

export function AgencyPick(properties: PickProperties<Agency>) {
  const say = useSay();
  return (
    <PickOne
      {...properties}
      about={[ABOUT.directory, 'agency']}
      ask={(q) => valueFrom(service.listAgencies({ q, limit: MOST }))}
      entries={({ agencies }) =>
        agencies.map((agency) => ({
          ...{ id: agency.id, label: say(agency.name, agency.nameEn), note: agency.identifier, value: agency },
        }))
      }
    />
  );
}

/** What an agency is called that an address or a form has by its id: the id until that is known, null without one. */
export function useAgencyName(id: string | undefined): string | null {
  const say = useSay();
  const { data } = useQuery({
    queryKey: [ABOUT.directory, 'agency', id],
    queryFn: () => valueFrom(service.readAgency({ id: id ?? '' })),
    enabled: id !== undefined && id !== '',
  });
  if (id === undefined || id === '') return null;
  return data === undefined ? id : say(data.name, data.nameEn);
}
