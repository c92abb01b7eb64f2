/** Somebody else was first: what happened since the dossier was read, and the way on from there. */
import { useQuery } from '@tanstack/react-query';
import type { Dossier } from '@lien-thong/client';
import { eventName } from '../dossier/names.js';
import { nameWords } from '../parts/name-words.js';
import { Answered } from '../parts/answered.js';
import { Instant } from '../parts/instant.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import style from './acts.module.css';
import type { CommandType } from './form.js';
import { inSight } from './in-sight.js';
import { entriesSince } from './meanwhile.js';
import { standingOf } from './shortcuts.js';
import { formWords } from './words.js';

interface Properties {
  readonly type: CommandType;
  readonly seen: Dossier;
  readonly live: Dossier;
  readonly onLookedAgain: (dossier: Dossier) => void;
}

export function MeanwhilePanel({ type, seen, live, onLookedAgain }: Properties) {
  const words = useWords(formWords);
  const say = useSay();
  const question = useQuery({
    queryKey: [ABOUT.dossier, live.code, 'since', seen.seq, live.seq],
    queryFn: () => valueFrom(service.readTimeline({ code: live.code })),
  });
  const why = standingOf(live).refused.find(({ command }) => command === type);
  return (
    <section ref={inSight} className={style['waiting']} role="alert">
      <h3>{words.meanwhile}</h3>
      <Answered question={question}>{({ journal }) => <Happened entries={entriesSince(journal, seen.seq)} />}</Answered>
      <p>{words.nowPhase(say(live.phaseName, live.phaseNameEn))}</p>
      {why === undefined ? (
        <button type="button" onClick={() => onLookedAgain(live)}>
          {words.lookAgain}
        </button>
      ) : (
        <p>
          <strong>{words.noLonger}</strong> {say(why.reason, why.reasonEn)}
        </p>
      )}
    </section>
  );
}

function Happened({ entries }: { readonly entries: ReturnType<typeof entriesSince> }) {
  const words = useWords(formWords);
  const names = useWords(nameWords);
  const say = useSay();
  if (entries.length === 0) return <p>{words.meanwhileNone}</p>;
  return (
    <ul ref={inSight} className={style['since']}>
      {entries.map(({ seq, type, occurredAt, actor }) => (
        <li key={seq}>
          <Instant at={occurredAt} /> · {names.event[eventName(type)]}{' '}
          {words.meanwhileBy(actor.agency === null ? words.system : say(actor.agency.name, actor.agency.nameEn))}
          {actor.officerId !== null && ` (${actor.officerId})`}
        </li>
      ))}
    </ul>
  );
}
