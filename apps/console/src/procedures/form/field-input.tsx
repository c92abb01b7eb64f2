/** One field of the form, by its kind. */
import { useState } from 'react';
import { DayField } from '../../parts/day-field.js';
import type { FieldIds } from '../../parts/field.js';
import { useWords } from '../../words/catalogue.js';
import { CHOICE_WORDS } from './choice-words.js';
import { DurationInput } from './duration-input.js';
import type { FieldSpec } from './fields.js';
import { useForm } from './form-context.js';
import type { Json } from './json.js';
import { optionName } from './wording.js';

interface Properties {
  readonly spec: FieldSpec;
  readonly ids: FieldIds;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const listOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.map((item) => String(item)) : [];

export function FieldInput(properties: Properties) {
  const { spec, ids, value, onChange } = properties;
  switch (spec.kind) {
    case 'text':
      return (
        <input
          {...ids}
          value={textOf(value)}
          size={34}
          maxLength={400}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'duration':
      return <DurationInput {...{ ids, value, onChange }} units={spec.units} none={spec.none === true} />;
    case 'choice':
      return <ChoiceInput {...properties} options={spec.options} />;
    case 'time':
      return <TextOf {...properties} write={(text) => (text === '' ? null : text)} read={textOf} size={6} />;
    case 'lines':
      return (
        <TextOf
          {...properties}
          rows={4}
          read={(now) => listOf(now).join('\n')}
          write={(text) => piecesOf(text, /\n/)}
        />
      );
    case 'keys':
      return (
        <TextOf
          {...properties}
          size={34}
          read={(now) => listOf(now).join(', ')}
          write={(text) => piecesOf(text, /,/)}
        />
      );
    case 'numbers':
      return (
        <TextOf
          {...properties}
          size={16}
          read={(now) => listOf(now).join(', ')}
          write={(text) => piecesOf(text, /[,;\s]/).map(numberOf)}
        />
      );
    case 'count':
      return <TextOf {...properties} size={7} read={textOf} write={numberOf} />;
    case 'yes':
    case 'day':
      return null;
  }
}

/** What is no whole number stays as it was typed: the service says what is wrong with it. */
const numberOf = (text: string): Json => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : text);
const piecesOf = (text: string, separator: RegExp): readonly string[] =>
  text.split(separator).flatMap((piece) => (piece.trim() === '' ? [] : [piece.trim()]));

interface TextProperties extends Properties {
  readonly read: (value: Json | undefined) => string;
  readonly write: (text: string) => Json | undefined;
  readonly size?: number;
  readonly rows?: number;
}

/** Keeps the text as it is being typed; what it means goes into the definition at once. */
function TextOf({ ids, value, onChange, read, write, size, rows }: TextProperties) {
  const [text, setText] = useState(read(value));
  // Somebody else changed the value: the JSON beside the form, an alternative that was applied.
  const shown = read(write(text)) === read(value) ? text : read(value);
  const change = (next: string) => {
    setText(next);
    onChange(write(next));
  };
  return rows === undefined ? (
    <input {...ids} size={size} autoComplete="off" value={shown} onChange={({ target }) => change(target.value)} />
  ) : (
    <textarea {...ids} rows={rows} cols={48} value={shown} onChange={({ target }) => change(target.value)} />
  );
}

function ChoiceInput({ spec, ids, value, onChange, options }: Properties & { readonly options: readonly string[] }) {
  const words = useWords(CHOICE_WORDS);
  const chosen = textOf(value);
  return (
    <select {...ids} value={chosen} onChange={({ target }) => onChange(target.value)}>
      {!options.includes(chosen) && <option value={chosen}>{chosen === '' ? words.unwritten : chosen}</option>}
      {options.map((option) => (
        <option key={option} value={option}>
          {optionName(words, spec.at, option)}
        </option>
      ))}
    </select>
  );
}

/** A day has its own label and hint. */
export function DayInput({
  value,
  ...properties
}: { label: string; hint: string } & Pick<Properties, 'value' | 'onChange'>) {
  const { generation } = useForm();
  return <DayField key={generation} value={typeof value === 'string' ? value : null} {...properties} />;
}
