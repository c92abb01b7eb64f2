/** The same definition as JSON, for what the form does not cover. Both change together; unreadable text changes nothing. */
import { useState } from 'react';
import { Field } from '../../parts/field.js';
import { useWords } from '../../words/catalogue.js';
import { procedureWords } from '../words.js';
import { readDefinition, writtenDefinition } from './definition-text.js';
import style from './form.module.css';
import { isSame } from './json.js';
import type { Json } from './json.js';

interface Properties {
  readonly definition: Json;
  readonly onChange: (definition: Json) => void;
}

export function RawJson({ definition, onChange }: Properties) {
  const words = useWords(procedureWords).raw;
  const [text, setText] = useState(() => writtenDefinition(definition));
  const read = readDefinition(text);
  // The form has changed it meanwhile.
  const shown = read === null || isSame(read, definition) ? text : writtenDefinition(definition);
  const type = (next: string) => {
    setText(next);
    const readable = readDefinition(next);
    if (readable !== null) onChange(readable);
  };
  return (
    <Field label={words.label} hint={words.hint} error={readDefinition(shown) === null ? words.unreadable : undefined}>
      {(ids) => (
        <textarea
          {...ids}
          className={style['raw']}
          spellCheck={false}
          value={shown}
          onChange={({ target }) => type(target.value)}
        />
      )}
    </Field>
  );
}
