/** How long after they happened facts were recorded. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { LateEntryReport as Report } from '@lien-thong/client';
import { oneOf } from '../app/search.js';
import { Answered } from '../parts/answered.js';
import { Columns } from '../parts/columns.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { minutesText, numberText, shareText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useAgencyNames } from '../parts/agency-names.js';
import { Bar } from './bar.js';
import { cellIn } from './cell.js';
import { Figure } from './figure.js';
import { LateFacts } from './late-facts.js';
import { monthText } from './period.js';
import type { Scope } from './period.js';
import { ByChoice, ReportBar } from './report-frame.js';
import style from './reports.module.css';
import { reportWords } from './words.js';

const route = getRouteApi('/frame/reports');
const GROUPINGS = ['agency', 'procedure', 'period'] as const;
const BANDS = ['atOnce', 'sameDay', 'nextWorkingDay', 'later'] as const;
const SPREAD = ['median', 'ninetieth', 'longest'] as const;
type Counts = Report['whole'];

export function LateEntryReport({ scope }: { readonly scope: Scope }) {
  const words = useWords(reportWords);
  const search = route.useSearch();
  const by = oneOf(search.by, GROUPINGS) ?? 'agency';
  const asked = { ...scope, by };
  const names = useAgencyNames(by === 'agency');
  const nameOf = (key: string) => (key === '' ? words.lateEntry.engine : by === 'period' ? monthText(key) : names(key));
  const question = useQuery({
    queryKey: [ABOUT.reports, 'late-entry', asked],
    queryFn: () => valueFrom(service.reportLateEntry(asked)),
    placeholderData: keepPreviousData,
  });
  const rows = ({ groups, whole }: Report) => [
    [words.by[by], words.lateEntry.facts, ...BANDS.map((band) => words.lateEntry[band])],
    ...groups.map((group) => [nameOf(group.key), group.facts, ...BANDS.map((band) => group[band])]),
    [words.whole, whole.facts, ...BANDS.map((band) => whole[band])],
  ];
  return (
    <Answered question={question}>
      {(report) => (
        <>
          <ReportBar at={report.at} scope={scope} file="ghi-muon" rows={() => rows(report)}>
            <ByChoice by={by} all={GROUPINGS} nameOf={(each) => words.by[each]} />
          </ReportBar>
          <Table report={report} nameOf={nameOf} />
          {report.more && <p className="soft">{words.more}</p>}
          <Opened {...{ scope, by, nameOf }} />
        </>
      )}
    </Answered>
  );
}

interface OpenedProperties {
  readonly scope: Scope;
  readonly by: (typeof GROUPINGS)[number];
  readonly nameOf: (key: string) => string;
}

function Opened({ scope, by, nameOf }: OpenedProperties) {
  const words = useWords(reportWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const cell = cellIn(search.cell);
  if (cell === null) return null;
  const band = oneOf(cell.measure, BANDS);
  const what = band === undefined ? words.lateEntry.facts : words.lateEntry[band];
  return (
    <LateFacts
      asked={{ ...scope, by, key: cell.key, band }}
      title={words.behind.title(what, cell.key === undefined ? words.whole : nameOf(cell.key))}
      onClose={() => void navigate({ search: { ...search, cell: undefined }, resetScroll: false })}
    />
  );
}

function Table({ report, nameOf }: { readonly report: Report; readonly nameOf: (key: string) => string }) {
  const words = useWords(reportWords);
  if (report.whole.facts === 0) return <p className="card">{words.nothing}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.lateEntry.caption}>
      <table className={style['figures']}>
        <caption>{words.lateEntry.caption}</caption>
        <Columns
          of={[
            words.by[report.by],
            ...(['facts', ...BANDS] as const).map((name) => ({ number: words.lateEntry[name] })),
            words.lateEntry.share,
            ...SPREAD.map((name) => ({ number: words.lateEntry[name] })),
          ]}
        />
        <tbody>
          {report.groups.map((group) => (
            <Line key={group.key} counts={group} cellKey={group.key} name={nameOf(group.key)} />
          ))}
          <Line counts={report.whole} cellKey={undefined} name={words.whole} isSum />
        </tbody>
      </table>
    </div>
  );
}

interface LineProperties {
  readonly counts: Counts;
  readonly cellKey: string | undefined;
  readonly name: string;
  readonly isSum?: boolean;
}

function Line({ counts, cellKey, name, isSum = false }: LineProperties) {
  const words = useWords(reportWords).lateEntry;
  const { language } = useLanguage();
  return (
    <tr className={isSum ? style['sum'] : ''}>
      <th scope="row">{name}</th>
      {(['facts', ...BANDS] as const).map((measure) => (
        <td key={measure} className="number">
          <Figure value={counts[measure]} cell={{ measure, key: cellKey }} what={words[measure]} of={name} />
        </td>
      ))}
      <td>
        {shareText(counts.atOnce, counts.facts, language) ?? '–'}{' '}
        <span className="soft">
          {numberText(counts.atOnce, language)}/{numberText(counts.facts, language)}
        </span>
        <Bar part={counts.atOnce} whole={counts.facts} tone="good" />
      </td>
      {SPREAD.map((measure) => (
        <td key={measure} className="number">
          {counts[measure] === null ? '–' : minutesText(counts[measure], language)}
        </td>
      ))}
    </tr>
  );
}
