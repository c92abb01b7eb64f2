import type { AgencyRef, InboxDossier } from '@lien-thong/client';
import { memo } from 'react';
import { levelOf } from '../parts/clock-level.js';
import { TimeLeft } from '../parts/time-left.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import style from './inbox.module.css';
import { shortName, shortProcedure } from './short-names.js';
import { inboxWords } from './words.js';

interface Properties {
  readonly row: InboxDossier;
  /** The agency of the page: its own name says nothing in its own list. */
  readonly agencyId: string;
  readonly assignee: string | null;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (code: string) => void;
}

/** One dossier of the list. What is clicked is heard by the table: fifty rows need no fifty listeners. */
export const InboxRow = memo(function InboxRow({ row, agencyId, assignee, isCurrent, isChosen, onChoose }: Properties) {
  const words = useWords(inboxWords);
  const say = useSay();
  const { code, procedure, phaseName, phaseNameEn, transfer, receivingAgency, competentAgency, holder } = row;
  const phase = say(phaseName, phaseNameEn);
  const agency = (named: AgencyRef) => (named.id === agencyId ? words.us : shortName(say(named.name, named.nameEn)));
  const [from, to] = [transfer?.from ?? receivingAgency, transfer?.to ?? competentAgency];
  return (
    <tr data-code={code} data-current={isCurrent || undefined}>
      <td>
        <input type="checkbox" aria-label={words.choose(code)} checked={isChosen} onChange={() => onChoose(code)} />
      </td>
      <td>
        <Left row={row} />
      </td>
      <td>
        <a
          href={`?code=${encodeURIComponent(code)}`}
          className={`code ${style['code']}`}
          aria-current={isCurrent || undefined}
        >
          {code}
        </a>
      </td>
      <td>
        <span className={style['clamp']} title={say(procedure.name, procedure.nameEn)}>
          {shortProcedure(say(procedure.name, procedure.nameEn))}
        </span>
        <span className={`${style['note']} ${style['narrow']}`}>{phase}</span>
      </td>
      <td className={style['way']}>
        {to?.id === from.id ? (
          agency(from)
        ) : (
          <>
            <span>{agency(from)} →</span> <span>{to === null ? words.notKnown : agency(to)}</span>
          </>
        )}
      </td>
      <td>
        <span className={style['oneLine']} title={say(holder.name, holder.nameEn)}>
          {agency(holder)}
        </span>
        <span className={`${style['note']} ${style['oneLine']} ${style['narrow']}`}>
          {assignee ?? words.unassigned}
        </span>
      </td>
      <td className={style['wide']}>{assignee ?? <span className="soft">{words.unassigned}</span>}</td>
      <td className={style['wide']}>{phase}</td>
    </tr>
  );
});

/** The own leg first; where none runs, the whole limit, which says so; what is not known comes with its reason. */
function Left({ row: { leg, legal, risks } }: Pick<Properties, 'row'>) {
  const words = useWords(inboxWords);
  const say = useSay();
  const clock = leg ?? legal;
  const why = risks.find(({ rule }) => rule === 'cannotBeComputed');
  const note =
    levelOf(clock) === 'unknown'
      ? why === undefined
        ? words.noClock
        : say(why.sentence, why.sentenceEn)
      : leg === null
        ? words.wholeLimit
        : null;
  return (
    <>
      <TimeLeft clock={clock} />
      {note !== null && <span className={style['note']}>{note}</span>}
    </>
  );
}
