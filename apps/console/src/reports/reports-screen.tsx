/** Figures for running the office, each with its denominator and the dossiers behind it. */
import { Link, getRouteApi } from '@tanstack/react-router';
import { oneOf } from '../app/search.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { LateEntryReport } from './late-entry-report.js';
import { MinutesReport } from './minutes-report.js';
import { OnTimeReport } from './on-time-report.js';
import { dayIn, periodCalled } from './period.js';
import type { Period } from './period.js';
import { PeriodForm } from './period-form.js';
import style from './reports.module.css';
import { reportWords } from './words.js';

const route = getRouteApi('/frame/reports');
const REPORTS = ['onTime', 'lateness', 'minutes', 'lateEntry'] as const;
const YEARLY = ['thisMonth', 'lastMonth', 'thisYear'] as const;
type ReportName = (typeof REPORTS)[number];

export function ReportsScreen() {
  const words = useWords(reportWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const report = oneOf(search.report, REPORTS) ?? 'onTime';
  const { at } = useMe();
  const asked: Period = { from: dayIn(search.from), to: dayIn(search.to) };
  // Of dossiers that are open too: such a report has a beginning and an end, this year unless others are named.
  const isYearly = report === 'onTime' && asked.from === undefined && asked.to === undefined;
  const period = isYearly ? periodCalled('thisYear', at) : asked;
  return (
    <>
      <h1>
        {words.title}: {words.tabs[report]}
      </h1>
      <nav className="no-print" aria-label={words.tabs.label}>
        <ul className={style['tabs']}>
          {REPORTS.map((name) => (
            <li key={name}>
              <Link
                to="/reports"
                search={{ report: name, from: asked.from, to: asked.to }}
                activeOptions={{ exact: true }}
                aria-current={name === report ? 'true' : undefined}
              >
                {words.tabs[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PeriodForm
        period={period}
        {...(report === 'onTime' ? { names: YEARLY } : {})}
        onChange={(next) =>
          void navigate({ search: { ...search, ...next, cell: undefined }, resetScroll: false, replace: true })
        }
      />
      <Chosen report={report} period={period} />
      <p className="soft">{words.statutory}</p>
    </>
  );
}

function Chosen({ report, period }: { readonly report: ReportName; readonly period: Period }) {
  switch (report) {
    case 'onTime':
      return <OnTimeReport period={period} />;
    case 'lateness':
    case 'minutes':
      return <MinutesReport key={report} of={report} period={period} />;
    case 'lateEntry':
      return <LateEntryReport period={period} />;
  }
}
