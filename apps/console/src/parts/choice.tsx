/** A labelled choice among few, as it stands over a list. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import style from './choice.module.css';

interface Properties {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Options. */
  readonly children: ReactNode;
}

export function Choice({ label, value, onChange, children }: Properties) {
  const id = useId();
  return (
    <span className={style['choice']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {children}
      </select>
    </span>
  );
}
