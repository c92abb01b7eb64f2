/** A place by its name of today or of before, typed as it comes. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answered } from '../parts/answered.js';
import { Field } from '../parts/field.js';
import { useTyped } from '../parts/use-typed.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import style from './directory.module.css';
import { addressOf } from './found-areas.js';
import type { FoundArea } from './found-areas.js';
import { directoryWords } from './words.js';

interface Properties {
  /** As it stands in the address. */
  readonly chosen: string | undefined;
  readonly onChoose: (area: string | undefined) => void;
}

const SHOWN = 8;
const SHORTEST = 2;

export function PickPlace({ chosen, onChoose }: Properties) {
  const words = useWords(directoryWords);
  const [text, setText] = useState('');
  const [name, setName] = useState<string | null>(null);
  const q = composed(useTyped(text));
  const question = useQuery({
    queryKey: [ABOUT.directory, 'areas', q],
    queryFn: () => valueFrom(service.findAreas({ q, limit: SHOWN })),
    enabled: q.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  if (chosen !== undefined) {
    return (
      <p className="row">
        <strong>{words.place}:</strong> {name ?? chosen}
        <button type="button" onClick={() => onChoose(undefined)}>
          {words.change}
        </button>
      </p>
    );
  }
  return (
    <>
      <Field label={words.place} hint={words.whoHint}>
        {(ids) => (
          <input {...ids} type="search" value={text} maxLength={120} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      {q.length >= SHORTEST && (
        <Answered question={question}>
          {({ areas }) => (
            <Places
              areas={areas}
              onChoose={(area) => {
                setName(nameOf(area));
                onChoose(addressOf(area));
              }}
            />
          )}
        </Answered>
      )}
    </>
  );
}

function nameOf({ fullName, district, province }: FoundArea): string {
  return [fullName, district, province].filter((part) => part !== null && part !== '').join(', ');
}

function Places({ areas, onChoose }: { readonly areas: Areas; readonly onChoose: (area: FoundArea) => void }) {
  const words = useWords(directoryWords);
  const { language } = useLanguage();
  const communes = areas.filter(({ kind }) => kind !== 'province');
  if (communes.length === 0) return <p role="status">{words.noPlaces}</p>;
  return (
    <ul className={style['found']} aria-label={words.places}>
      {communes.map((area) => (
        <li key={addressOf(area)}>
          <button type="button" onClick={() => onChoose(area)}>
            {nameOf(area)}
            {area.kind === 'oldUnit' && (
              <span className="soft">
                {' '}
                · {words.old}
                {area.communeCodes.length > 1 && ` · ${words.split(numberText(area.communeCodes.length, language))}`}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

type Areas = readonly FoundArea[];
