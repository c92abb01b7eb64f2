/** How many dossiers were resolved in time: every share with its two numbers, what is unknown apart. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { OnTimeReport as Report } from '@lien-thong/client';
import { oneOf } from '../app/search.js';
import { Answered } from '../parts/answered.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { cellIn } from './cell.js';
import { OnTimeBehind } from './on-time-behind.js';
import { MEASURES, onTimeRows } from './on-time-rows.js';
import type { Measure } from './on-time-rows.js';
import { OnTimeTable } from './on-time-table.js';
import { monthText } from './period.js';
import type { Scope } from './period.js';
import { ByChoice, ReportBar } from './report-frame.js';
import { reportWords } from './words.js';

const route = getRouteApi('/frame/reports');
const GROUPINGS = ['field', 'agency', 'procedure', 'month'] as const;

export function OnTimeReport({ scope }: { readonly scope: Scope }) {
  const words = useWords(reportWords);
  const say = useSay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const by = oneOf(search.by, GROUPINGS) ?? 'field';
  const asked = { ...scope, by };
  const question = useQuery({
    queryKey: [ABOUT.reports, 'on-time', asked],
    queryFn: () => valueFrom(service.readOnTime(asked)),
    placeholderData: keepPreviousData,
  });
  return (
    <Answered question={question}>
      {(report) => (
        <>
          <ReportBar
            at={report.at}
            scope={{ ...scope, from: report.from, to: report.to }}
            file="dung-han"
            rows={() => onTimeRows(report, { words: words.onTime, group: words.by[by], whole: words.whole, say })}
          >
            <ByChoice by={by} all={GROUPINGS} nameOf={(each) => words.by[each]} />
          </ReportBar>
          <OnTimeTable report={report} />
          <p className="soft">
            {words.onTime.note} {by === 'month' && words.onTime.months} {report.more && words.more}
          </p>
          <Opened {...{ report, scope, cell: cellIn(search.cell) }} onClose={close} />
        </>
      )}
    </Answered>
  );

  function close(): void {
    void navigate({ search: { ...search, cell: undefined }, resetScroll: false });
  }
}

interface OpenedProperties {
  readonly report: Report;
  readonly scope: Scope;
  readonly cell: ReturnType<typeof cellIn>;
  readonly onClose: () => void;
}

function Opened({ report, scope, cell, onClose }: OpenedProperties) {
  const words = useWords(reportWords);
  const say = useSay();
  if (cell === null) return null;
  const measure = oneOf<Measure>(cell.measure, MEASURES);
  const group = report.groups.find(({ key }) => key === cell.key);
  const name = group === undefined ? words.whole : monthText(say(group.label, group.labelEn));
  const { by, from, to } = report;
  return (
    <OnTimeBehind
      asked={{ ...scope, by, from, to, key: cell.key, measure }}
      title={words.behind.title(measure === undefined ? words.onTime.total : words.onTime[measure], name)}
      onClose={onClose}
    />
  );
}
