/** Days and moments as text: a browser's own date field writes month first on a machine set to English, whatever the page says. */
import { useState } from 'react';
import { useWords } from '../words/catalogue.js';
import { dayText, fieldsOf, instantOfFields, isoDayOf } from '../words/format.js';
import { Field } from './field.js';
import style from './field.module.css';
import { partWords } from './words.js';

interface Properties<Value> {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly value: Value | null;
  /** Null while what stands there is empty or unreadable. */
  readonly onChange: (value: Value | null) => void;
}

/** A calendar day, `2026-11-25`. */
export function DayField({ label, hint, required = false, value, onChange }: Properties<string>) {
  const words = useWords(partWords);
  const [text, setText] = useState(value === null ? '' : dayText(value));
  const wrong = text.trim() !== '' && isoDayOf(text) === null;
  return (
    <Field label={label} hint={hint ?? undefined} required={required} error={wrong ? words.unreadableDay : undefined}>
      {(ids) => (
        <input
          {...ids}
          inputMode="numeric"
          placeholder="dd/mm/yyyy"
          autoComplete="off"
          size={11}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            onChange(isoDayOf(target.value));
          }}
        />
      )}
    </Field>
  );
}

/** A moment on the clock of Viet Nam, as an instant. */
export function MomentField({ label, hint, required = false, value, onChange }: Properties<string>) {
  const words = useWords(partWords);
  const [{ day, time }, setFields] = useState(value === null ? { day: '', time: '' } : fieldsOf(value));
  const wrongDay = day.trim() !== '' && isoDayOf(day) === null;
  const wrongTime = time.trim() !== '' && instantOfFields('01/01/2026', time) === null;
  const change = (next: { day: string; time: string }) => {
    setFields(next);
    onChange(instantOfFields(next.day, next.time));
  };
  const error = wrongDay ? words.unreadableDay : wrongTime ? words.unreadableTime : undefined;
  return (
    <Field label={label} hint={hint ?? undefined} required={required} error={error}>
      {(ids) => (
        <div className={style['moment']}>
          <input
            {...ids}
            aria-label={`${label}: ${words.day}`}
            inputMode="numeric"
            placeholder="dd/mm/yyyy"
            autoComplete="off"
            size={11}
            value={day}
            onChange={({ target }) => change({ day: target.value, time })}
          />
          <input
            aria-label={`${label}: ${words.time}`}
            aria-describedby={ids['aria-describedby']}
            required={required}
            placeholder="hh:mm"
            autoComplete="off"
            size={6}
            value={time}
            onChange={({ target }) => change({ day, time: target.value })}
          />
        </div>
      )}
    </Field>
  );
}
