/** Starts and breaches by something: a bar, a share, the figures. */
import { useWords } from '../../words/catalogue.js';
import { numberText, shareText } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import style from './proof.module.css';
import { proofWords } from './proof-words.js';
import type { Counted } from './start-map.js';

interface Properties {
  readonly caption: string;
  readonly rows: readonly (readonly [string, Counted])[];
}

export function Counts({ caption, rows }: Properties) {
  const words = useWords(proofWords);
  const { language } = useLanguage();
  return (
    <table className={style['compact']}>
      <caption>{caption}</caption>
      <tbody>
        {rows.map(([name, { starts, breaching }]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={style['meter']}>
              <svg className={style['bar']} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect x={0} y={1} width={100} height={4} className={style['axis']} />
                <rect
                  x={0}
                  y={1}
                  width={starts === 0 ? 0 : (100 * breaching) / starts}
                  height={4}
                  className={style['broken']}
                />
              </svg>
            </td>
            <td className="number">{shareText(breaching, starts, language) ?? '–'}</td>
            <td className="number soft">
              {words.starts(numberText(breaching, language), numberText(starts, language))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
