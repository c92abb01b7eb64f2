/** Dossiers to be named, each ticked by hand or all at once. */
import { useMemo, useState } from 'react';
import type { AmendedDossier } from '@lien-thong/client';
import { Instant } from '../parts/instant.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import style from './amendments.module.css';
import { runWords } from './run-words.js';

interface Properties {
  readonly legend: string;
  readonly hint: string;
  readonly dossiers: readonly AmendedDossier[];
  readonly named: ReadonlySet<string>;
  readonly onName: (named: ReadonlySet<string>) => void;
}

const SHOWN = 200;

export function NamingList({ legend, hint, dossiers, named, onName }: Properties) {
  const words = useWords(runWords);
  const { language } = useLanguage();
  const [all, setAll] = useState(false);
  const shown = useMemo(() => (all ? dossiers : dossiers.slice(0, SHOWN)), [all, dossiers]);
  const toggle = (code: string, on: boolean) => {
    const next = new Set(named);
    if (on) next.add(code);
    else next.delete(code);
    onName(next);
  };
  return (
    <fieldset>
      <legend>{legend}</legend>
      <p className="soft">{hint}</p>
      <p className="row">
        <span role="status">
          {words.namedOf(numberText(named.size, language), numberText(dossiers.length, language))}
        </span>
        <button type="button" onClick={() => onName(new Set(dossiers.map(({ dossier }) => dossier)))}>
          {words.nameAll}
        </button>
      </p>
      <ul className={style['named']}>
        {shown.map(({ dossier, dueBefore, dueAfter }) => (
          <li key={dossier}>
            <label>
              <input
                type="checkbox"
                checked={named.has(dossier)}
                onChange={({ target }) => toggle(dossier, target.checked)}
              />
              <strong>{dossier}</strong>
              <span className="soft">
                <Instant at={dueBefore} /> → <Instant at={dueAfter} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length < dossiers.length && (
        <button type="button" onClick={() => setAll(true)}>
          {words.progress(numberText(shown.length, language), numberText(dossiers.length, language))} …
        </button>
      )}
    </fieldset>
  );
}
