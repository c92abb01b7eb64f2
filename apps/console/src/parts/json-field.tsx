/** What a form makes, as JSON: for what the form does not cover, or is quicker to paste. Both change together; unreadable text changes nothing. */
import { useState } from 'react';
import { Field } from './field.js';
import style from './json-field.module.css';

interface Properties<Value> {
  readonly words: Readonly<Record<'label' | 'hint' | 'unreadable', string>>;
  /** Null while the form is incomplete. */
  readonly value: Value | null;
  /** Null where the text is no such thing. */
  readonly read: (text: string) => Value | null;
  readonly write: (value: Value) => string;
  readonly isSame: (one: Value, other: Value) => boolean;
  readonly onChange: (value: Value) => void;
}

export function JsonField<Value>({ words, value, read, write, isSame, onChange }: Properties<Value>) {
  // Null until somebody types here.
  const [typed, setTyped] = useState<string | null>(null);
  const readable = typed === null ? null : read(typed);
  // The form has changed it meanwhile.
  const isStale = readable !== null && value !== null && !isSame(readable, value);
  const written = value === null ? '' : write(value);
  return (
    <Field
      label={words.label}
      hint={words.hint}
      error={typed !== null && readable === null ? words.unreadable : undefined}
    >
      {(ids) => (
        <textarea
          {...ids}
          className={style['raw']}
          spellCheck={false}
          value={typed === null || isStale ? written : typed}
          onChange={({ target }) => {
            setTyped(target.value);
            const next = read(target.value);
            if (next !== null) onChange(next);
          }}
        />
      )}
    </Field>
  );
}
