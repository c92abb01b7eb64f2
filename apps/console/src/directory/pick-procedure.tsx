/** A procedure that is published, by its code or its name. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answered } from '../parts/answered.js';
import { Field } from '../parts/field.js';
import { useTyped } from '../parts/use-typed.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import style from './directory.module.css';
import { directoryWords } from './words.js';

interface Properties {
  readonly chosen: string | undefined;
  readonly onChoose: (procedure: string | undefined) => void;
}

const SHOWN = 8;

export function PickProcedure({ chosen, onChoose }: Properties) {
  const words = useWords(directoryWords);
  const [text, setText] = useState('');
  const q = composed(useTyped(text));
  const question = useQuery({
    queryKey: [ABOUT.procedures, 'published', q],
    queryFn: () => valueFrom(service.listProcedures({ published: 'true', limit: SHOWN, ...(q === '' ? {} : { q }) })),
    enabled: chosen === undefined,
    placeholderData: keepPreviousData,
  });
  if (chosen !== undefined) {
    return (
      <p className="row">
        <strong>{words.procedure}:</strong> <code>{chosen}</code>
        <button type="button" onClick={() => onChoose(undefined)}>
          {words.change}
        </button>
      </p>
    );
  }
  return (
    <>
      <Field label={words.procedure} hint={words.procedureHint}>
        {(ids) => (
          <input {...ids} type="search" value={text} maxLength={120} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      <Answered question={question}>
        {({ procedures }) =>
          procedures.length === 0 ? (
            <p role="status">{words.noProcedures}</p>
          ) : (
            <ul className={style['found']} aria-label={words.procedures}>
              {procedures.map(({ code, name }) => (
                <li key={code}>
                  <button type="button" onClick={() => onChoose(code)}>
                    <code>{code}</code> {name}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </>
  );
}
