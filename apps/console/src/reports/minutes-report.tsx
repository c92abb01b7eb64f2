/** Whose the late minutes are, and whose all minutes: the same table over two sources. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Report } from '@lien-thong/client';
import { oneOf } from '../app/search.js';
import { Answered } from '../parts/answered.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { cellIn } from './cell.js';
import { MinutesBehind } from './minutes-behind.js';
import { minutesRows } from './minutes-rows.js';
import { MinutesTable } from './minutes-table.js';
import { monthText } from './period.js';
import type { Scope } from './period.js';
import { ByChoice, ReportBar } from './report-frame.js';
import { reportWords } from './words.js';

const route = getRouteApi('/frame/reports');
const GROUPINGS = ['cause', 'agency', 'pair', 'procedure', 'period'] as const;

interface Properties {
  readonly of: 'lateness' | 'minutes';
  readonly scope: Scope;
}

export function MinutesReport({ of, scope }: Properties) {
  const words = useWords(reportWords);
  const say = useSay();
  const search = route.useSearch();
  const by = oneOf(search.by, GROUPINGS) ?? 'cause';
  const asked = { ...scope, by };
  const question = useQuery({
    queryKey: [ABOUT.reports, of, asked],
    queryFn: () => valueFrom(of === 'lateness' ? service.reportLateness(asked) : service.reportMinutes(asked)),
    placeholderData: keepPreviousData,
  });
  const nameOf = (each: (typeof GROUPINGS)[number]) =>
    each === 'cause' && of === 'minutes' ? words.by.phase : words.by[each];
  return (
    <Answered question={question}>
      {(report) => (
        <>
          <ReportBar
            at={report.at}
            scope={scope}
            file={of === 'lateness' ? 'tre-han' : 'phut-lam-viec'}
            rows={() => minutesRows(report, { words: words.minutes, group: nameOf(by), whole: words.whole, say })}
          >
            <ByChoice by={by} all={GROUPINGS} nameOf={nameOf} />
          </ReportBar>
          <MinutesTable report={report} of={of} groupName={nameOf(by)} />
          <Excluded report={report} />
          <Opened {...{ of, scope, report }} />
        </>
      )}
    </Answered>
  );
}

/** What fits the question and is not in the figures, with the reason: a report without it would promise too much. */
function Excluded({ report: { excluded } }: { readonly report: Report }) {
  const words = useWords(reportWords).minutes;
  const { language } = useLanguage();
  const say = useSay();
  if (excluded.length === 0) return null;
  return (
    <section>
      <h2>{words.excluded}</h2>
      <ul>
        {excluded.map(({ reason, label, labelEn, dossiers }) => (
          <li key={reason}>
            {say(label, labelEn)}: <strong>{words.dossiersCount(numberText(dossiers, language))}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Opened({ of, scope, report }: Properties & { readonly report: Report }) {
  const words = useWords(reportWords);
  const say = useSay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const cell = cellIn(search.cell);
  if (cell === null) return null;
  const group = report.groups.find(({ key }) => key === cell.key);
  const name = group === undefined ? words.whole : monthText(say(group.label, group.labelEn));
  return (
    <MinutesBehind
      of={of}
      asked={{ ...scope, by: report.by, key: cell.key }}
      title={words.behind.title(of === 'lateness' ? words.minutes.lateDossiers : words.minutes.dossiers, name)}
      onClose={() => void navigate({ search: { ...search, cell: undefined }, resetScroll: false })}
    />
  );
}
