/** A field that finds while one types (WAI-ARIA combobox with a list): for lists too long to choose from, found by the service. */
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useWords } from '../words/catalogue.js';
import { Field } from './field.js';
import style from './type-ahead.module.css';
import { partWords } from './words.js';

export interface Found<Value> {
  readonly id: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly value: Value;
}

interface Properties<Value> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  /** What stands in the field: what is typed, or the label of what was chosen. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly found: readonly Found<Value>[];
  /** What is found belongs to what is typed. */
  readonly isSettled: boolean;
  readonly onChoose: (found: Found<Value>) => void;
  /** The focus is here from the beginning on. */
  readonly takesFocus?: boolean;
}

export function TypeAhead<Value>({ label, hint, error, required = false, ...rest }: Properties<Value>) {
  return <Field {...{ label, hint, error, required }}>{(ids) => <Box {...rest} ids={ids} label={label} />}</Field>;
}

type BoxProperties<Value> = Omit<Properties<Value>, 'hint' | 'error' | 'required'> & {
  readonly ids: { readonly id: string };
};

function Box<Value>({ ids, label, text, onText, found, isSettled, onChoose, takesFocus }: BoxProperties<Value>) {
  const words = useWords(partWords);
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus === true) input.current?.focus();
  }, [takesFocus]);
  const shows = isOpen && text.trim() !== '';
  const active = shows ? found[at] : undefined;
  const choose = (chosen: Found<Value>) => {
    setOpen(false);
    setAt(-1);
    onChoose(chosen);
  };
  const press = (event: KeyboardEvent) => {
    // Letters are still being composed: the key belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setAt((before) => Math.max(-1, Math.min(found.length - 1, before + step)));
    } else if (event.key === 'Enter' && shows) {
      // Nothing is sent while a list is open.
      event.preventDefault();
      if (active !== undefined) choose(active);
    } else if (event.key === 'Escape' && shows) {
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <div className={style['place']}>
      <input
        {...ids}
        ref={input}
        role="combobox"
        aria-expanded={shows}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : `${list}-${active.id}`}
        autoComplete="off"
        maxLength={120}
        value={text}
        onChange={({ target }) => {
          onText(target.value);
          setAt(-1);
          setOpen(true);
        }}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      />
      <Choices list={list} label={label} found={shows ? found : []} at={at} onChoose={choose} />
      <span className={style['none']} role="status">
        {shows && found.length === 0 && (isSettled ? words.nothingFound : words.loading)}
      </span>
    </div>
  );
}

interface ChoicesProperties<Value> {
  readonly list: string;
  readonly label: string;
  readonly found: readonly Found<Value>[];
  readonly at: number;
  readonly onChoose: (found: Found<Value>) => void;
}

function Choices<Value>({ list, label, found, at, onChoose }: ChoicesProperties<Value>) {
  return (
    <ul id={list} role="listbox" aria-label={label} className={style['list']} hidden={found.length === 0}>
      {found.map((each, i) => (
        <li
          key={each.id}
          id={`${list}-${each.id}`}
          role="option"
          aria-selected={i === at}
          ref={i === at ? (option) => option?.scrollIntoView({ block: 'nearest' }) : undefined}
          // Before the field loses the focus and the list with it.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(each);
          }}
        >
          {each.label}
          {each.note !== undefined && <span className={style['note']}>{each.note}</span>}
        </li>
      ))}
    </ul>
  );
}
