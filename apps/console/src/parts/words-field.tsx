/** Some lines of words: a reason, a legal basis, a note. */
import { Field } from './field.js';

interface Properties {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly rows?: number;
  /** Characters. */
  readonly most: number;
  readonly value: string;
  readonly onText: (text: string) => void;
}

export function WordsField({ value, onText, most, rows = 3, ...field }: Properties) {
  return (
    <Field {...field}>
      {(ids) => (
        <textarea {...ids} rows={rows} maxLength={most} value={value} onChange={({ target }) => onText(target.value)} />
      )}
    </Field>
  );
}
