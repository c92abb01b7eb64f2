import type { CalendarDefinition } from '@lien-thong/client';
import { JsonField } from '../parts/json-field.js';
import { useWords } from '../words/catalogue.js';
import { isSame } from './differences.js';
import { definitionOfText, textOfDefinition } from './json-text.js';
import { writeWords } from './write-words.js';

interface Properties {
  /** Null while the form is incomplete. */
  readonly definition: CalendarDefinition | null;
  readonly onChange: (definition: CalendarDefinition) => void;
}

/** The same version as JSON. */
export function RawJson({ definition, onChange }: Properties) {
  const { raw, rawMissing, rawHint, rawUnreadable } = useWords(writeWords);
  return (
    <details>
      <summary>{raw}</summary>
      <JsonField
        words={{ label: raw, hint: definition === null ? rawMissing : rawHint, unreadable: rawUnreadable }}
        value={definition}
        read={definitionOfText}
        write={textOfDefinition}
        {...{ isSame, onChange }}
      />
    </details>
  );
}
