/** What every report stands in: its groupings, its time, its file, its paper. */
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataOf } from '../parts/data-of.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { dayText, instantText } from '../words/format.js';
import { useSay } from '../words/language.js';
import { downloadCsv } from './csv.js';
import type { CsvValue } from './csv.js';
import { Choice } from '../parts/choice.js';
import type { Period, Scope } from './period.js';
import { reportWords } from './words.js';

const route = getRouteApi('/frame/reports');

/** As it was asked for, in words. */
function usePeriodText({ from, to }: Period): string {
  const words = useWords(reportWords).period;
  return words.shown(from === undefined ? words.begin : dayText(from), to === undefined ? words.now : dayText(to));
}

interface ByProperties<By extends string> {
  readonly by: By;
  readonly all: readonly By[];
  readonly nameOf: (by: By) => string;
}

export function ByChoice<By extends string>({ by, all, nameOf }: ByProperties<By>) {
  const words = useWords(reportWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: string) =>
    void navigate({ search: { ...search, by: next, cell: undefined }, resetScroll: false, replace: true });
  return (
    <Choice label={words.by.label} value={by} onChange={change}>
      {all.map((each) => (
        <option key={each} value={each}>
          {nameOf(each)}
        </option>
      ))}
    </Choice>
  );
}

interface BarProperties {
  readonly at: string;
  readonly scope: Scope;
  /** Without its ending; the scope is put to it. */
  readonly file: string;
  readonly rows: () => readonly (readonly CsvValue[])[];
  readonly children: ReactNode;
}

export function ReportBar({ at, scope, file, rows, children }: BarProperties) {
  const words = useWords(reportWords);
  const say = useSay();
  const me = useMe();
  const { from, to, agency, procedure } = scope;
  const name = [file, from, to, agency, procedure].filter((part) => part !== undefined).join('_');
  const text = usePeriodText(scope);
  return (
    <>
      <p className="print-only">
        {say(me.agency.name, me.agency.nameEn)} · {words.printedAt(instantText(me.at))}
      </p>
      <div className="spread">
        <span className="no-print">{children}</span>
        <span>
          {text} · <DataOf at={at} />
        </span>
        <span className="row no-print">
          <button type="button" onClick={() => downloadCsv(`${name}.csv`, rows())}>
            {words.csv}
          </button>
          <button type="button" onClick={() => print()}>
            {words.print}
          </button>
        </span>
      </div>
    </>
  );
}
