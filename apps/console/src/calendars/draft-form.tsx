/** The fields of a version: its notice, years that are final, days, and hours. */
import blocks from '../parts/blocks.module.css';
import { useWords } from '../words/catalogue.js';
import { DayField } from '../parts/day-field.js';
import { Field } from '../parts/field.js';
import { DaysForm } from './days-form.js';
import type { CalendarForm, Kind } from './form.js';
import { HoursForm } from './hours-form.js';
import { writeWords } from './write-words.js';

interface Properties {
  readonly kind: Kind;
  readonly form: CalendarForm;
  readonly years: readonly number[];
  readonly onChange: (change: Partial<CalendarForm>) => void;
}

export function DraftForm({ kind, form, years, onChange }: Properties) {
  return (
    <>
      <NoticeFields form={form} onChange={onChange} />
      {kind === 'national' && <NoticedYears form={form} years={years} onChange={onChange} />}
      {kind === 'province' && <HoursForm periods={form.periods} onChange={(periods) => onChange({ periods })} />}
      <DaysForm kind={kind} days={form.days} years={years} onChange={(days) => onChange({ days })} />
    </>
  );
}

type NoticeText = 'number' | 'issuer' | 'link' | 'reason';

const LONGEST: Readonly<Record<NoticeText, number>> = { number: 100, issuer: 200, link: 500, reason: 2_000 };

function NoticeFields({ form, onChange }: Pick<Properties, 'form' | 'onChange'>) {
  const words = useWords(writeWords);
  const text = (
    name: NoticeText,
    label: string,
    { hint, required = false }: { hint?: string; required?: boolean } = {},
  ) => (
    <Field label={label} hint={hint} required={required}>
      {(ids) => (
        <input
          {...ids}
          value={form[name]}
          maxLength={LONGEST[name]}
          autoComplete="off"
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <fieldset>
      <legend>{words.notice}</legend>
      <div className={blocks['fields']}>
        {text('number', words.number, { hint: words.numberHint, required: true })}
        <DayField
          label={words.issuedOn}
          required
          value={form.issuedOn}
          onChange={(issuedOn) => onChange({ issuedOn })}
        />
        {text('issuer', words.issuer, { required: true })}
        {text('link', words.link)}
        {text('reason', words.reason, { hint: words.reasonHint })}
      </div>
    </fieldset>
  );
}

function NoticedYears({ form: { noticedYears }, years, onChange }: Omit<Properties, 'kind'>) {
  const words = useWords(writeWords);
  return (
    <fieldset>
      <legend>{words.noticedYears}</legend>
      <p className="soft">{words.noticedHint}</p>
      <div className="row">
        {years.map((year) => (
          <label key={year}>
            <input
              type="checkbox"
              checked={noticedYears.includes(year)}
              onChange={({ target }) =>
                onChange({
                  noticedYears: target.checked
                    ? [...noticedYears, year].sort((a, b) => a - b)
                    : noticedYears.filter((each) => each !== year),
                })
              }
            />{' '}
            {year}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
