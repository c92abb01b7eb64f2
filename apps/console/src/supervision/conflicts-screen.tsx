/** Claims that contradict a journal and wait for a second person. */
import { Link, getRouteApi } from '@tanstack/react-router';
import type { ConflictList } from '@lien-thong/client';
import { oneOf } from '../app/search.js';
import { nameWords } from '../parts/name-words.js';
import { Choice } from '../parts/choice.js';
import { DataOf } from '../parts/data-of.js';
import { Instant } from '../parts/instant.js';
import { FaultOf } from '../parts/trouble.js';
import { partWords } from '../parts/words.js';
import { factName } from '../reports/fact-name.js';
import { usePages } from '../parts/pages.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { instantText, numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { conflictWords } from './conflict-words.js';
import { SupervisionNav } from './supervision-nav.js';

const route = getRouteApi('/frame/supervision/conflicts');
const STATES = ['open', 'settled', 'all'] as const;
const PER_PAGE = 50;
type Conflict = ConflictList['conflicts'][number];

export function ConflictsScreen() {
  const words = useWords(conflictWords);
  const parts = useWords(partWords);
  const navigate = route.useNavigate();
  const state = oneOf(route.useSearch().state, STATES) ?? 'open';
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = usePages({
    queryKey: [ABOUT.alerts, 'conflicts', state],
    read: (cursor) => valueFrom(service.listConflicts({ ...cursor, state, limit: PER_PAGE })),
  });
  const [first] = data?.pages ?? [];
  return (
    <>
      <h1>{words.title}</h1>
      <SupervisionNav />
      <div className="spread">
        <Choice
          label={words.state}
          value={state}
          onChange={(next) => void navigate({ search: { state: next }, replace: true, resetScroll: false })}
        >
          {STATES.map((each) => (
            <option key={each} value={each}>
              {words.states[each]}
            </option>
          ))}
        </Choice>
        {first !== undefined && <DataOf at={first.at} />}
      </div>
      <p className="soft">{words.about}</p>
      {isPending && (
        <p role="status" className="soft">
          {parts.loading}
        </p>
      )}
      {error !== null && <FaultOf fault={error} again={() => void refetch()} />}
      {data !== undefined && <List conflicts={data.pages.flatMap(({ conflicts }) => conflicts)} />}
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {words.more}
        </button>
      )}
    </>
  );
}

function List({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const words = useWords(conflictWords);
  if (conflicts.length === 0) return <p className="card">{words.none}</p>;
  return (
    <div className="scroll">
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            {(['dossier', 'found', 'claimedBy', 'claim', 'contradicts', 'settledHow'] as const).map((name) => (
              <th key={name} scope="col">
                {words[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict) => (
            <Line key={`${conflict.dossier} ${conflict.conflict}`} conflict={conflict} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ conflict }: { readonly conflict: Conflict }) {
  const words = useWords(conflictWords);
  const { event: names } = useWords(nameWords);
  const { language } = useLanguage();
  const say = useSay();
  const { dossier, foundAt, claimedBy, contradicts, settledAt, settled } = conflict;
  return (
    <tr>
      <td>
        <Link to="/dossiers/$code" params={{ code: dossier }} className="code">
          {dossier}
        </Link>
      </td>
      <td>
        <Instant at={foundAt} />
      </td>
      <td>{claimedBy === null ? words.engine : say(claimedBy.name, claimedBy.nameEn)}</td>
      <td>
        <Claim claim={conflict.claim} />
      </td>
      <td>{words.entry(numberText(contradicts.seq, language), factName(contradicts.type, names))}</td>
      <td>
        {settled === null ? words.open : words.settled[settled]}
        {settledAt !== null && (
          <div className="soft">
            <Instant at={settledAt} />
          </div>
        )}
        {settled === null && (
          <div className="no-print">
            <Link to="/dossiers/$code" params={{ code: dossier }} search={{ act: 'resolveConflict' }}>
              {words.act}
              <span className="visually-hidden"> {dossier}</span>
            </Link>
          </div>
        )}
      </td>
    </tr>
  );
}

function Claim({ claim }: { readonly claim: Conflict['claim'] }) {
  const words = useWords(conflictWords);
  const { event: names } = useWords(nameWords);
  if (claim.kind === 'timeCorrection') {
    return words.correction(factName(claim.type, names), instantText(claim.from), instantText(claim.to));
  }
  return (
    <ul>
      {claim.facts.map(({ type, occurredAt }, i) => (
        <li key={`${type} ${i}`}>{words.fact(factName(type, names), instantText(occurredAt))}</li>
      ))}
    </ul>
  );
}
