/** Search and filters of the list; everything chosen stands in the address and can be sent to a colleague. */
import { useQuery } from '@tanstack/react-query';
import type { Phase } from '@lien-thong/client';
import { useEffect, useRef } from 'react';
import { Field } from '../parts/field.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import style from './dossier.module.css';
import { HolderFilter } from './holder-filter.js';
import type { Filter, ListSearch } from './list-question.js';
import { nameWords } from '../parts/name-words.js';
import { dossierWords } from './words.js';

interface Properties {
  readonly search: ListSearch;
  readonly onChange: (changed: ListSearch) => void;
}

const HOUR_MS = 3_600_000;
const MOST_PROCEDURES = 100;

export function ListFilters({ search, onChange }: Properties) {
  const words = useWords(dossierWords).list;
  const phases = useWords(nameWords).phase;
  const typed = useRef<HTMLInputElement>(null);
  const procedures = useProcedures();
  useEffect(() => {
    if (typed.current !== null) typed.current.value = search.q ?? '';
  }, [search.q]);
  const isFiltered = Object.keys(search).some((name) => name !== 'cursor');
  return (
    <form
      role="search"
      aria-label={words.form}
      className={`${style['filters']} no-print`}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ q: composed(typed.current?.value ?? '') });
      }}
    >
      <Field label={words.q}>
        {(ids) => <input {...ids} ref={typed} type="search" placeholder={words.qHint} maxLength={120} />}
      </Field>
      <button type="submit">{words.find}</button>
      <Choice
        name="state"
        label={words.state}
        options={{ open: words.open, ended: words.ended }}
        {...{ search, onChange }}
      />
      <Choice
        name="overdue"
        label={words.overdue}
        options={{ true: words.isOverdue, false: words.notOverdue }}
        {...{ search, onChange }}
      />
      <Choice
        name="phase"
        label={words.phase}
        options={phases satisfies Record<Phase, string>}
        {...{ search, onChange }}
      />
      <Choice name="procedure" label={words.procedure} options={procedures} {...{ search, onChange }} />
      <HolderFilter holder={search.holder ?? ''} onChange={(holder) => onChange({ holder })} />
      {isFiltered && (
        <button
          type="button"
          className="plain"
          onClick={() => onChange({ q: '', procedure: '', holder: '', phase: '', overdue: '', state: '' })}
        >
          {words.clear}
        </button>
      )}
    </form>
  );
}

interface ChoiceProperties extends Properties {
  readonly name: Exclude<Filter, 'q' | 'holder'>;
  readonly label: string;
  readonly options: Readonly<Record<string, string>>;
}

function Choice({ name, label, options, search, onChange }: ChoiceProperties) {
  const words = useWords(dossierWords).list;
  const value = search[name] ?? '';
  // What came with the address is kept in sight although the list of choices has not come yet, or does not have it.
  const all = value === '' || value in options ? options : { ...options, [value]: value };
  return (
    <Field label={label}>
      {(ids) => (
        <select {...ids} value={value} onChange={({ target }) => onChange({ [name]: target.value })}>
          <option value="">{words.any}</option>
          {Object.entries(all).map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Published procedures by name. */
function useProcedures(): Readonly<Record<string, string>> {
  const { data } = useQuery({
    queryKey: [ABOUT.procedures, 'published', MOST_PROCEDURES],
    queryFn: () => valueFrom(service.listProcedures({ published: 'true', limit: MOST_PROCEDURES })),
    staleTime: HOUR_MS,
  });
  return Object.fromEntries((data?.procedures ?? []).map(({ code, name }) => [code, `${code} ${name}`]));
}
