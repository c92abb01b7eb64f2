/** Whose the late minutes are, as the service reckons it: own, inherited, structural, outside; they add up to the lateness. */
import type { Lateness } from '@lien-thong/client';
import { Instant } from '../parts/instant.js';
import { useWords } from '../words/catalogue.js';
import { instantText, minutesText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { attributionWords } from './attribution-words.js';
import style from './dossier.module.css';
import { ownerKey } from './lanes.js';
import { useNames } from './names.js';

const KINDS = ['ownExcess', 'inherited', 'structural', 'outside'] as const;

export function LatenessTable({ lateness }: { readonly lateness: Lateness }) {
  const words = useWords(attributionWords);
  const say = useSay();
  const { state, ended, provisional, since, sentence, sentenceEn, shares } = lateness;
  return (
    <>
      <h3>{words.lateness}</h3>
      <p>
        {say(sentence, sentenceEn)} {since !== null && words.since(instantText(since))}{' '}
        {state === 'late' && ended === false && words.open} {provisional && words.provisional}
      </p>
      {shares.length > 0 && <LateShares lateness={lateness} />}
      {lateness.stretches.length > 0 && <Stretches lateness={lateness} />}
    </>
  );
}

function LateShares({ lateness: { shares, minutes } }: { readonly lateness: Lateness }) {
  const words = useWords(attributionWords);
  const names = useNames();
  const { language } = useLanguage();
  const text = (value: number) => (value === 0 ? '–' : minutesText(value, language));
  return (
    <div className="scroll">
      <table>
        <caption className="visually-hidden">{words.lateCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.owner}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col" className="number">
                {words[kind]}
              </th>
            ))}
            <th scope="col" className="number">
              {words.late}
            </th>
            <th scope="col" className="number">
              {words.passedOn}
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={ownerKey(share.owner)}>
              <th scope="row">{names.owner(share.owner)}</th>
              {KINDS.map((kind) => (
                <td key={kind} className="number">
                  {text(share[kind])}
                </td>
              ))}
              <td className="number">{text(KINDS.reduce((sum, kind) => sum + share[kind], 0))}</td>
              <td className="number">{text(share.passedOn)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={style['sum']}>
            <th scope="row">{words.late}</th>
            {KINDS.map((kind) => (
              <td key={kind} className="number">
                {text(shares.reduce((sum, share) => sum + share[kind], 0))}
              </td>
            ))}
            <td className="number">{minutes === null ? words.unknown : minutesText(minutes, language)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Stretches({ lateness: { stretches } }: { readonly lateness: Lateness }) {
  const words = useWords(attributionWords);
  const names = useNames();
  const { language } = useLanguage();
  return (
    <details>
      <summary>{words.stretches}</summary>
      <ul>
        {stretches.map(({ from, to, owner, kind, dueTo, minutes }) => (
          <li key={from}>
            <Instant at={from} /> → <Instant at={to} />: {names.owner(owner)}, {minutesText(minutes, language)},{' '}
            {words[kind].toLowerCase()}
            {dueTo !== null && ownerKey(dueTo) !== ownerKey(owner) && ` (${words.dueTo(names.owner(dueTo))})`}
          </li>
        ))}
      </ul>
    </details>
  );
}
