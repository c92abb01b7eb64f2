/** Who consumed the time: every working minute has one owner, and the sum is shown beside the count on the calendar. */
import type { Dossier, Timeline } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { minutesText, numberText, shareText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { attributionWords } from './attribution-words.js';
import style from './dossier.module.css';
import { ownerKey, sumOf } from './lanes.js';
import { LatenessTable } from './lateness-table.js';
import { useNames } from './names.js';

interface Properties {
  readonly dossier: Dossier;
  readonly timeline: Timeline;
}

export function Attribution({ dossier, timeline }: Properties) {
  const words = useWords(attributionWords);
  const { attribution, lateness } = timeline;
  if (attribution.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="attribution">
      <h2 id="attribution">{words.heading}</h2>
      {!timeline.whole && <p className="soft">{words.part}</p>}
      <Against dossier={dossier} />
      <Shares timeline={timeline} />
      <Exactness timeline={timeline} />
      {lateness !== null && lateness.state !== 'inTime' && <LatenessTable lateness={lateness} />}
    </section>
  );
}

function Against({ dossier: { clocks } }: Pick<Properties, 'dossier'>) {
  const words = useWords(attributionWords);
  const { language } = useLanguage();
  const legal = clocks.find(({ kind }) => kind === 'legal');
  if (legal === undefined || legal.usedMinutes === null || legal.budget.unit !== 'work') return null;
  const { usedMinutes, budget } = legal;
  const over = usedMinutes - budget.minutes;
  return (
    <p>
      {words.against(minutesText(usedMinutes, language), minutesText(budget.minutes, language))}{' '}
      {over > 0 && <strong>{words.over(minutesText(over, language))}</strong>}
    </p>
  );
}

function Shares({ timeline: { attribution } }: Pick<Properties, 'timeline'>) {
  const words = useWords(attributionWords);
  const names = useNames();
  const { language } = useLanguage();
  const sum = sumOf(attribution.map(({ legalMinutes }) => legalMinutes));
  const text = (minutes: number | null) => (minutes === null ? words.unknown : minutesText(minutes, language));
  const share = (minutes: number | null) =>
    minutes === null || sum === null ? null : shareText(minutes, sum, language);
  return (
    <div className="scroll">
      <table>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.owner}</th>
            <th scope="col" className="number">
              {words.minutes}
            </th>
            <th scope="col" className="number">
              {words.count}
            </th>
            <th scope="col" colSpan={2}>
              {words.share}
            </th>
            <th scope="col" className="number">
              {words.turns}
            </th>
          </tr>
        </thead>
        <tbody>
          {attribution.map(({ owner, legalMinutes, segments }) => (
            <tr key={ownerKey(owner)}>
              <th scope="row">{names.owner(owner)}</th>
              <td className="number">{text(legalMinutes)}</td>
              <td className="number">{legalMinutes === null ? '–' : numberText(legalMinutes, language)}</td>
              <td className="number">{share(legalMinutes) ?? '–'}</td>
              <td className={style['shareCell']}>
                {legalMinutes !== null && sum !== null && sum > 0 && (
                  <span className={style['share']} style={{ width: `${(100 * legalMinutes) / sum}%` }} />
                )}
              </td>
              <td className="number">{numberText(segments, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={style['sum']}>
            <th scope="row">{words.sum}</th>
            <td className="number">{text(sum)}</td>
            <td className="number">{sum === null ? '–' : numberText(sum, language)}</td>
            <td className="number">{share(sum) ?? '–'}</td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Exactness({ timeline: { total } }: Pick<Properties, 'timeline'>) {
  const words = useWords(attributionWords);
  const { language } = useLanguage();
  if (total === null) return null;
  if (total.exact === null || total.legalMinutes === null) return <p>◌ {words.notKnown}</p>;
  const counted = numberText(total.legalMinutes, language);
  return total.exact ? <p>✓ {words.exact(counted)}</p> : <p role="alert">● {words.notExact(counted)}</p>;
}
