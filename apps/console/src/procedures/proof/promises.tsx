/** Receptions an officer knows by heart, and the date each would be promised. */
import type { FeasibilityAnswer } from '@lien-thong/client';
import { Instant } from '../../parts/instant.js';
import { useWords } from '../../words/catalogue.js';
import { useSay } from '../../words/language.js';
import style from './proof.module.css';
import { proofWords } from './proof-words.js';

export type PromisesOf = FeasibilityAnswer['promises'];

export function Promises({ promises }: { readonly promises: PromisesOf }) {
  const words = useWords(proofWords);
  const say = useSay();
  if (promises.length === 0) return null;
  return (
    <table className={style['compact']}>
      <caption>{words.promises}</caption>
      <thead>
        <tr>
          <th scope="col">{words.received}</th>
          <th scope="col">{words.promised}</th>
        </tr>
      </thead>
      <tbody>
        {promises.map(({ example, sentence, sentenceEn, receivedAt, promisedAt, estimate }) => (
          <tr key={example}>
            <th scope="row">
              {say(sentence, sentenceEn)}
              <div className="soft">
                <Instant at={receivedAt} />
              </div>
            </th>
            <td>
              {promisedAt === null ? <span>◌ {words.noPromise}</span> : <Instant at={promisedAt} />}
              {estimate && <div className="soft">{words.estimate}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
