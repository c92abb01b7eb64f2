/** One thing out of many, found by the service while one types. What is picked is a file of its own: `agency-pick`, `place-pick` … */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import style from './pick-one.module.css';
import { TypeAhead } from './type-ahead.js';
import type { Found } from './type-ahead.js';
import { useTyped } from './use-typed.js';
import { partWords } from './words.js';

export interface PickProperties<Value> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Null while what stands there is nothing that was chosen; `name` is what the field shows of it. */
  readonly onChange: (value: Value | null, name: string) => void;
  /** What is chosen, where it is kept outside of the field; null: nothing. Shown in place of the field, with a way to choose again. */
  readonly picked?: string | null;
  /** The field is emptied once one was chosen: for lists that grow. */
  readonly empties?: boolean;
}

interface Source<Answer, Value> {
  /** First words of the key of the question. */
  readonly about: readonly string[];
  readonly ask: (q: string) => Promise<Answer>;
  readonly entries: (answer: Answer) => readonly Found<Value>[];
  /** How long an answer stays good: longer for what hardly changes. */
  readonly staleTime?: number;
}

export function PickOne<Answer, Value>(properties: PickProperties<Value> & Source<Answer, Value>) {
  const { picked, label, onChange } = properties;
  // Who chose here goes on here: what took the focus is replaced by what stands for it.
  const [takesFocus, setTakesFocus] = useState(false);
  const change = (value: Value | null, name: string) => {
    setTakesFocus(true);
    onChange(value, name);
  };
  if (typeof picked === 'string')
    return <Picked {...{ label, picked, takesFocus }} onChange={() => change(null, '')} />;
  return <Finding {...properties} takesFocus={takesFocus} onChange={change} />;
}

interface PickedProperties {
  readonly label: string;
  readonly picked: string;
  readonly takesFocus: boolean;
  readonly onChange: () => void;
}

function Picked({ label, picked, takesFocus, onChange }: PickedProperties) {
  const words = useWords(partWords);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className={style['label']}>
        {label}
      </p>
      <p className={style['picked']}>
        <span>
          <span aria-hidden="true">✓ </span>
          {picked}
        </span>
        <button ref={button} type="button" onClick={onChange}>
          {words.change}
        </button>
      </p>
    </div>
  );
}

type FindingProperties<Answer, Value> = PickProperties<Value> &
  Source<Answer, Value> & { readonly takesFocus: boolean };

function Finding<Answer, Value>(properties: FindingProperties<Answer, Value>) {
  const {
    about,
    ask,
    entries,
    staleTime,
    label,
    hint,
    error,
    required,
    onChange,
    picked,
    empties = false,
    takesFocus,
  } = properties;
  const [text, setText] = useState('');
  const q = composed(useTyped(text));
  const { data, isPlaceholderData } = useQuery({
    queryKey: [...about, 'to-pick', q],
    queryFn: () => ask(q),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    ...(staleTime === undefined ? {} : { staleTime }),
  });
  return (
    <TypeAhead
      {...{ label, hint, error, required, text, takesFocus }}
      found={q === '' || data === undefined ? [] : entries(data)}
      isSettled={data !== undefined && !isPlaceholderData && q === composed(text)}
      onText={(typed) => {
        setText(typed);
        if (picked === undefined) onChange(null, typed);
      }}
      onChoose={({ label: name, value }) => {
        setText(empties ? '' : name);
        onChange(value, name);
      }}
    />
  );
}
