/** A labelled field with its hint and what is wrong with it. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words/catalogue.js';
import style from './field.module.css';
import { partWords } from './words.js';

/** What the control must carry to be spoken with its label, hint and error. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly required: boolean;
}

interface Properties {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly children: (ids: FieldIds) => ReactNode;
}

export function Field({ label, hint, error, required = false, children }: Properties) {
  const words = useWords(partWords);
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  const ids: FieldIds = {
    ...{ id, required },
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error === undefined ? undefined : true,
  };
  return (
    <div className={style['field']}>
      <label htmlFor={id}>
        {label}
        {required && <span className="soft"> ({words.required})</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={style['hint']}>
          {hint}
        </p>
      )}
      {children(ids)}
      {error !== undefined && (
        <p id={`${id}-error`} className={style['error']}>
          {error}
        </p>
      )}
    </div>
  );
}
