/** The agencies, found by name without accents: whose officers and keys are to be looked at. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Field } from '../parts/field.js';
import { More } from '../parts/pages.js';
import { FaultOf } from '../parts/trouble.js';
import { useTyped } from '../parts/use-typed.js';
import { partWords } from '../parts/words.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { useSay } from '../words/language.js';
import style from './administration.module.css';
import { administrationWords } from './words.js';

const PAGE = 30;

export function AgencyList() {
  const words = useWords(administrationWords);
  const parts = useWords(partWords);
  const say = useSay();
  const [text, setText] = useState('');
  const q = composed(useTyped(text));
  const found = useInfiniteQuery({
    queryKey: [ABOUT.directory, 'agencies', 'to-administer', q],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      valueFrom(service.listAgencies({ limit: PAGE, cursor, ...(q === '' ? {} : { q }) })),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const agencies = found.data?.pages.flatMap((page) => page.agencies) ?? [];
  return (
    <section className={`card ${style['pick']}`}>
      <Field label={words.choose} hint={words.chooseHint}>
        {(ids) => (
          <input {...ids} type="search" value={text} maxLength={120} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      {found.error !== null && <FaultOf fault={found.error} again={() => void found.refetch()} />}
      {found.data !== undefined && agencies.length === 0 && <p role="status">{parts.nothingFound}</p>}
      {agencies.length > 0 && (
        <table>
          <caption className="visually-hidden">{words.choose}</caption>
          <tbody>
            {agencies.map(({ id, identifier, name, nameEn }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to="/administration" search={{ agency: id }}>
                    {say(name, nameEn)}
                  </Link>
                </th>
                <td>
                  <code>{identifier}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More of={found} />
    </section>
  );
}
