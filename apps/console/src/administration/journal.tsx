/** The journal of administration: of one agency, or of all that the reader may see. */
import type { AdministrationEntry } from '@lien-thong/client';
import { useState } from 'react';
import { Choice } from '../parts/choice.js';
import { Instant } from '../parts/instant.js';
import { More, usePages } from '../parts/pages.js';
import { FaultOf } from '../parts/trouble.js';
import { partWords } from '../parts/words.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import style from './administration.module.css';
import { changesOf } from './journal-changes.js';
import { journalWords } from './journal-words.js';
import { administrationWords } from './words.js';

type Kind = AdministrationEntry['subject']['kind'];
const KINDS = ['officer', 'account', 'apiKey', 'competence'] as const satisfies readonly Kind[];
const PAGE = 20;

export function AdministrationJournal({ agency }: { readonly agency?: string }) {
  const words = useWords(journalWords);
  const parts = useWords(partWords);
  const [kind, setKind] = useState<Kind | ''>('');
  const found = usePages({
    queryKey: [ABOUT.officers, 'journal', agency, kind],
    read: (cursor) =>
      valueFrom(
        service.readAdministrationJournal({
          ...{ agency, limit: PAGE, ...cursor },
          ...(kind === '' ? {} : { kind }),
        }),
      ),
  });
  const entries = found.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className="card" aria-labelledby="administration-journal">
      <div className="spread">
        <h3 id="administration-journal">{words.title}</h3>
        <Choice
          label={words.kind}
          value={kind}
          onChange={(chosen) => setKind(KINDS.find((each) => each === chosen) ?? '')}
        >
          <option value="">{words.all}</option>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {words.kinds[each]}
            </option>
          ))}
        </Choice>
      </div>
      <p>{words.lead}</p>
      {found.error !== null && <FaultOf fault={found.error} again={() => void found.refetch()} />}
      {found.data === undefined && found.error === null && <p role="status">{parts.loading}</p>}
      {found.data !== undefined && entries.length === 0 && <p role="status">{words.none}</p>}
      {entries.length > 0 && <EntryTable entries={entries} withAgency={agency === undefined} />}
      <More of={found} />
    </section>
  );
}

interface TableProperties {
  readonly entries: readonly AdministrationEntry[];
  readonly withAgency: boolean;
}

function EntryTable({ entries, withAgency }: TableProperties) {
  const words = useWords(journalWords);
  return (
    <div className="scroll">
      <table className={style['people']}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            {withAgency && <th scope="col">{words.agency}</th>}
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.n} entry={entry} withAgency={withAgency} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ entry, withAgency }: { readonly entry: AdministrationEntry; readonly withAgency: boolean }) {
  const words = useWords(journalWords);
  const people = useWords(administrationWords);
  const say = useSay();
  const { at, actor, action, subject, agency } = entry;
  return (
    <tr>
      <td className={style['nowrap']}>
        <Instant at={at} />
      </td>
      <td>
        {actor.kind === 'software' ? words.software(actor.id) : (actor.name ?? actor.id)}
        <div className="soft">{say(actor.agency.name, actor.agency.nameEn)}</div>
      </td>
      <th scope="row">{words.actions[action](subject.name ?? subject.id)}</th>
      {withAgency && <td>{say(agency.name, agency.nameEn)}</td>}
      <td>
        <ul className={style['changes']}>
          {changesOf(entry, { words, people }).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
