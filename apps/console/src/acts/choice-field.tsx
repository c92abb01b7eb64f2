/** Choices: few as buttons that are all seen, many as a list; codes of the office may be typed besides. */
import { useId, useState } from 'react';
import { eventName } from '../dossier/names.js';
import { nameWords } from '../parts/name-words.js';
import { Field } from '../parts/field.js';
import { useSystemName } from '../parts/system-name.js';
import { partWords } from '../parts/words.js';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { useSay } from '../words/language.js';
import style from './acts.module.css';
import type { DrawnText } from './drawn.js';
import type { FieldSpec, Option } from './form.js';
import { listWords } from './list-words.js';
import { formWords } from './words.js';

const MOST_BUTTONS = 6;

type Choice = Extract<FieldSpec, { kind: 'choice' }>;
type Code = Extract<FieldSpec, { kind: 'code' }>;

/** The words of a value: of the service, of a fact, or of the catalogue; else the code itself. */
function useLabel(list: string): (option: Option) => string {
  const say = useSay();
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = useWords(listWords);
  const names = useWords(nameWords);
  const systemName = useSystemName();
  const forms = useWords(formWords);
  return ({ value, said, fact, against }) => {
    const told = said === undefined ? null : say(said.vi, said.en);
    if (list === 'system') return systemName(value);
    if (fact === undefined) return told ?? words[list]?.[value] ?? value;
    const name = `${names.event[eventName(fact.type)]} · ${instantText(fact.at)}`;
    const contradicted =
      against === undefined ? '' : ` (${forms.against(String(against.seq), names.event[eventName(against.type)])})`;
    return `${told === null ? name : `${name} – ${told}`}${contradicted}`;
  };
}

export function ChoiceField({ field, ...drawn }: DrawnText & { readonly field: Choice }) {
  const words = useWords(formWords);
  const { options } = field;
  if (options.length === 0) {
    return (
      <p>
        <strong>{drawn.label}:</strong> {words.nothingToChoose}
      </p>
    );
  }
  return options.length > MOST_BUTTONS ? <Listed field={field} {...drawn} /> : <Buttons field={field} {...drawn} />;
}

function Buttons({ field, label, hint, error, required, value, onText }: DrawnText & { readonly field: Choice }) {
  const parts = useWords(partWords);
  const labelOf = useLabel(field.list);
  const id = useId();
  return (
    <fieldset className={style['choices']} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend>
        {label}
        {required && value === '' && <span className="soft"> ({parts.required})</span>}
      </legend>
      {hint !== undefined && <p className={style['hint']}>{hint}</p>}
      {field.options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={id}
            required={required}
            checked={option.value === value}
            onChange={() => onText(option.value)}
          />
          {labelOf(option)}
        </label>
      ))}
      {error !== undefined && (
        <p id={`${id}-error`} className={style['error']}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Listed({ field, value, onText, ...drawn }: DrawnText & { readonly field: Choice }) {
  const words = useWords(formWords);
  const labelOf = useLabel(field.list);
  return (
    <Field {...drawn}>
      {(ids) => (
        <select {...ids} value={value} onChange={({ target }) => onText(target.value)}>
          <option value="">{words.choose}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {labelOf(option)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const OTHER = '…';

export function CodeField({ field, value, onText, ...drawn }: DrawnText & { readonly field: Code }) {
  const words = useWords(formWords);
  const labelOf = useLabel(field.list);
  const isListed = value === '' || field.options.some((option) => option.value === value);
  const [isOther, setOther] = useState(!isListed);
  const choose = (chosen: string) => {
    setOther(chosen === OTHER);
    onText(chosen === OTHER ? '' : chosen);
  };
  return (
    <>
      <Field {...drawn} error={isOther ? undefined : drawn.error}>
        {(ids) => (
          <select {...ids} value={isOther ? OTHER : value} onChange={({ target }) => choose(target.value)}>
            <option value="">{words.choose}</option>
            {field.options.map((option) => (
              <option key={option.value} value={option.value}>
                {labelOf(option)}
              </option>
            ))}
            <option value={OTHER}>{words.other}</option>
          </select>
        )}
      </Field>
      {isOther && (
        <Field label={words.otherLabel} hint={words.otherHint} required={drawn.required} error={drawn.error}>
          {(ids) => (
            <input
              {...ids}
              value={value}
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => onText(target.value)}
            />
          )}
        </Field>
      )}
    </>
  );
}
