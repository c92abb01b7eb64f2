/** The same version as JSON, for what is quicker to paste. Both change together; unreadable text changes nothing. */
import type { CalendarDefinition } from '@lien-thong/client';
import { useState } from 'react';
import { Field } from '../parts/field.js';
import { useWords } from '../words/catalogue.js';
import style from './calendars.module.css';
import { isSame } from './differences.js';
import { definitionOfText, textOfDefinition } from './json-text.js';
import { writeWords } from './write-words.js';

interface Properties {
  /** Null while the form is incomplete. */
  readonly definition: CalendarDefinition | null;
  readonly onChange: (definition: CalendarDefinition) => void;
}

export function RawJson({ definition, onChange }: Properties) {
  const words = useWords(writeWords);
  const [text, setText] = useState(() => (definition === null ? '' : textOfDefinition(definition)));
  const read = definitionOfText(text);
  // The form has changed it meanwhile.
  const stale = definition !== null && read !== null && !isSame(read, definition);
  const shown = stale || (text === '' && definition !== null) ? textOfDefinition(definition) : text;
  const type = (next: string) => {
    setText(next);
    const readable = definitionOfText(next);
    if (readable !== null) onChange(readable);
  };
  return (
    <details>
      <summary>{words.raw}</summary>
      <Field
        label={words.raw}
        hint={definition === null ? words.rawMissing : words.rawHint}
        error={shown !== '' && definitionOfText(shown) === null ? words.rawUnreadable : undefined}
      >
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
    </details>
  );
}
