/** Why a clock says what it says: what began and ended it, where it rested and on what ground, every day it counted. */
import type { ClockExplanation } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { instantText, minutesText, numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { CalendarDays } from './calendar-days.js';
import { DayTable } from './day-table.js';
import { durationText } from './duration.js';
import { explainWords } from './explain-words.js';
import { useGround } from './grounds.js';
import { useNames } from './names.js';

type Epoch = ClockExplanation['epochs'][number];

export function ClockProof({ proof: { epochs } }: { readonly proof: ClockExplanation }) {
  const words = useWords(explainWords);
  const { language } = useLanguage();
  return (
    <div className="stack">
      {epochs.map((epoch, i) => (
        <div key={epoch.startedBy.seq}>
          {epochs.length > 1 && <h3>{words.epoch(numberText(i + 1, language))}</h3>}
          <EpochProof epoch={epoch} />
        </div>
      ))}
    </div>
  );
}

function EpochProof({ epoch }: { readonly epoch: Epoch }) {
  const words = useWords(explainWords);
  const names = useNames();
  const { language } = useLanguage();
  const { startedBy, stoppedBy, cutoff, minutes, clock, granule } = epoch;
  return (
    <ul>
      <li>
        {words.started(instantText(startedBy.at), names.event(startedBy.type))} (
        <a href={`#fact-${startedBy.seq}`}>{words.fact(String(startedBy.seq))}</a>)
        {cutoff !== null && <p>{words.cutoff(cutoff.time, instantText(clock.countsFrom))}</p>}
      </li>
      <Stretches epoch={epoch} />
      <Changes epoch={epoch} />
      <li>
        {minutes === null ? `◌ ${words.notComputable}` : words.sum(minutesText(minutes, language))}{' '}
        {clock.budget.unit === 'work' && words.budget(minutesText(clock.budget.minutes, language))}
      </li>
      {stoppedBy !== null && (
        <li>
          {words.stopped(instantText(stoppedBy.at), names.event(stoppedBy.type))} (
          <a href={`#fact-${stoppedBy.seq}`}>{words.fact(String(stoppedBy.seq))}</a>)
        </li>
      )}
      <Due epoch={epoch} />
      {granule !== null && <li>{words.granule(instantText(granule.from), instantText(granule.to))}</li>}
    </ul>
  );
}

/** Running and resting, in the order of time. */
function Stretches({ epoch: { stretches, rests } }: { readonly epoch: Epoch }) {
  const words = useWords(explainWords);
  const ground = useGround();
  const until = (to: string | null) => (to === null ? words.untilNow : instantText(to));
  const shown = [
    ...stretches.map(({ from, to, days }) => ({ from, text: words.stretch(instantText(from), until(to)), days })),
    ...rests.map(({ from, to, grounds }) => ({
      from,
      text: words.rest(instantText(from), until(to), grounds.map(ground).join(', ')),
      days: [],
    })),
  ].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  return (
    <>
      {shown.map(({ from, text, days }) => (
        <li key={text}>
          {text}
          {days === null && <p>◌ {words.notComputable}</p>}
          {days !== null && days.length > 0 && (
            <details open={days.length <= 5}>
              <summary>{words.days}</summary>
              <DayTable days={days} caption={text} />
            </details>
          )}
        </li>
      ))}
    </>
  );
}

/** What changed its length. */
function Changes({ epoch: { extensions, amendments, recuts } }: { readonly epoch: Epoch }) {
  const words = useWords(explainWords);
  const { language } = useLanguage();
  const duration = (text: string) => durationText(text, words, language);
  const minutes = (value: number) => minutesText(value, language);
  const lines = [
    ...extensions.map(({ because, by, legalBasis }) => ({
      because,
      text: words.extension(duration(by), legalBasis, instantText(because.at)),
    })),
    ...amendments.map(({ because, fromVersion, toVersion, limitBefore, limit }) => ({
      because,
      text: words.amendment(`${fromVersion} → ${toVersion}`, `${duration(limitBefore)} → ${duration(limit)}`),
    })),
    ...recuts.map(({ because, fromMinutes, toMinutes, remainingMinutes }) => ({
      because,
      text: words.recut(minutes(fromMinutes), minutes(toMinutes), minutes(remainingMinutes)),
    })),
  ];
  return (
    <>
      {lines.map(({ because, text }) => (
        <li key={`${because.seq} ${text}`}>
          {text} (<a href={`#fact-${because.seq}`}>{words.fact(String(because.seq))}</a>)
        </li>
      ))}
    </>
  );
}

function Due({ epoch: { due } }: { readonly epoch: Epoch }) {
  const words = useWords(explainWords);
  if (due === null) return null;
  return (
    <li>
      {words.due(instantText(due.at))}
      {due.days.length > 0 && <DayTable days={due.days} caption={words.days} />}
      {due.calendarDays !== null && <CalendarDays counted={due.calendarDays} />}
    </li>
  );
}
