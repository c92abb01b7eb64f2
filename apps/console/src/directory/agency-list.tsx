/** The agencies that take part, found by name without accents. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { Agency } from '@lien-thong/client';
import { useState } from 'react';
import { oneOf } from '../app/search.js';
import { Columns } from '../parts/columns.js';
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
import { directoryWords } from './words.js';

const KINDS = Object.keys(directoryWords.vi.kinds) as readonly Agency['kind'][];
const PAGE = 50;

const route = getRouteApi('/frame/directory');

export function AgencyList() {
  const words = useWords(directoryWords);
  const { q: asked = '' } = route.useSearch();
  const [text, setText] = useState(asked);
  const [kind, setKind] = useState<Agency['kind'] | undefined>(undefined);
  const q = composed(useTyped(text));
  const found = useInfiniteQuery({
    queryKey: [ABOUT.directory, 'agencies', q, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      valueFrom(service.listAgencies({ limit: PAGE, kind, cursor, ...(q === '' ? {} : { q }) })),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <section className="card" aria-labelledby="agencies">
      <h2 id="agencies">{words.list}</h2>
      <div className="row">
        <Field label={words.find}>
          {(ids) => (
            <input
              {...ids}
              type="search"
              value={text}
              maxLength={120}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <Field label={words.kind}>
          {(ids) => (
            <select {...ids} value={kind ?? ''} onChange={({ target }) => setKind(oneOf(target.value, KINDS))}>
              <option value="">{words.allKinds}</option>
              {KINDS.map((each) => (
                <option key={each} value={each}>
                  {words.kinds[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {found.error !== null && <FaultOf fault={found.error} again={() => void found.refetch()} />}
      {found.data !== undefined && <Found agencies={found.data.pages.flatMap(({ agencies }) => agencies)} />}
      <More of={found} />
    </section>
  );
}

function Found({ agencies }: { readonly agencies: readonly Agency[] }) {
  const words = useWords(directoryWords);
  const nothing = useWords(partWords).nothing;
  const say = useSay();
  if (agencies.length === 0) return <p role="status">{nothing}</p>;
  return (
    <div className="scroll">
      <table>
        <caption className="visually-hidden">{words.list}</caption>
        <Columns of={[words.identifier, words.name, words.kind, words.desk]} />
        <tbody>
          {agencies.map(({ id, identifier, name, nameEn, kind, oneStopUnit }) => (
            <tr key={id}>
              <td>
                <code>{identifier}</code>
              </td>
              <th scope="row">
                <Link to="/directory/agencies/$agency" params={{ agency: id }}>
                  {say(name, nameEn)}
                </Link>
              </th>
              <td>{words.kinds[kind]}</td>
              <td>{oneStopUnit === null ? '–' : say(oneStopUnit.name, oneStopUnit.nameEn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
