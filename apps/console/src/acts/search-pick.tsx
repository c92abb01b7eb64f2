/** Find by typing, then choose among what was found: a text field and buttons, which every reader and keyboard knows. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { Answered } from '../parts/answered.js';
import { Field } from '../parts/field.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import style from './acts.module.css';
import type { Drawn } from './drawn.js';
import { formWords } from './words.js';

interface Found<Value> {
  readonly key: string;
  readonly label: string;
  readonly value: Value;
}

interface Properties<Value> extends Drawn {
  /** First words of the key of the question. */
  readonly about: readonly string[];
  readonly find: (q: string) => Promise<readonly Found<Value>[]>;
  /** What is chosen now, in words; null: nothing. */
  readonly picked: string | null;
  readonly onPick: (value: Value | null) => void;
}

const PAUSE_MS = 250;
const SHORTEST = 2;

export function SearchPick<Value>({ about, find, picked, onPick, ...drawn }: Properties<Value>) {
  const words = useWords(formWords);
  const [text, setText] = useState('');
  const q = useSettled(composed(text));
  if (picked !== null) return <Picked label={drawn.label} picked={picked} onChange={() => onPick(null)} />;
  return (
    <>
      <Field {...drawn}>
        {(ids) => (
          <input
            {...ids}
            type="search"
            value={text}
            maxLength={120}
            autoComplete="off"
            onChange={({ target }) => setText(target.value)}
            // Enter in a search would send the form.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        )}
      </Field>
      {q.length >= SHORTEST ? (
        <Results {...{ about, find, q, onPick }} label={drawn.label} />
      ) : (
        text !== '' && <p className={style['hint']}>{words.tooShort}</p>
      )}
    </>
  );
}

function Picked({ label, picked, onChange }: { label: string; picked: string; onChange: () => void }) {
  const words = useWords(formWords);
  return (
    <div className={style['choices']}>
      <p className={style['label']}>{label}</p>
      <p className={style['picked']}>
        <span>
          <span aria-hidden="true">✓ </span>
          {picked}
        </span>
        <button type="button" onClick={onChange}>
          {words.change}
        </button>
      </p>
    </div>
  );
}

interface ResultsProperties<Value> extends Pick<Properties<Value>, 'about' | 'find' | 'onPick'> {
  readonly q: string;
  readonly label: string;
}

function Results<Value>({ about, find, q, onPick, label }: ResultsProperties<Value>) {
  const words = useWords(formWords);
  const { language } = useLanguage();
  const name = useId();
  const question = useQuery({ queryKey: [...about, 'find', q], queryFn: () => find(q) });
  return (
    <Answered question={question}>
      {(found) => (
        <fieldset className={style['choices']}>
          <legend className="visually-hidden">{label}</legend>
          <p className={style['hint']} role="status">
            {found.length === 0 ? words.noResult : words.results(numberText(found.length, language))}
          </p>
          <div className={style['results']}>
            {found.map((each) => (
              <button
                key={each.key}
                type="button"
                className={style['result']}
                name={name}
                onClick={() => onPick(each.value)}
              >
                {each.label}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </Answered>
  );
}

/** A bad line is not asked at every letter. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
