/** The office hours of a province: periods, each with the decision it rests on. */
import blocks from '../parts/blocks.module.css';
import { DayField } from '../parts/day-field.js';
import { Field } from '../parts/field.js';
import { useWords } from '../words/catalogue.js';
import style from './calendars.module.css';
import { WEEKDAYS } from './form.js';
import type { PeriodLine } from './form.js';
import { blocksOf } from './hours-text.js';
import { calendarWords } from './words.js';
import { writeWords } from './write-words.js';

interface Properties {
  readonly periods: readonly PeriodLine[];
  readonly onChange: (periods: readonly PeriodLine[]) => void;
}

export function HoursForm({ periods, onChange }: Properties) {
  const words = useWords(writeWords);
  const put = (line: PeriodLine) => onChange(periods.map((each) => (each.key === line.key ? line : each)));
  const add = () => {
    const last = periods.at(-1);
    const week = last?.week ?? { mon: '', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '' };
    onChange([...periods, { key: crypto.randomUUID(), from: null, notice: '', week }]);
  };
  return (
    <>
      {periods.map((line, i) => (
        <Period
          key={line.key}
          line={line}
          isFirst={i === 0}
          onChange={put}
          onRemove={() => onChange(periods.filter(({ key }) => key !== line.key))}
        />
      ))}
      <p>
        <button type="button" onClick={add}>
          {words.addPeriod}
        </button>
      </p>
    </>
  );
}

interface PeriodProperties {
  readonly line: PeriodLine;
  readonly isFirst: boolean;
  readonly onChange: (line: PeriodLine) => void;
  readonly onRemove: () => void;
}

function Period({ line, isFirst, onChange, onRemove }: PeriodProperties) {
  const words = useWords(writeWords);
  const shown = useWords(calendarWords);
  return (
    <fieldset>
      <legend>{words.hours}</legend>
      <div className={blocks['fields']}>
        <DayField
          label={words.from}
          hint={words.fromHint}
          required={!isFirst}
          value={line.from}
          onChange={(from) => onChange({ ...line, from })}
        />
        <Field label={words.decision} required>
          {(ids) => (
            <input
              {...ids}
              value={line.notice}
              onChange={({ target }) => onChange({ ...line, notice: target.value })}
            />
          )}
        </Field>
      </div>
      <p className="soft">{words.weekHint}</p>
      <div className={style['week']}>
        {WEEKDAYS.map((day) => (
          <Field
            key={day}
            label={shown.weekdayNames[day]}
            error={blocksOf(line.week[day]) === null ? words.unreadable : undefined}
          >
            {(ids) => (
              <input
                {...ids}
                value={line.week[day]}
                onChange={({ target }) => onChange({ ...line, week: { ...line.week, [day]: target.value } })}
              />
            )}
          </Field>
        ))}
      </div>
      {!isFirst && (
        <button type="button" onClick={onRemove}>
          {words.removePeriod}
        </button>
      )}
    </fieldset>
  );
}
