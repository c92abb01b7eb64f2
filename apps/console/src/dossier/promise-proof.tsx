/** Why the receipt says this date: each part, each day. */
import type { PromiseExplanation } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { instantText, minutesText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { CalendarDays } from './calendar-days.js';
import { DayTable } from './day-table.js';
import { explainWords } from './explain-words.js';
import { useNames } from './names.js';

type Part = NonNullable<PromiseExplanation['parts']>[number];

export function PromiseProof({ proof }: { readonly proof: PromiseExplanation }) {
  const words = useWords(explainWords);
  const { promise, parts } = proof;
  return (
    <div className="stack">
      <p>
        <strong>{words.promised(instantText(promise.at))}</strong> {promise.estimate && words.estimate}{' '}
        {promise.provisional && words.provisional}
      </p>
      <Agreement proof={proof} />
      {parts === null ? (
        <p>◌ {words.notComputable}</p>
      ) : (
        <ol>
          {parts.map((part) => (
            <PartProof key={part.part} part={part} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Agreement({ proof: { agrees, computed, movedBy } }: { readonly proof: PromiseExplanation }) {
  const words = useWords(explainWords);
  const names = useNames();
  return (
    <>
      {movedBy.length > 0 && (
        <>
          <p>{words.movedBy}</p>
          <ul>
            {movedBy.map(({ seq, type, at }) => (
              <li key={seq}>
                {instantText(at)}: {names.event(type)} (<a href={`#fact-${seq}`}>{words.fact(String(seq))}</a>)
              </li>
            ))}
          </ul>
        </>
      )}
      {agrees === true && <p>✓ {words.agrees}</p>}
      {agrees === false && computed !== null && <p>▲ {words.differs(instantText(computed))}</p>}
    </>
  );
}

function PartProof({
  part: { part, from, countsFrom, to, minutes, cutoff, days, calendarDays },
}: {
  readonly part: Part;
}) {
  const words = useWords(explainWords);
  const { language } = useLanguage();
  const line =
    minutes === null
      ? words.partDays(instantText(from), instantText(to))
      : words.partFrom(instantText(countsFrom), instantText(to), minutesText(minutes, language));
  return (
    <li>
      <strong>{words.part[part]}</strong>: {line}
      {cutoff !== null && <p>{words.cutoff(cutoff.time, instantText(countsFrom))}</p>}
      {days !== null && <DayTable days={days} caption={words.days} />}
      {calendarDays !== null && <CalendarDays counted={calendarDays} />}
    </li>
  );
}
