/** One alert opened: its dossiers with their own sentences, the chain it climbs, and what happened to it. */
import { Link } from '@tanstack/react-router';
import type { Alert, AlertMember, AlertWithMembers } from '@lien-thong/client';
import { useState } from 'react';
import { Instant } from '../parts/instant.js';
import { FaultOf } from '../parts/trouble.js';
import { partWords } from '../parts/words.js';
import { usePages } from '../parts/pages.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { instantText, numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { actWords } from './act-words.js';
import { Journal } from './alert-journal.js';
import { actOf, useDecisionName } from './decision-name.js';
import { LevelMark } from './level-mark.js';
import style from './supervision.module.css';

const PER_PAGE = 50;
/** The newest; the others on demand. */
const EVENTS_SHOWN = 8;

export function AlertDetails({ alert }: { readonly alert: Alert }) {
  const words = useWords(actWords);
  const parts = useWords(partWords);
  const [all, setAll] = useState(alert.closedAt !== null);
  const members = all ? ('all' as const) : ('open' as const);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = usePages({
    queryKey: [ABOUT.alerts, alert.id, members],
    read: (cursor) => valueFrom(service.readAlert({ id: alert.id, members, limit: PER_PAGE, ...cursor })),
  });
  const [opened] = data?.pages ?? [];
  return (
    <div className={style['details']}>
      {isPending && (
        <p role="status" className="soft">
          {parts.loading}
        </p>
      )}
      {error !== null && <FaultOf fault={error} again={() => void refetch()} />}
      {opened !== undefined && (
        <>
          <Members alert={opened} findings={data?.pages.flatMap(({ findings }) => findings) ?? []} />
          <p className="row no-print">
            {hasNextPage && (
              <button type="button" onClick={() => void fetchNextPage()}>
                {words.moreMembers}
              </button>
            )}
            <label>
              <input type="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)} /> {words.all}
            </label>
          </p>
          <Chain alert={opened} />
          <History events={opened.journal} />
        </>
      )}
    </div>
  );
}

function History({ events }: { readonly events: AlertWithMembers['journal'] }) {
  const words = useWords(actWords);
  const { language } = useLanguage();
  const [all, setAll] = useState(false);
  return (
    <>
      <h4>{words.journal}</h4>
      <Journal events={all ? events : events.slice(0, EVENTS_SHOWN)} />
      {!all && events.length > EVENTS_SHOWN && (
        <button type="button" className="plain no-print" onClick={() => setAll(true)}>
          {words.allEvents(numberText(events.length, language))}
        </button>
      )}
    </>
  );
}

interface MembersProperties {
  readonly alert: AlertWithMembers;
  readonly findings: readonly AlertMember[];
}

function Members({ alert, findings }: MembersProperties) {
  const words = useWords(actWords);
  if (findings.length === 0) return <p className="soft">{words.noMembers}</p>;
  return (
    <table>
      <caption>{words.members}</caption>
      <thead>
        <tr>
          <th scope="col">{words.level}</th>
          <th scope="col">{words.code}</th>
          <th scope="col">{words.why}</th>
          <th scope="col">{words.since}</th>
          <th scope="col" className="no-print">
            {words.act}
          </th>
        </tr>
      </thead>
      <tbody>
        {findings.map((member) => (
          <Member key={`${member.code} ${member.clock} ${member.epoch} ${member.openedAt}`} {...{ member, alert }} />
        ))}
      </tbody>
    </table>
  );
}

function Member({ member, alert }: { readonly member: AlertMember; readonly alert: AlertWithMembers }) {
  const words = useWords(actWords);
  const say = useSay();
  const { code, level, rungAt, openedAt, closedAt } = member;
  const nameOf = useDecisionName();
  const act = closedAt === null ? actOf(alert.decision) : undefined;
  const label = act === undefined ? words.open : nameOf(alert.decision);
  return (
    <tr>
      <td>
        <LevelMark level={level} />
      </td>
      <td>
        <Link to="/dossiers/$code" params={{ code }} className="code">
          {code}
        </Link>
      </td>
      <td>{say(member.sentence, member.sentenceEn)}</td>
      <td>
        <Instant at={rungAt ?? openedAt} />
        {closedAt !== null && <div className="soft">{words.left(instantText(closedAt))}</div>}
      </td>
      <td className="no-print">
        <Link to="/dossiers/$code" params={{ code }} search={{ act }} aria-label={`${label}: ${code}`}>
          {label}
        </Link>
      </td>
    </tr>
  );
}

function Chain({ alert: { chain, stage } }: { readonly alert: AlertWithMembers }) {
  const words = useWords(actWords);
  const say = useSay();
  if (chain.length === 0) return null;
  return (
    <>
      <h4>{words.chain}</h4>
      <ol>
        {chain.map((link) => (
          <li key={link.stage} aria-current={link.stage === stage?.stage ? 'step' : undefined}>
            {say(link.name, link.nameEn)}: {link.agencies.map(({ name, nameEn }) => say(name, nameEn)).join(', ')}
            {link.stage === stage?.stage && <strong> · {words.here}</strong>}
          </li>
        ))}
      </ol>
    </>
  );
}
