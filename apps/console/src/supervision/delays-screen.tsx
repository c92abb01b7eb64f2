/** Between whom dossiers become late. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Report } from '@lien-thong/client';
import { oneOf } from '../app/search.js';
import { Answered } from '../parts/answered.js';
import { Choice } from '../parts/choice.js';
import { DataOf } from '../parts/data-of.js';
import { MinutesBehind } from '../reports/minutes-behind.js';
import { dayIn } from '../reports/period.js';
import { NarrowForm } from '../reports/narrow-form.js';
import type { Scope } from '../reports/period.js';
import { PeriodForm } from '../reports/period-form.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { minutesText, numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { SHOWS, matrixOf } from './delay-matrix.js';
import type { Matrix, Show } from './delay-matrix.js';
import { ANY, DelayLegend, DelayTable, useAgencyName } from './delay-table.js';
import { delayWords } from './delay-words.js';
import { SupervisionNav } from './supervision-nav.js';

const route = getRouteApi('/frame/supervision/delays');
const MOST_GROUPS = 500;

export function DelaysScreen() {
  const words = useWords(delayWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { agency, procedure } = search;
  const scope: Scope = { from: dayIn(search.from), to: dayIn(search.to), agency, procedure };
  const show = oneOf<Show>(search.show, SHOWS) ?? 'median';
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...next }, resetScroll: false, replace: true });
  const question = useQuery({
    queryKey: [ABOUT.reports, 'lateness', 'square', scope],
    queryFn: () => readSquare(scope),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h1>{words.title}</h1>
      <SupervisionNav />
      <PeriodForm period={scope} onChange={(next) => change({ ...next, cell: undefined })} />
      <NarrowForm narrowed={scope} agencyAs="inCharge" onChange={(next) => change({ ...next, cell: undefined })} />
      <Answered question={question}>
        {(square) => {
          const report = square.pair;
          const matrix = matrixOf(square);
          return (
            <>
              <div className="spread">
                <span className="no-print">
                  <Choice label={words.show} value={show} onChange={(next) => change({ show: next })}>
                    {SHOWS.map((each) => (
                      <option key={each} value={each}>
                        {words.shows[each]}
                      </option>
                    ))}
                  </Choice>
                </span>
                <DataOf at={report.at} />
              </div>
              {report.whole.ended === 0 ? (
                <p className="card">{words.nothing}</p>
              ) : (
                <>
                  <DelayLegend show={show} />
                  <DelayTable matrix={matrix} show={show} />
                </>
              )}
              <Left report={report} />
              <Opened matrix={matrix} scope={scope} />
            </>
          );
        }}
      </Answered>
    </>
  );
}

/** Pairs, lines and columns: each with its own median. */
async function readSquare(scope: Scope) {
  const by = (by: Report['by']) => valueFrom(service.reportLateness({ ...scope, by, limit: MOST_GROUPS }));
  const [pair, sender, receiver] = await Promise.all([by('pair'), by('sender'), by('receiver')]);
  return { pair, sender, receiver };
}

/** What the square does not have, and why. */
function Left({ report: { rest, excluded } }: { readonly report: Report }) {
  const words = useWords(delayWords);
  const { language } = useLanguage();
  const say = useSay();
  return (
    <>
      {rest !== null && <p>{words.rest(minutesText(rest.minutes, language))}</p>}
      <p className="soft">{words.note}</p>
      {excluded.length > 0 && (
        <p className="soft">
          {words.excluded}:{' '}
          {excluded
            .map(
              ({ label, labelEn, dossiers }) =>
                `${say(label, labelEn)} (${words.dossiers(numberText(dossiers, language))})`,
            )
            .join('; ')}
        </p>
      )}
    </>
  );
}

function Opened({ matrix, scope }: { readonly matrix: Matrix; readonly scope: Scope }) {
  const words = useWords(delayWords);
  const nameOf = useAgencyName();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [sender, receiver] = search.cell?.split('>') ?? [];
  if (sender === undefined || receiver === undefined) return null;
  const name = (id: string, among: Matrix['senders']) =>
    id === ANY ? words.sum : nameOf(among.find((agency) => agency.id === id) ?? { id, name: id, nameEn: id });
  const to = sender === receiver && sender !== ANY ? words.itself : name(receiver, matrix.receivers);
  return (
    <MinutesBehind
      of="lateness"
      asked={{ ...scope, by: 'pair', ...asked(sender, receiver) }}
      title={words.behind(`${name(sender, matrix.senders)} → ${to}`)}
      onClose={() => void navigate({ search: { ...search, cell: undefined }, resetScroll: false })}
    />
  );
}

/** One pair by its key; a line or a column by the agency at its head. */
function asked(sender: string, receiver: string) {
  if (sender !== ANY && receiver !== ANY) return { key: `${sender}>${receiver}` };
  return { ...(sender === ANY ? {} : { sender }), ...(receiver === ANY ? {} : { receiver }) };
}
