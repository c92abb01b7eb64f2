/** The field of a place: label, consequence, control, and what was found there. */
import { useId } from 'react';
import { Field } from '../../parts/field.js';
import { useWords } from '../../words/catalogue.js';
import { useSay } from '../../words/language.js';
import { DayInput, FieldInput } from './field-input.js';
import { elementOf, useForm } from './form-context.js';
import type { Finding } from './form-context.js';
import { FIELD_WORDS } from './form-words.js';
import { fieldAtPlace, placeOf } from './fields.js';
import type { FieldSpec } from './fields.js';
import style from './form.module.css';
import { valueAt } from './json.js';

interface Properties {
  readonly spec: FieldSpec;
  /** Of the item in its list. */
  readonly index?: number;
}

/** Label and hint of a field. */
export function useFieldWords(at: string): { readonly label: string; readonly hint: string } {
  const words: Readonly<Record<string, { readonly label: string; readonly hint: string }>> = useWords(FIELD_WORDS);
  return words[at] ?? { label: at, hint: '' };
}

export function FieldAt({ spec, index = 0 }: Properties) {
  const { definition, put, findings } = useForm();
  const say = useSay();
  const { label, hint } = useFieldWords(spec.at);
  const path = placeOf(spec.at, index);
  const value = valueAt(definition, path);
  const found = findings.filter((finding) => fieldAtPlace(finding.path) === path);
  const errors = found.filter(({ severity }) => severity === 'error').map((one) => say(one.sentence, one.sentenceEn));
  const onChange = (next: typeof value) => put(path, next);
  return (
    <div id={elementOf(path)} className={style['place']}>
      {spec.kind === 'yes' ? (
        <Checkbox {...{ label, hint, value: value === true }} onChange={onChange} />
      ) : spec.kind === 'day' ? (
        <DayInput {...{ label, hint, value, onChange }} />
      ) : (
        <Field label={label} hint={hint} error={errors.length === 0 ? undefined : errors.join(' ')}>
          {(ids) => <FieldInput {...{ spec, ids, value, onChange }} />}
        </Field>
      )}
      <Found
        findings={
          spec.kind === 'yes' || spec.kind === 'day' ? found : found.filter(({ severity }) => severity === 'warning')
        }
      />
    </div>
  );
}

function Checkbox(properties: { label: string; hint: string; value: boolean; onChange: (value: boolean) => void }) {
  const { label, hint, value, onChange } = properties;
  const id = useId();
  return (
    <div className={style['checkbox']}>
      <input
        id={id}
        type="checkbox"
        checked={value}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className={style['hint']}>
        {hint}
      </p>
    </div>
  );
}

function Found({ findings }: { readonly findings: readonly Finding[] }) {
  const say = useSay();
  return findings.map(({ path, severity, sentence, sentenceEn }, i) => (
    <p key={`${path} ${i}`} className={style[severity]}>
      <span aria-hidden="true">{severity === 'error' ? '● ' : '▲ '}</span>
      {say(sentence, sentenceEn)}
    </p>
  ));
}
