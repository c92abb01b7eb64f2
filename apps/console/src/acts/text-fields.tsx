/** Lines, words and moments. */
import { useState } from 'react';
import { MomentField } from '../parts/day-field.js';
import { Field } from '../parts/field.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import style from './acts.module.css';
import type { Drawn, DrawnText } from './drawn.js';
import type { Filled } from './form.js';
import { formWords } from './words.js';

interface LineProperties extends DrawnText {
  readonly most: number;
  readonly numeric: boolean;
}

export function LineField({ value, onText, most, numeric, ...drawn }: LineProperties) {
  return (
    <Field {...drawn}>
      {(ids) => (
        <input
          {...ids}
          value={value}
          maxLength={most}
          inputMode={numeric ? 'numeric' : 'text'}
          autoComplete="off"
          onChange={({ target }) => onText(target.value)}
        />
      )}
    </Field>
  );
}

export function MomentOf({ value, onText, error, label, hint, required }: DrawnText) {
  return (
    <>
      <MomentField
        {...{ label, required }}
        {...(hint === undefined ? {} : { hint })}
        value={value === '' ? null : value}
        onChange={(at) => onText(at ?? '')}
      />
      {error !== undefined && <p className={style['error']}>{error}</p>}
    </>
  );
}

interface ComponentsProperties extends Drawn {
  readonly filled: Filled;
  readonly onChange: (filled: Filled) => void;
}

/** One paper on a line; empty lines are nothing. */
export function ComponentsField({ filled, onChange, ...drawn }: ComponentsProperties) {
  const words = useWords(formWords);
  const [text, setText] = useState(filled.components.join('\n'));
  const change = (next: string) => {
    setText(next);
    onChange({
      ...filled,
      components: next
        .split('\n')
        .map(composed)
        .filter((line) => line !== ''),
    });
  };
  return (
    <Field {...drawn} hint={`${drawn.hint ?? ''} ${words.components}`}>
      {(ids) => <textarea {...ids} rows={4} value={text} onChange={({ target }) => change(target.value)} />}
    </Field>
  );
}
