/** Minutes by group: dossiers, the minutes they are made of, their mean, and their part of the whole. */
import type { Report } from '@lien-thong/client';
import { Columns } from '../parts/columns.js';
import { useWords } from '../words/catalogue.js';
import { minutesText, numberText, shareText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { Bar } from './bar.js';
import { Figure } from './figure.js';
import { monthText } from './period.js';
import style from './reports.module.css';
import { reportWords } from './words.js';

/** Of one dossier: half of them have no more than the median, nine of ten no more than the next; the mean follows the few worst. */
const FIGURES = ['median', 'ninetieth', 'mean'] as const;

interface Properties {
  readonly report: Report;
  readonly of: 'lateness' | 'minutes';
  readonly groupName: string;
}

export function MinutesTable({ report, of, groupName }: Properties) {
  const words = useWords(reportWords);
  const { language } = useLanguage();
  const say = useSay();
  const { whole, groups, rest } = report;
  if (whole.ended === 0) return <p className="card">{words.nothing}</p>;
  const caption = of === 'lateness' ? words.minutes.captionLateness : words.minutes.captionMinutes;
  const late = of === 'lateness';
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className={style['figures']}>
        <caption>{caption}</caption>
        <Head {...{ late, groupName, hasCauses: report.by !== 'cause' }} />
        <tbody>
          {groups.map((group) => (
            <Line
              key={group.key}
              {...{ group, whole, late, hasCauses: report.by !== 'cause' }}
              name={monthText(say(group.label, group.labelEn))}
            />
          ))}
          {rest !== null && (
            <tr>
              <th scope="row">{words.minutes.rest}</th>
              <td colSpan={2} />
              <td className="number">{minutesText(rest.minutes, language)}</td>
              <td colSpan={FIGURES.length + 2} />
            </tr>
          )}
          <Line
            group={{ ...whole, key: undefined, causes: [] }}
            {...{ whole, late, hasCauses: report.by !== 'cause' }}
            name={words.whole}
            isSum
          />
        </tbody>
      </table>
    </div>
  );
}

interface HeadProperties {
  readonly late: boolean;
  readonly groupName: string;
  readonly hasCauses: boolean;
}

function Head({ late, groupName, hasCauses }: HeadProperties) {
  const words = useWords(reportWords).minutes;
  return (
    <Columns
      of={[
        groupName,
        { number: late ? words.lateDossiers : words.dossiers },
        { number: words.ended },
        { number: words.minutes },
        ...FIGURES.map((figure) => ({ number: words[figure] })),
        words.bar,
        ...(hasCauses ? [words.causes] : []),
      ]}
    />
  );
}

interface LineProperties {
  readonly group: Omit<Report['groups'][number], 'key' | 'label' | 'labelEn'> & {
    readonly key: string | undefined;
  };
  readonly whole: Report['whole'];
  readonly name: string;
  readonly late: boolean;
  readonly hasCauses: boolean;
  readonly isSum?: boolean;
}

function Line({ group, whole, name, late, hasCauses, isSum = false }: LineProperties) {
  const words = useWords(reportWords).minutes;
  const { language } = useLanguage();
  const { key, dossiers, ended, minutes, median, ninetieth, causes } = group;
  const what = late ? words.lateDossiers : words.dossiers;
  return (
    <tr className={isSum ? style['sum'] : ''}>
      <th scope="row">{name}</th>
      <td className="number">
        <Figure value={dossiers} cell={{ measure: 'all', key }} what={what} of={name} />
      </td>
      <td className="number">{ended === null ? '–' : numberText(ended, language)}</td>
      <td className="number">{minutesText(minutes, language)}</td>
      {[median, ninetieth, dossiers === 0 ? null : Math.round(minutes / dossiers)].map((value, i) => (
        <td key={FIGURES[i]} className="number">
          {value === null ? '–' : minutesText(value, language)}
        </td>
      ))}
      <td>
        {shareText(minutes, whole.minutes, language) ?? '–'}
        <Bar part={minutes} whole={whole.minutes} tone={late ? 'bad' : 'plain'} />
      </td>
      {hasCauses && (
        <td>
          <Causes causes={causes} />
        </td>
      )}
    </tr>
  );
}

function Causes({ causes }: { readonly causes: Report['groups'][number]['causes'] }) {
  const { language } = useLanguage();
  const say = useSay();
  return (
    <ul className={style['causes']}>
      {causes.map(({ cause, label, labelEn, minutes }) => (
        <li key={cause}>
          {minutesText(minutes, language)} · {say(label, labelEn)}
        </li>
      ))}
    </ul>
  );
}
