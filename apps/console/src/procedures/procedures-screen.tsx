/** The catalogue: every procedure of the national list, and what drives clocks here. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { Procedure } from '@lien-thong/client';
import { useState } from 'react';
import { Answered } from '../parts/answered.js';
import { Columns } from '../parts/columns.js';
import { Screen } from '../parts/screen.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { proceduresQuery, versionsQuery } from './asked.js';
import { LimitOf } from './limit-of.js';
import style from './procedures.module.css';
import { VerdictMark } from './proof/verdict-mark.js';
import { dayOfInstant, inForceOn } from './versions.js';
import { procedureWords } from './words.js';

const route = getRouteApi('/frame/procedures');

export function ProceduresScreen() {
  const words = useWords(procedureWords);
  const { q = '', published, cursor } = route.useSearch();
  const { language } = useLanguage();
  const onlyPublished = published !== 'false';
  const question = useQuery(proceduresQuery({ q, published: onlyPublished, cursor }));
  return (
    <Screen title={words.title}>
      <p>{words.lead}</p>
      <Search key={q} q={q} onlyPublished={onlyPublished} />
      <Answered question={question}>
        {({ procedures, next }) => (
          <>
            <p role="status">
              {procedures.length === 0 ? words.none : words.found(numberText(procedures.length, language))}
            </p>
            {procedures.length > 0 && <Catalogue procedures={procedures} />}
            <p className="row">
              {cursor !== undefined && (
                <Link to="/procedures" search={{ q, published }}>
                  {words.first}
                </Link>
              )}
              {next !== null && (
                <Link to="/procedures" search={{ q, published, cursor: next }}>
                  {words.next}
                </Link>
              )}
            </p>
          </>
        )}
      </Answered>
    </Screen>
  );
}

function Search({ q, onlyPublished }: { readonly q: string; readonly onlyPublished: boolean }) {
  const words = useWords(procedureWords);
  const navigate = route.useNavigate();
  const [text, setText] = useState(q);
  const go = (published: boolean) =>
    void navigate({ search: { q: composed(text) || undefined, published: published ? undefined : 'false' } });
  return (
    <form
      role="search"
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        go(onlyPublished);
      }}
    >
      <input
        type="search"
        size={36}
        maxLength={120}
        aria-label={words.search}
        placeholder={words.search}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit">{words.find}</button>
      <label>
        <input type="checkbox" checked={onlyPublished} onChange={({ target }) => go(target.checked)} />{' '}
        {words.onlyPublished}
      </label>
    </form>
  );
}

function Catalogue({ procedures }: { readonly procedures: readonly Procedure[] }) {
  const words = useWords(procedureWords);
  return (
    <table className={style['catalogue']}>
      <caption className="visually-hidden">{words.title}</caption>
      <Columns of={[words.code, words.name, words.field, words.limit, words.versions]} />
      <tbody>
        {procedures.map(({ code, name, field, limit, versions }) => (
          <tr key={code}>
            <td className="code">
              <Link to="/procedures/$code" params={{ code }}>
                {code}
              </Link>
            </td>
            <th scope="row">{name}</th>
            <td>{field}</td>
            <td>
              <LimitOf limit={limit} />
            </td>
            <td>{versions.length === 0 ? <span className="soft">{words.notDriven}</span> : <InForce code={code} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The version in force, and the verdict it was published on. */
function InForce({ code }: { readonly code: string }) {
  const words = useWords(procedureWords);
  const { language } = useLanguage();
  const { at } = useMe();
  const { data } = useQuery(versionsQuery(code));
  const published = data?.versions.filter(({ state }) => state !== 'draft') ?? [];
  const now = inForceOn(published, dayOfInstant(at));
  if (now === null) return data === undefined ? null : <span className="soft">{words.notDriven}</span>;
  return (
    <>
      {words.version(numberText(now.version, language))}
      <div>
        <VerdictMark verdict={now.verdict} />
      </div>
    </>
  );
}
