/** Figures for running the office, each with its denominator and the dossiers behind it. */
import { Link, getRouteApi } from '@tanstack/react-router';
import { oneOf } from '../app/search.js';
import { Tabs } from '../parts/tabs.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { LateEntryReport } from './late-entry-report.js';
import { MinutesReport } from './minutes-report.js';
import { OnTimeReport } from './on-time-report.js';
import { dayIn, periodCalled } from './period.js';
import type { Period, Scope } from './period.js';
import { NarrowForm } from './narrow-form.js';
import { PeriodForm } from './period-form.js';
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
  const { agency, procedure } = search;
  const change = (next: Partial<Scope>) =>
    void navigate({ search: { ...search, ...next, cell: undefined }, resetScroll: false, replace: true });
  return (
    <>
      <h1>
        {words.title}: {words.tabs[report]}
      </h1>
      <Tabs label={words.tabs.label}>
        {REPORTS.map((name) => (
          <li key={name}>
            <Link
              to="/reports"
              search={{ report: name, ...asked, agency, procedure }}
              activeOptions={{ exact: true }}
              aria-current={name === report ? 'true' : undefined}
            >
              {words.tabs[name]}
            </Link>
          </li>
        ))}
      </Tabs>
      <PeriodForm period={period} {...(report === 'onTime' ? { names: YEARLY } : {})} onChange={change} />
      <NarrowForm
        narrowed={{ agency, procedure }}
        agencyAs={report === 'lateEntry' ? 'recorded' : 'inCharge'}
        onChange={change}
      />
      <Chosen report={report} scope={{ ...period, agency, procedure }} />
      <p className="soft">{words.statutory}</p>
    </>
  );
}

function Chosen({ report, scope }: { readonly report: ReportName; readonly scope: Scope }) {
  switch (report) {
    case 'onTime':
      return <OnTimeReport scope={scope} />;
    case 'lateness':
    case 'minutes':
      return <MinutesReport key={report} of={report} scope={scope} />;
    case 'lateEntry':
      return <LateEntryReport scope={scope} />;
  }
}
