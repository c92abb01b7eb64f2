/** Where open dossiers run out of time. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Slack, SlackDossiers } from '@lien-thong/client';
import { oneOf } from '../app/search.js';
import { Answered } from '../parts/answered.js';
import { Choice } from '../parts/choice.js';
import { DataOf } from '../parts/data-of.js';
import { DossierLink } from '../parts/dossier-link.js';
import { Instant } from '../parts/instant.js';
import { Behind } from '../reports/behind.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { BAND_MARK } from './band-marks.js';
import { BANDS, linesOf, wholeOf } from './slack-map.js';
import type { RowsOf } from './slack-map.js';
import { ALL, SlackTable, useShortName } from './slack-table.js';
import { slackWords } from './slack-words.js';
import { SupervisionNav } from './supervision-nav.js';

const route = getRouteApi('/frame/supervision/slack');
const ROWS = ['agency', 'procedure'] as const satisfies readonly RowsOf[];
const PER_PAGE = 50;
const AGAIN_MS = 60_000;

export function SlackScreen() {
  const words = useWords(slackWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const rows = oneOf(search.rows, ROWS) ?? 'agency';
  const question = useQuery({
    queryKey: [ABOUT.reports, 'slack'],
    queryFn: () => valueFrom(service.readSlack()),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
  return (
    <>
      <h1>{words.title}</h1>
      <SupervisionNav />
      <Answered question={question}>
        {(slack) => (
          <>
            <div className="spread">
              <span className="no-print">
                <Choice
                  label={words.rows}
                  value={rows}
                  onChange={(next) => void navigate({ search: { rows: next }, resetScroll: false, replace: true })}
                >
                  {ROWS.map((each) => (
                    <option key={each} value={each}>
                      {words[`${each}WithParts`]}
                    </option>
                  ))}
                </Choice>
              </span>
              <span className="row">
                <DataOf at={slack.at} />
                <button type="button" className="no-print" onClick={() => print()}>
                  {words.print}
                </button>
              </span>
            </div>
            <Map slack={slack} rows={rows} />
            <Opened slack={slack} />
          </>
        )}
      </Answered>
    </>
  );
}

function Map({ slack, rows }: { readonly slack: Slack; readonly rows: RowsOf }) {
  const words = useWords(slackWords);
  const { language } = useLanguage();
  if (slack.total === 0) return <p className="card">{words.nothing}</p>;
  return (
    <>
      <SlackTable lines={linesOf(slack.cells, rows)} rows={rows} whole={wholeOf(slack)} total={slack.total} />
      {slack.rest !== null && (
        <p>{words.rest(numberText(slack.rest.cells, language), numberText(slack.rest.dossiers, language))}</p>
      )}
      <p className="soft">{words.note}</p>
    </>
  );
}

function Opened({ slack }: { readonly slack: Slack }) {
  const words = useWords(slackWords);
  const { language } = useLanguage();
  const { agency, procedure, band, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const nameOf = useShortName();
  if (band === undefined) return null;
  const known = oneOf(band, BANDS);
  const holder = slack.agencies.find((each) => each.agency.id === agency)?.agency;
  const kind = slack.procedures.find((each) => each.procedure.code === procedure)?.procedure;
  const of = [
    ...(holder === undefined ? [] : [nameOf(holder, 'agency')]),
    ...(kind === undefined ? [] : [nameOf({ ...kind, id: kind.code }, 'procedure')]),
  ];
  const asked = { agency, procedure, band: known };
  return (
    <Behind<SlackDossiers>
      title={words.behind(
        band === ALL || known === undefined ? words.everything : words.band[known],
        of.length === 0 ? words.sum : of.join(', '),
      )}
      queryKey={[ABOUT.reports, 'slack', 'behind', asked]}
      read={(cursor) => valueFrom(service.listSlackDossiers({ ...asked, ...cursor, limit: PER_PAGE }))}
      total={({ total }) => words.count(numberText(total, language))}
      head={[
        ...[words.head.code, words.head.phase, words.head.agency, words.head.procedure],
        ...[words.head.band, words.head.received, words.head.due],
      ]}
      rows={({ dossiers }) => dossiers.map((row) => <Row key={row.code} row={row} />)}
      onClose={() => void navigate({ search, resetScroll: false })}
    />
  );
}

function Row({ row }: { readonly row: SlackDossiers['dossiers'][number] }) {
  const words = useWords(slackWords);
  const say = useSay();
  const nameOf = useShortName();
  const { code, phaseName, phaseNameEn, agency, procedure, band, receivedAt, dueAt } = row;
  return (
    <tr>
      <td>
        <DossierLink code={code} />
      </td>
      <td>{say(phaseName, phaseNameEn)}</td>
      <td>{nameOf(agency, 'agency')}</td>
      <td>{nameOf({ ...procedure, id: procedure.code }, 'procedure')}</td>
      <td>
        <span aria-hidden="true">{BAND_MARK[band]}</span> {words.band[band]}
      </td>
      <td>
        <Instant at={receivedAt} />
      </td>
      <td>{dueAt === null ? <span className="soft">{words.notRunning}</span> : <Instant at={dueAt} />}</td>
    </tr>
  );
}
