/** From how many minutes of reception the limit is broken: as fast as can be, with every budget used up, and with budgets cut anew. */
import type { TimelineProof } from '@lien-thong/client';
import { useWords } from '../../words/catalogue.js';
import { minutesText, numberText, shareText } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import style from './proof.module.css';
import { proofWords } from './proof-words.js';

type Proved = Extract<TimelineProof, { computable: true }>;

export function Shares({ proof }: { readonly proof: Proved }) {
  const words = useWords(proofWords);
  const { language } = useLanguage();
  const slack = (left: number) =>
    proof.slackUnit === 'days' ? words.days(numberText(left, language)) : minutesText(left, language);
  const rows = [
    [words.best, proof.best],
    [words.worst, proof.worst],
    [words.dynamic, proof.dynamicRescue],
  ] as const;
  return (
    <table className={style['compact']}>
      <caption>{words.shares}</caption>
      <thead>
        <tr>
          <th scope="col">{words.reading}</th>
          <th scope="col" className="number">
            {words.share}
          </th>
          <th scope="col" className="number">
            {words.slack}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, { starts, breaching, worstSlack }]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">
              {shareText(breaching, starts, language) ?? '–'}
              <br />
              <span className="soft">
                {words.starts(numberText(breaching, language), numberText(starts, language))}
              </span>
            </td>
            <td className="number">{slack(worstSlack)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
