/** What happened to an alert, the newest first: by whom, when, and why. */
import { Link } from '@tanstack/react-router';
import type { AlertEvent } from '@lien-thong/client';
import { Instant } from '../parts/instant.js';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { useSay } from '../words/language.js';
import { actWords, reasonText } from './act-words.js';
import { useOfficerName } from './officer-names.js';
import style from './supervision.module.css';

export function Journal({ events }: { readonly events: readonly AlertEvent[] }) {
  return (
    <ol className={style['journal']}>
      {events.map((event) => (
        <li key={event.n}>
          <Told event={event} />
        </li>
      ))}
    </ol>
  );
}

function Told({ event }: { readonly event: AlertEvent }) {
  const words = useWords(actWords);
  const say = useSay();
  const nameOf = useOfficerName();
  const { by, reason, until, assignedTo, escalated, dossiers } = event;
  const facts = [
    by === null ? words.system : `${nameOf(by.officerId)}, ${say(by.agency.name, by.agency.nameEn)}`,
    ...(reason === null ? [] : [reasonText(reason, words.reasons)]),
    ...(until === null ? [] : [words.until2(instantText(until))]),
    ...(assignedTo === null ? [] : [words.to(nameOf(assignedTo))]),
    ...(escalated === null ? [] : escalated.to.map(({ name, nameEn }) => words.to(say(name, nameEn)))),
    ...(escalated === null ? [] : [words.trueMinute(instantText(escalated.dueAt))]),
  ];
  return (
    <>
      <Instant at={event.at} /> <strong>{words.event[event.kind]}</strong> · {facts.join(' · ')}
      {dossiers.length > 0 && ' · '}
      {dossiers.map((code, i) => (
        <span key={code}>
          {i > 0 && ', '}
          <Link to="/dossiers/$code" params={{ code }} className="code">
            {code}
          </Link>
        </span>
      ))}
    </>
  );
}
