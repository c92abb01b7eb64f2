/** The table of the on-time report: one line a group, the whole below. */
import type { OnTimeReport } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { numberText, shareText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { Bar } from './bar.js';
import { Figure } from './figure.js';
import { MEASURES } from './on-time-rows.js';
import type { Measure } from './on-time-rows.js';
import { monthText } from './period.js';
import style from './reports.module.css';
import { reportWords } from './words.js';

type Counts = OnTimeReport['whole'];
const FIRSTS: readonly Measure[] = ['carriedOver', 'resolvedEarly', 'withdrawn', 'openInTime'];

export function OnTimeTable({ report }: { readonly report: OnTimeReport }) {
  const words = useWords(reportWords);
  const say = useSay();
  if (report.whole.total === 0) return <p className="card">{words.nothing}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.onTime.caption}>
      <table className={style['figures']}>
        <caption>{words.onTime.caption}</caption>
        <Head by={words.by[report.by]} />
        <tbody>
          {report.groups.map((group) => (
            <Line
              key={group.key}
              name={monthText(say(group.label, group.labelEn))}
              cellKey={group.key}
              counts={group}
            />
          ))}
          <Line name={words.whole} cellKey={undefined} counts={report.whole} isSum />
        </tbody>
      </table>
    </div>
  );
}

function Head({ by }: { readonly by: string }) {
  const words = useWords(reportWords).onTime;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {by}
        </th>
        <th scope="col" rowSpan={2} className="number">
          {words.total}
        </th>
        {(['taken', 'resolved', 'ended', 'open'] as const).map((name) => (
          <th
            key={name}
            scope="colgroup"
            colSpan={name === 'taken' || name === 'ended' ? 2 : 4}
            className={style['group']}
          >
            {words[name]}
          </th>
        ))}
        <th scope="col" rowSpan={2}>
          {words.share}
        </th>
      </tr>
      <tr>
        {MEASURES.map((measure) => (
          <th key={measure} scope="col" className={`number ${FIRSTS.includes(measure) ? style['first'] : ''}`}>
            {words[measure]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface LineProperties {
  readonly name: string;
  readonly cellKey: string | undefined;
  readonly counts: Counts;
  readonly isSum?: boolean;
}

function Line({ name, cellKey, counts, isSum = false }: LineProperties) {
  const words = useWords(reportWords).onTime;
  return (
    <tr className={isSum ? style['sum'] : ''}>
      <th scope="row">{name}</th>
      <td className="number">
        <Figure value={counts.total} cell={{ measure: 'total', key: cellKey }} what={words.total} of={name} />
      </td>
      {MEASURES.map((measure) => (
        <td key={measure} className={`number ${FIRSTS.includes(measure) ? style['first'] : ''}`}>
          <Figure value={counts[measure]} cell={{ measure, key: cellKey }} what={words[measure]} of={name} />
        </td>
      ))}
      <td className={style['share']}>
        <Share share={counts.resolvedInTime} />
      </td>
    </tr>
  );
}

function Share({ share: { numerator, denominator } }: { readonly share: Counts['resolvedInTime'] }) {
  const words = useWords(reportWords).onTime;
  const { language } = useLanguage();
  const percent = shareText(numerator, denominator, language);
  if (percent === null) return <span className="soft">{words.noShare}</span>;
  return (
    <>
      <strong>{percent}</strong>{' '}
      <span className="soft">{words.shareOf(numberText(numerator, language), numberText(denominator, language))}</span>
      <Bar part={numerator} whole={denominator} tone="good" />
    </>
  );
}
