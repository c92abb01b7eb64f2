import { JsonField } from '../../parts/json-field.js';
import { useWords } from '../../words/catalogue.js';
import { procedureWords } from '../words.js';
import { readDefinition, writtenDefinition } from './definition-text.js';
import { isSame } from './json.js';
import type { Json } from './json.js';

interface Properties {
  readonly definition: Json;
  readonly onChange: (definition: Json) => void;
}

/** The same definition as JSON. */
export function RawJson({ definition, onChange }: Properties) {
  const words = useWords(procedureWords).raw;
  return (
    <JsonField value={definition} read={readDefinition} write={writtenDefinition} {...{ words, isSame, onChange }} />
  );
}
