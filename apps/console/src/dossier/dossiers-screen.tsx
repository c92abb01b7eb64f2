/** Dossiers of the office: found, filtered, counted by the answer that lists them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { DossierList, Phase } from '@lien-thong/client';
import { Answered } from '../parts/answered.js';
import { DataOf } from '../parts/data-of.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import style from './dossier.module.css';
import { DossiersTable } from './dossiers-table.js';
import { ListFilters } from './list-filters.js';
import { askedList, filtered } from './list-question.js';
import type { ListSearch } from './list-question.js';
import { nameWords } from '../parts/name-words.js';
import { dossierWords } from './words.js';

const route = getRouteApi('/frame/dossiers');

export function DossiersScreen() {
  const words = useWords(dossierWords).list;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({
    queryKey: [ABOUT.inbox, 'dossiers', search],
    queryFn: () => valueFrom(service.listDossiers(askedList(search))),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h1>{words.heading}</h1>
      <ListFilters search={search} onChange={(changed) => void navigate({ search: filtered(search, changed) })} />
      <Answered question={list}>
        {(known) => (
          <>
            <Counts list={known} search={search} />
            {known.dossiers.length === 0 ? <p>{words.none}</p> : <DossiersTable dossiers={known.dossiers} />}
            <Pages next={known.next} search={search} />
          </>
        )}
      </Answered>
    </>
  );
}

interface CountsProperties {
  readonly list: DossierList;
  readonly search: ListSearch;
}

function Counts({ list: { at, counts }, search }: CountsProperties) {
  const words = useWords(dossierWords).list;
  const phases = useWords(nameWords).phase;
  const { language } = useLanguage();
  // In the order of a dossier's life.
  const byPhase = (Object.keys(phases) as Phase[]).flatMap((phase) => {
    const count = counts.byPhase[phase] ?? 0;
    return count === 0 ? [] : [[phase, count] as const];
  });
  return (
    <>
      <p className="spread">
        <strong role="status">
          {words.total(numberText(counts.total, language))}
          {counts.overdue > 0 && ` · ● ${words.overdueOf(numberText(counts.overdue, language))}`}
        </strong>
        <DataOf at={at} />
      </p>
      {byPhase.length > 1 && (
        <ul className={style['phases']} aria-label={words.phases}>
          {byPhase.map(([phase, count]) => (
            <li key={phase}>
              <Link to="/dossiers" search={filtered(search, { phase })}>
                {phases[phase]}
              </Link>{' '}
              ({numberText(count, language)})
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Pages({ next, search }: { readonly next: string | null; readonly search: ListSearch }) {
  const words = useWords(dossierWords).list;
  if (next === null && search.cursor === undefined) return null;
  return (
    <nav className="row no-print" aria-label={words.pages}>
      {search.cursor !== undefined && (
        <Link to="/dossiers" search={filtered(search, {})}>
          {words.first}
        </Link>
      )}
      {next !== null && (
        <Link to="/dossiers" search={{ ...search, cursor: next }}>
          {words.next}
        </Link>
      )}
    </nav>
  );
}
