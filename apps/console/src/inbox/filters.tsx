/** Whose work is shown, and a search within it. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import style from './inbox.module.css';
import { officersQuery } from './inbox-query.js';
import { useOfficerLabels } from './use-officer-labels.js';
import { inboxWords } from './words.js';

const route = getRouteApi('/frame/inbox');

export function Filters() {
  const words = useWords(inboxWords);
  const { assignee, q } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className={`${style['filters']} no-print`} role="group" aria-label={words.filters}>
      <AssigneeFilter />
      <SearchWithin />
      {(assignee !== undefined || q !== undefined) && (
        <button type="button" className="plain" onClick={() => void navigate({ search: ({ queue }) => ({ queue }) })}>
          {words.clear}
        </button>
      )}
    </div>
  );
}

function AssigneeFilter() {
  const words = useWords(inboxWords);
  const { language } = useLanguage();
  const { officerId } = useMe();
  const { assignee } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useQuery(officersQuery);
  const labels = useOfficerLabels();
  const choose = (value: string) =>
    void navigate({ search: ({ queue, q }) => ({ queue, q, assignee: value === '' ? undefined : value }) });
  const count = (value: number) => numberText(value, language);
  return (
    <label>
      {words.assignee}
      <select value={assignee ?? ''} onChange={({ target }) => choose(target.value)}>
        <option value="">{words.everybody}</option>
        {officerId !== null && <option value="me">{words.me}</option>}
        <option value="none">{data === undefined ? words.unassigned : words.nobody(count(data.unassigned))}</option>
        {data?.officers
          .filter(({ id }) => id !== officerId)
          .map(({ id, open, active }) => (
            <option key={id} value={id}>
              {words.officer(`${labels.get(id) ?? id}${active ? '' : ` – ${words.left}`}`, count(open))}
            </option>
          ))}
      </select>
    </label>
  );
}

function SearchWithin() {
  const words = useWords(inboxWords);
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current !== null) field.current.value = q ?? '';
  }, [q]);
  return (
    <form
      role="search"
      aria-label={words.search}
      onSubmit={(event) => {
        event.preventDefault();
        const text = composed(field.current?.value ?? '');
        void navigate({ search: ({ queue, assignee }) => ({ queue, assignee, q: text === '' ? undefined : text }) });
      }}
    >
      <input ref={field} type="search" maxLength={120} aria-label={words.search} placeholder={words.searchHint} />
      <button type="submit">{words.find}</button>
    </form>
  );
}
