/** What becomes of each dossier: the old and the new limit and due minute, or why it stays. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { AmendedDossier, Amendment } from '@lien-thong/client';
import { oneOf } from '../app/search.js';
import { Choice } from '../parts/choice.js';
import { Columns } from '../parts/columns.js';
import { More } from '../parts/pages.js';
import { FaultOf } from '../parts/trouble.js';
import { ABOUT } from '../service/queries.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import style from './amendments.module.css';
import { readDossiers } from './asked.js';
import { DossierRow } from './dossier-row.js';
import { runWords } from './run-words.js';

const route = getRouteApi('/frame/amendments/$amendment');
const STATES = Object.keys(runWords.vi.dossierStates) as readonly AmendedDossier['state'][];

export function DossierTable({ amendment }: { readonly amendment: Amendment }) {
  const words = useWords(runWords);
  const search = route.useSearch();
  const mayRead = has(useMe(), 'clerk', 'supervisor', 'auditor');
  const state = oneOf(search.state, STATES);
  const onlyOverdue = search.overdue === 'true';
  const { id, state: stage } = amendment;
  const found = useInfiniteQuery({
    // What is under way changes the list: the counts say so.
    queryKey: [ABOUT.amendments, id, 'dossiers', stage, state, onlyOverdue, amendment.counts],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => readDossiers(id, { state, onlyOverdue }, { cursor: pageParam }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const dossiers = found.data?.pages.flatMap((page) => page.dossiers) ?? [];
  return (
    <section aria-labelledby="dossiers">
      <div className="spread">
        <h2 id="dossiers">{words.list}</h2>
        <Filter id={id} state={state} onlyOverdue={onlyOverdue} />
      </div>
      {found.error !== null && <FaultOf fault={found.error} again={() => void found.refetch()} />}
      {found.data !== undefined && dossiers.length === 0 && <p role="status">{words.empty}</p>}
      {dossiers.length > 0 && (
        <div className="scroll">
          <table className={style['dossiers']}>
            <caption className="visually-hidden">{words.list}</caption>
            <Columns of={[words.dossier, words.countsState, words.limit, words.due, words.reasons]} />
            <tbody>
              {dossiers.map((dossier) => (
                <DossierRow key={dossier.dossier} dossier={dossier} mayRead={mayRead} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More of={found} />
    </section>
  );
}

interface FilterProperties {
  readonly id: string;
  readonly state: AmendedDossier['state'] | undefined;
  readonly onlyOverdue: boolean;
}

function Filter({ id, state, onlyOverdue }: FilterProperties) {
  const words = useWords(runWords);
  const navigate = route.useNavigate();
  return (
    <div className="row no-print">
      <Choice
        label={words.filter}
        value={state ?? ''}
        onChange={(chosen) =>
          void navigate({ search: (now) => ({ ...now, state: oneOf(chosen, STATES) }), replace: true })
        }
      >
        <option value="">{words.everyState}</option>
        {STATES.map((each) => (
          <option key={each} value={each}>
            {words.dossierStates[each]}
          </option>
        ))}
      </Choice>
      <label>
        <input
          type="checkbox"
          checked={onlyOverdue}
          onChange={({ target }) =>
            void navigate({
              search: (now) => ({ ...now, overdue: target.checked ? 'true' : undefined }),
              replace: true,
            })
          }
        />{' '}
        {words.onlyOverdue}
      </label>
      {(state !== undefined || onlyOverdue) && (
        <Link to="/amendments/$amendment" params={{ amendment: id }} search={{}}>
          {words.all}
        </Link>
      )}
    </div>
  );
}
