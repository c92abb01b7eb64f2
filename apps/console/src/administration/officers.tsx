/** The officers of an agency, with the accounts they sign in with. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Officer } from '@lien-thong/client';
import { useState } from 'react';
import { Badge } from '../parts/badge.js';
import { Columns } from '../parts/columns.js';
import { FaultOf } from '../parts/trouble.js';
import { partWords } from '../parts/words.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { Account } from './account.js';
import { AccountDialog } from './account-dialog.js';
import style from './administration.module.css';
import { officersKey, readOfficers } from './asked.js';
import { OfficerDialog } from './officer-dialog.js';
import { administrationWords } from './words.js';

type Asking = { readonly what: 'change' | 'account'; readonly officer: Officer } | { readonly what: 'add' } | null;

export function Officers({ agency }: { readonly agency: string }) {
  const words = useWords(administrationWords);
  const parts = useWords(partWords);
  const [asking, ask] = useState<Asking>(null);
  const found = useInfiniteQuery({
    queryKey: officersKey(agency),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => readOfficers(agency, pageParam),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const officers = found.data?.pages.flatMap((page) => page.officers) ?? [];
  return (
    <section className="card" aria-labelledby="officers">
      <div className="spread">
        <h3 id="officers">{words.officers}</h3>
        <button type="button" onClick={() => ask({ what: 'add' })}>
          {words.add}
        </button>
      </div>
      {found.error !== null && <FaultOf fault={found.error} again={() => void found.refetch()} />}
      {found.data === undefined && found.error === null && <p role="status">{parts.loading}</p>}
      {found.data !== undefined && officers.length === 0 && <p role="status">{words.noOfficers}</p>}
      {officers.length > 0 && <OfficerTable officers={officers} ask={ask} />}
      {found.hasNextPage && (
        <button type="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {parts.more}
        </button>
      )}
      {asking?.what === 'add' && <OfficerDialog agency={agency} officer={null} onClose={() => ask(null)} />}
      {asking?.what === 'change' && (
        <OfficerDialog agency={agency} officer={asking.officer} onClose={() => ask(null)} />
      )}
      {asking?.what === 'account' && (
        <AccountDialog agency={agency} officer={asking.officer} onClose={() => ask(null)} />
      )}
    </section>
  );
}

interface TableProperties {
  readonly officers: readonly Officer[];
  readonly ask: (asking: Asking) => void;
}

function OfficerTable({ officers, ask }: TableProperties) {
  const words = useWords(administrationWords);
  const say = useSay();
  return (
    <div className="scroll">
      <table className={style['people']}>
        <caption className="visually-hidden">{words.officers}</caption>
        <Columns of={[words.name, words.officerTitle, words.works, words.account, { screen: words.acts }]} />
        <tbody>
          {officers.map((officer) => (
            <tr key={officer.id}>
              <th scope="row">
                {officer.name}
                <div className="soft">
                  <code>{officer.id}</code>
                </div>
              </th>
              <td>{say(officer.title, officer.titleEn)}</td>
              <td>
                <Badge level={officer.active ? 'onTime' : 'resting'}>
                  {officer.active ? words.active : words.inactive}
                </Badge>
              </td>
              <td>
                <Account account={officer.account} />
              </td>
              <td className="no-print">
                <div className={style['acts']}>
                  <button type="button" onClick={() => ask({ what: 'change', officer })}>
                    {words.change}
                  </button>
                  <button type="button" onClick={() => ask({ what: 'account', officer })}>
                    {words.manageAccount}
                  </button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
