import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMe } from '../service/session.js';
import { useSay } from '../words/language.js';
import { officersQuery } from './inbox-query.js';
import { officerLabels } from './short-names.js';

const NOBODY: ReadonlyMap<string, string> = new Map();

/** What the officers of the agency are called in lists, by their ids; empty until they are known. */
export function useOfficerLabels(): ReadonlyMap<string, string> {
  const { agency } = useMe();
  const { data } = useQuery(officersQuery);
  const say = useSay();
  const agencyName = say(agency.name, agency.nameEn);
  return useMemo(() => {
    if (data === undefined) return NOBODY;
    const titled = data.officers.map(({ id, name, title, titleEn }) => ({ id, name, title: say(title, titleEn) }));
    return officerLabels(titled, agencyName);
    // `say` is made anew at every drawing; what it picks changes with the agency's name, which is in its language.
  }, [data, agencyName]);
}
