/** An agency of the exchange, found by name without accents. */
import { useQuery } from '@tanstack/react-query';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useSay } from '../words/language.js';
import type { DrawnText } from './drawn.js';
import { SearchPick } from './search-pick.js';

const MOST = 20;

export function AgencyField({ value, onText, ...drawn }: DrawnText) {
  const say = useSay();
  const agency = useQuery({
    queryKey: [ABOUT.directory, 'agency', value],
    queryFn: () => valueFrom(service.readAgency({ id: value })),
    enabled: value !== '',
  }).data;
  const find = async (q: string) => {
    const { agencies } = await valueFrom(service.listAgencies({ q, limit: MOST }));
    return agencies.map(({ id, identifier, name, nameEn }) => ({
      ...{ key: id, value: id },
      label: `${say(name, nameEn)} (${identifier})`,
    }));
  };
  const picked = value === '' ? null : agency === undefined ? value : say(agency.name, agency.nameEn);
  return (
    <SearchPick
      {...drawn}
      about={[ABOUT.directory, 'agencies']}
      {...{ find, picked }}
      onPick={(id: string | null) => onText(id ?? '')}
    />
  );
}
