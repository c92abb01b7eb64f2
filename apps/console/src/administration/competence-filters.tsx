/** What the table is narrowed to; it stands in the address, so that it can be sent to somebody. */
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import blocks from '../parts/blocks.module.css';
import { AgencyPick, useAgencyName } from '../parts/agency-pick.js';
import { ProcedurePick } from '../parts/procedure-pick.js';
import { useWords } from '../words/catalogue.js';
import { AreaOfToday } from './area-of-today.js';
import { competenceWords } from './competence-words.js';

const route = getRouteApi('/frame/administration/competences');

type Filter = 'procedure' | 'area' | 'agency';

export function CompetenceFilters() {
  const words = useWords(competenceWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  // A field that has been used begins anew, empty.
  const [used, setUsed] = useState(0);
  const put = (filter: Filter, value: string | undefined) => {
    setUsed((times) => times + 1);
    void navigate({ search: (now) => ({ ...now, [filter]: value }), replace: true });
  };
  const shown: Readonly<Record<Filter, string | undefined>> = {
    procedure: search.procedure,
    area: search.area,
    agency: useAgencyName(search.agency) ?? undefined,
  };
  const set = (['procedure', 'area', 'agency'] as const).filter((filter) => shown[filter] !== undefined);
  return (
    <section className="card no-print">
      <div className={blocks['fields']} key={used}>
        <ProcedurePick
          label={words.procedure}
          hint={words.procedureHint}
          onChange={(code) => code !== null && put('procedure', code)}
        />
        <AreaOfToday label={words.area} onChoose={(code) => put('area', code)} />
        <AgencyPick label={words.agency} onChange={(chosen) => chosen !== null && put('agency', chosen.id)} />
      </div>
      {set.length > 0 && (
        <ul className={blocks['chips']} aria-label={words.filters}>
          {set.map((filter) => (
            <li key={filter}>
              <button
                type="button"
                aria-label={words.clear(`${words[filter]} ${shown[filter] ?? ''}`)}
                onClick={() => put(filter, undefined)}
              >
                {words[filter]}: {shown[filter]} ✕
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
