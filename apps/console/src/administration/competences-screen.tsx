/** Who is competent for what: the rules, filtered as the address says. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { DataOf } from '../parts/data-of.js';
import { FaultOf } from '../parts/trouble.js';
import { partWords } from '../parts/words.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { CompetenceFilters } from './competence-filters.js';
import { CompetenceTable } from './competence-table.js';
import { competenceWords } from './competence-words.js';

const route = getRouteApi('/frame/administration/competences');
const PAGE = 50;

export function CompetencesScreen() {
  const words = useWords(competenceWords);
  const parts = useWords(partWords);
  const { language } = useLanguage();
  const me = useMe();
  const { procedure, area, agency } = route.useSearch();
  const found = useInfiniteQuery({
    queryKey: [ABOUT.directory, 'competences', procedure, area, agency],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      valueFrom(service.listCompetences({ procedure, area, agency, cursor, limit: PAGE })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rules = found.data?.pages.flatMap(({ competences }) => competences) ?? [];
  return (
    <div className="stack">
      <div className="spread">
        <h1>{words.title}</h1>
        <DataOf at={me.at} />
      </div>
      <p className="spread">
        <span>{words.lead}</span>
        <Link to="/directory">{words.directory}</Link>
      </p>
      <CompetenceFilters />
      {found.error !== null && <FaultOf fault={found.error} again={() => void found.refetch()} />}
      <p role="status">
        {found.data === undefined
          ? found.error === null && parts.loading
          : `${words.found(numberText(rules.length, language))}${found.hasNextPage ? ` ${words.andMore}` : ''}`}
      </p>
      {rules.length > 0 && <CompetenceTable rules={rules} />}
      {found.hasNextPage && (
        <button type="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {parts.more}
        </button>
      )}
    </div>
  );
}
