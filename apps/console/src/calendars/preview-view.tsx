/** What a version would do to the clocks that run: counts, then the due minutes that move, worst first. */
import { useMutation } from '@tanstack/react-query';
import type { CalendarDefinition, CalendarPreview, MovedClocks } from '@lien-thong/client';
import { useState } from 'react';
import { Columns } from '../parts/columns.js';
import { nameWords } from '../parts/name-words.js';
import { Badge } from '../parts/badge.js';
import { Instant } from '../parts/instant.js';
import { FaultOf } from '../parts/trouble.js';
import { partWords } from '../parts/words.js';
import { useAgencyNames } from '../parts/agency-names.js';
import { useWords } from '../words/catalogue.js';
import { dayText, instantText, minutesText, numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { morePreviewed } from './asked.js';
import style from './calendars.module.css';
import { writeWords } from './write-words.js';

interface Properties {
  readonly preview: CalendarPreview;
  /** What was looked at: further pages are of the same. */
  readonly body: CalendarDefinition;
}

const MOST_DAYS = 12;

export function PreviewView({ preview, body }: Properties) {
  const words = useWords(writeWords);
  const { language } = useLanguage();
  const { at, days, openDossiers, movedClocks, changes } = preview;
  const number = (value: number) => numberText(value, language);
  return (
    <div>
      <p>
        {words.looked(number(openDossiers))} <span className="soft">{words.previewAt(instantText(at))}</span>
      </p>
      {days.length > 0 && (
        <p>
          {words.days1(number(days.length))}
          {days.length > MOST_DAYS && ` (${words.mostDays(number(MOST_DAYS))})`}:{' '}
          {days.slice(0, MOST_DAYS).map(dayText).join(', ')}
        </p>
      )}
      {movedClocks === 0 ? <p>{words.nothingMoves}</p> : <Totals preview={preview} />}
      {changes.length > 0 && <Changes key={JSON.stringify(body)} preview={preview} body={body} />}
    </div>
  );
}

function Totals({ preview }: { readonly preview: CalendarPreview }) {
  const words = useWords(writeWords);
  const { language } = useLanguage();
  const { movedClocks, earlier, later, becomeOverdue, ceaseOverdue, noLongerComputable } = preview;
  const counts = [
    ...[[movedClocks, words.moved] as const, [becomeOverdue, words.becomeOverdue] as const],
    ...[[ceaseOverdue, words.ceaseOverdue] as const, [earlier, words.earlier] as const],
    ...[[later, words.later] as const, [noLongerComputable, words.noLonger] as const],
  ];
  return (
    <ul className={style['totals']}>
      {counts.map(([count, word]) => (
        <li key={word}>
          <strong>{numberText(count, language)}</strong> {word}
        </li>
      ))}
    </ul>
  );
}

function Changes({ preview, body }: Properties) {
  const words = useWords(writeWords);
  const parts = useWords(partWords);
  const names = useAgencyNames(true);
  const [further, setFurther] = useState<Pick<CalendarPreview, 'changes' | 'next'>>({
    changes: [],
    next: preview.next,
  });
  const more = useMutation({
    mutationFn: (cursor: string) => morePreviewed(preview.calendar, body, cursor),
    onSuccess: ({ changes, next }) => setFurther((before) => ({ changes: [...before.changes, ...changes], next })),
  });
  const { next } = further;
  return (
    <>
      <div className="scroll">
        <table>
          <caption>{words.worst}</caption>
          <Columns
            of={[
              words.effect,
              words.clock,
              words.owner,
              words.before,
              words.after,
              words.minutes,
              { number: words.count },
            ]}
          />
          <tbody>
            {[...preview.changes, ...further.changes].map((moved, i) => (
              <Change key={i} moved={moved} name={names} />
            ))}
          </tbody>
        </table>
      </div>
      {more.error !== null && <FaultOf fault={more.error} />}
      {next !== null && (
        <button type="button" disabled={more.isPending} onClick={() => more.mutate(next)}>
          {more.isPending ? parts.loading : parts.more}
        </button>
      )}
    </>
  );
}

function Change({ moved, name }: { readonly moved: MovedClocks; readonly name: (id: string) => string }) {
  const words = useWords(writeWords);
  const kinds: Readonly<Record<string, string>> = useWords(nameWords).clock;
  const { language } = useLanguage();
  const { clock, owner, dueBefore, dueAfter, workingMinutes, clocks } = moved;
  const worth = workingMinutes === null ? '' : minutesText(Math.abs(workingMinutes), language);
  return (
    <tr>
      <td>
        <Effect moved={moved} />
      </td>
      <th scope="row">{kinds[clock] ?? clock}</th>
      <td>{owner === null ? words.others : name(owner)}</td>
      <td>
        <Instant at={dueBefore} />
      </td>
      <td>
        <Instant at={dueAfter} />
      </td>
      <td>{workingMinutes === null ? '–' : workingMinutes < 0 ? words.lost(worth) : words.gained(worth)}</td>
      <td className="number">{numberText(clocks, language)}</td>
    </tr>
  );
}

function Effect({ moved: { becomesOverdue, ceasesOverdue, dueBefore, dueAfter } }: { readonly moved: MovedClocks }) {
  const words = useWords(writeWords);
  if (becomesOverdue) return <Badge level="overdue">{words.becomeOverdue}</Badge>;
  if (ceasesOverdue) return <Badge level="onTime">{words.ceaseOverdue}</Badge>;
  if (dueBefore === null || dueAfter === null) return <Badge level="unknown">{words.noLonger}</Badge>;
  if (dueAfter < dueBefore) return <Badge level="low">{words.earlier}</Badge>;
  return dueAfter > dueBefore ? <Badge level="onTime">{words.later}</Badge> : <>–</>;
}
