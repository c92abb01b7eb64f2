/** Who is competent for what: the rules, filtered as the address says. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { Competence } from '@lien-thong/client';
import { useState } from 'react';
import { More } from '../parts/pages.js';
import { Screen } from '../parts/screen.js';
import { FaultOf } from '../parts/trouble.js';
import { partWords } from '../parts/words.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { AddCompetenceDialog } from './add-competence-dialog.js';
import { competenceActWords } from './competence-act-words.js';
import { CompetenceFilters } from './competence-filters.js';
import { CompetenceTable } from './competence-table.js';
import { competenceWords } from './competence-words.js';
import { EndCompetenceDialog } from './end-competence-dialog.js';

const route = getRouteApi('/frame/administration/competences');
const PAGE = 50;

export function CompetencesScreen() {
  const words = useWords(competenceWords);
  const parts = useWords(partWords);
  const acts = useWords(competenceActWords);
  const { language } = useLanguage();
  const mayWrite = has(useMe(), 'admin');
  const [asking, setAsking] = useState<Competence | 'add' | null>(null);
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
    <Screen title={words.title}>
      <p className="spread">
        <span>{words.lead}</span>
        <span className="row">
          {mayWrite && (
            <button type="button" onClick={() => setAsking('add')}>
              {acts.add} …
            </button>
          )}
          <Link to="/directory">{words.directory}</Link>
        </span>
      </p>
      <CompetenceFilters />
      {found.error !== null && <FaultOf fault={found.error} again={() => void found.refetch()} />}
      <p role="status">
        {found.data === undefined
          ? found.error === null && parts.loading
          : `${words.found(numberText(rules.length, language))}${found.hasNextPage ? ` ${words.andMore}` : ''}`}
      </p>
      {rules.length > 0 && <CompetenceTable rules={rules} onEnd={mayWrite ? setAsking : null} />}
      <More of={found} />
      {asking === 'add' && <AddCompetenceDialog onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'add' && <EndCompetenceDialog rule={asking} onClose={() => setAsking(null)} />}
    </Screen>
  );
}
