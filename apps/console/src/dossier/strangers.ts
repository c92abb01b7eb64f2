/** Agencies a journal names that were never actors or holders: where a transfer was sent on to, whom somebody suggested. */
import type { Agency, Timeline } from '@lien-thong/client';
import { useQueries } from '@tanstack/react-query';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';

const DAY_MS = 86_400_000;
const NAMING = ['to', 'agencyId', 'suggestedAgency'] as const;
/** Of an agency; an instant begins with a digit. */
const ID = /^[a-z][a-z0-9-]{1,63}$/;

/** Ids that nobody known bears, each once. Pure. */
export function strangersIn(journal: Timeline['journal'], known: ReadonlySet<string>): readonly string[] {
  const named = journal.flatMap(({ data }) => NAMING.map((name) => data[name]));
  const ids = named.filter((id): id is string => typeof id === 'string' && ID.test(id) && !known.has(id));
  return [...new Set(ids)];
}

export function useStrangers(ids: readonly string[]): readonly Agency[] {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [ABOUT.directory, 'agency', id],
      queryFn: () => valueFrom(service.readAgency({ id })),
      staleTime: DAY_MS,
    })),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
}
