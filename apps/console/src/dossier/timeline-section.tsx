/** Where the dossier was, in which working hours: as a drawing, and as a table with the same stretches. */
import type { Dossier, Timeline } from '@lien-thong/client';
import { useId } from 'react';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { durationText } from './duration.js';
import { useGround } from './grounds.js';
import { journalWords } from './journal-words.js';
import { TimelineChart } from './timeline-chart.js';
import style from './timeline.module.css';
import { TimelineTable } from './timeline-table.js';
import { timelineWords } from './timeline-words.js';

interface Properties {
  readonly dossier: Dossier;
  readonly timeline: Timeline;
}

export function TimelineSection({ dossier, timeline }: Properties) {
  const words = useWords(timelineWords);
  const { segments, axis, axisCut, whole } = timeline;
  return (
    <section className="card stack" aria-labelledby="timeline">
      <h2 id="timeline">{words.heading}</h2>
      {!whole && <p>{words.part}</p>}
      {segments.length === 0 && <p>{words.notReceived}</p>}
      {segments.length > 0 && axis === null && <p>{words.noAxis}</p>}
      {segments.length > 0 && axis !== null && (
        <>
          <p className="soft">
            {words.axis} {axisCut && words.cut}
          </p>
          <TimelineChart {...{ dossier, timeline }} blocks={axis} />
          <Legend timeline={timeline} />
        </>
      )}
      <Rests timeline={timeline} />
      <Extensions timeline={timeline} />
      {segments.length > 0 && (
        <details open={axis === null}>
          <summary>{words.asTable}</summary>
          <TimelineTable timeline={timeline} />
        </details>
      )}
    </section>
  );
}

const SWATCH = { width: 26, height: 12 };

/** What is not in the drawing is not explained either. */
function Legend({ timeline: { segments, lateness } }: Pick<Properties, 'timeline'>) {
  const words = useWords(timelineWords);
  const id = useId();
  const kinds = new Set(segments.map(({ owner }) => owner.kind));
  const shown = [
    ...(kinds.has('agency') ? (['agency'] as const) : []),
    ...(kinds.has('exchange') || kinds.has('publicPost') ? (['exchange'] as const) : []),
    ...(kinds.has('applicant') ? (['applicant'] as const) : []),
    ...(kinds.has('system') || kinds.has('external') ? (['system'] as const) : []),
    ...(segments.some(({ rests }) => (rests ?? []).length > 0) ? (['rest'] as const) : []),
    ...((lateness?.stretches.length ?? 0) > 0 ? (['late'] as const) : []),
  ];
  return (
    <ul className={style['legend']} aria-label={words.legendOf}>
      {shown.map((kind) => (
        <li key={kind}>
          <svg {...SWATCH} aria-hidden="true">
            {kind === 'rest' && (
              <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="7" height="7" className={style['hatchGround']} />
                <rect width="2.5" height="7" className={style['hatch']} />
              </pattern>
            )}
            <rect
              {...SWATCH}
              {...(kind === 'rest' ? { fill: `url(#${id})` } : {})}
              {...(kind === 'late' ? { y: 4, height: 5 } : {})}
              className={style[kind]}
            />
          </svg>
          {words.legend[kind]}
        </li>
      ))}
    </ul>
  );
}

function Rests({ timeline: { segments } }: Pick<Properties, 'timeline'>) {
  const words = useWords(timelineWords);
  const ground = useGround();
  const rests = segments.flatMap((segment) => segment.rests ?? []);
  if (rests.length === 0) return null;
  return (
    <>
      <h3>{words.rests}</h3>
      <ul>
        {rests.map(({ from, to, grounds, because }) => (
          <li key={from}>
            {words.restLine(instantText(from), instantText(to), grounds.map(ground).join(', '))} (
            <a href={`#fact-${because.seq}`}>{words.fact(String(because.seq))}</a>)
          </li>
        ))}
      </ul>
    </>
  );
}

/** By how much the limit was made longer, and by which law. */
function Extensions({ timeline: { journal } }: Pick<Properties, 'timeline'>) {
  const words = useWords(timelineWords);
  const lengths = useWords(journalWords);
  const { language } = useLanguage();
  const extensions = journal.filter(({ type }) => type === 'dossier.limitExtended.v1');
  if (extensions.length === 0) return null;
  return (
    <>
      <h3>{words.extensions}</h3>
      <ul>
        {extensions.map(({ seq, occurredAt, data: { by, legalBasis } }) => (
          <li key={seq}>
            {instantText(occurredAt)}:{' '}
            {words.extendedBy(durationText(String(by), lengths, language), String(legalBasis))} (
            <a href={`#fact-${seq}`}>{words.fact(String(seq))}</a>)
          </li>
        ))}
      </ul>
    </>
  );
}
