/** The worst reception of the year, leg by leg, as a table with a bar on the axis of the limit. */
import type { FeasibilityWitness } from '@lien-thong/client';
import { Instant } from '../../parts/instant.js';
import { useWords } from '../../words/catalogue.js';
import { instantText, minutesText } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import type { Json } from '../form/json.js';
import { useLegName } from './leg-name.js';
import style from './proof.module.css';
import { proofWords } from './proof-words.js';
import { spansOf } from './witness-spans.js';

interface Properties {
  readonly witness: FeasibilityWitness;
  readonly definition: Json;
}

export function WitnessTable({ witness, definition }: Properties) {
  const words = useWords(proofWords);
  const { language } = useLanguage();
  const legName = useLegName(definition);
  const owners: Readonly<Record<string, string>> = words.owners;
  const { allowed, used, slack, steps, start } = witness;
  const minutes = (count: number) => minutesText(count, language);
  const sum =
    slack < 0
      ? words.over(minutes(used), minutes(allowed), minutes(-slack))
      : words.within(minutes(used), minutes(allowed), minutes(slack));
  const spans = spansOf(witness);
  return (
    <section>
      <h4>{words.witness}</h4>
      <p>{words.witnessOf(instantText(start))}</p>
      <table className={style['compact']}>
        <caption className="visually-hidden">{words.witness}</caption>
        <thead>
          <tr>
            <th scope="col">{words.leg}</th>
            <th scope="col">{words.to}</th>
            <th scope="col" className="number">
              {words.charged}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ key, owner, to, charged, legalMinutes }, i) => (
            <tr key={`${key} ${i}`}>
              <th scope="row">
                {legName(key)}
                <span className="soft"> · {owners[owner.split(':')[0] ?? ''] ?? owner}</span>
                <Bar span={spans[i]} limit={spans.length === 0 ? 0 : (spans[i]?.limit ?? 0)} />
              </th>
              <td>
                <Instant at={to} />
              </td>
              <td className="number">
                {minutes(charged)}
                {charged !== legalMinutes && (
                  <div className="soft">{words.notCharged(minutes(legalMinutes - charged))}</div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={slack < 0 ? style['over'] : undefined}>{sum}</p>
    </section>
  );
}

/** Where the leg lies, with a line where the limit ends; the table says the same in figures. */
function Bar({ span, limit }: { readonly span: { from: number; to: number } | undefined; readonly limit: number }) {
  if (span === undefined) return null;
  const { from, to } = span;
  const inside = Math.min(to, limit);
  return (
    <svg className={style['bar']} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect x={0} y={2.5} width={100} height={1} className={style['axis']} />
      {inside > from && <rect x={from} y={1} width={inside - from} height={4} className={style['kept']} />}
      {to > limit && (
        <rect
          x={Math.max(from, limit)}
          y={1}
          width={to - Math.max(from, limit)}
          height={4}
          className={style['broken']}
        />
      )}
      <rect x={Math.min(limit, 99.4)} y={0} width={0.6} height={6} className={style['limit']} />
    </svg>
  );
}
