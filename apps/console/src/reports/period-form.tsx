/** From which day to which, by name or by hand. */
import { useState } from 'react';
import { DayField } from '../parts/day-field.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { periodCalled } from './period.js';
import type { Period, PeriodName } from './period.js';
import style from './reports.module.css';
import { reportWords } from './words.js';

const NAMES: readonly PeriodName[] = ['thisMonth', 'lastMonth', 'thisYear', 'all'];

interface Properties {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
  /** Periods offered by name; all of them unless said otherwise. */
  readonly names?: readonly PeriodName[];
}

export function PeriodForm({ period, onChange, names = NAMES }: Properties) {
  const words = useWords(reportWords).period;
  const { at } = useMe();
  return (
    <div className={`${style['period']} no-print`} role="group" aria-label={words.label}>
      <ByHand key={`${period.from} ${period.to}`} {...{ period, onChange }} />
      <span className="row">
        {names.map((name) => {
          const named = periodCalled(name, at);
          const isChosen = named.from === period.from && named.to === period.to;
          return (
            <button key={name} type="button" aria-pressed={isChosen} onClick={() => onChange(named)}>
              {words[name]}
            </button>
          );
        })}
      </span>
    </div>
  );
}

function ByHand({ period, onChange }: Properties) {
  const words = useWords(reportWords).period;
  const [from, setFrom] = useState(period.from ?? null);
  const [to, setTo] = useState(period.to ?? null);
  const inOrder = from === null || to === null || from <= to;
  return (
    <form
      className={style['days']}
      onSubmit={(event) => {
        event.preventDefault();
        if (inOrder) onChange({ from: from ?? undefined, to: to ?? undefined });
      }}
    >
      <DayField label={words.from} value={from} onChange={setFrom} />
      <DayField label={words.to} value={to} onChange={setTo} />
      <button type="submit">{words.show}</button>
      {!inOrder && <span role="alert">{words.wrongOrder}</span>}
    </form>
  );
}
