/** Each way out with its verdict, its dates and who pays for it; one click takes it into the form. */
import { useMutation } from '@tanstack/react-query';
import type { FeasibilityAnswer } from '@lien-thong/client';
import { useState } from 'react';
import { Field } from '../../parts/field.js';
import { useTell } from '../../parts/toast.js';
import { FaultOf } from '../../parts/trouble.js';
import { useWords } from '../../words/catalogue.js';
import { minutesText } from '../../words/format.js';
import { useLanguage, useSay } from '../../words/language.js';
import { isSame } from '../form/json.js';
import type { Change, Json } from '../form/json.js';
import { useWording } from '../form/wording.js';
import { changesOfWay, isApplied, overwritten } from './apply-way.js';
import { askWaysOut } from './ask.js';
import type { Policy, Question } from './ask.js';
import { useLegName } from './leg-name.js';
import { Promises } from './promises.js';
import style from './proof.module.css';
import { proofWords } from './proof-words.js';
import { VerdictMark } from './verdict-mark.js';

type Way = FeasibilityAnswer['waysOut'][number];
const POLICIES: readonly Policy[] = ['proportional', 'reserveForDecider', 'firstCome'];

interface Properties {
  readonly question: Question | null;
  readonly current: Json;
  readonly apply: (changes: readonly Change[]) => void;
}

export function WaysOut({ question, current, apply }: Properties) {
  const words = useWords(proofWords);
  const [policy, choose] = useState<Policy>('proportional');
  const ask = useMutation({ mutationFn: (asked: Question) => askWaysOut(asked, policy) });
  const found = ask.data;
  return (
    <section>
      <h3>{words.ways}</h3>
      <p className="soft">{words.waysHint}</p>
      <Field label={words.policy}>
        {(ids) => (
          <select
            {...ids}
            value={policy}
            onChange={({ target }) => choose(POLICIES.find((one) => one === target.value) ?? 'proportional')}
          >
            {POLICIES.map((one) => (
              <option key={one} value={one}>
                {words.policies[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button
        type="button"
        disabled={question === null || ask.isPending}
        onClick={() => question !== null && ask.mutate(question)}
      >
        {words.findWays}
      </button>
      <p role="status">{ask.isPending ? words.findingWays : ''}</p>
      {ask.error !== null && <FaultOf fault={ask.error} />}
      {found !== undefined && !isSame(found.asked.definition, current) && (
        <p className={style['stale']}>{words.waysOld}</p>
      )}
      {found?.answer.waysOut.map((way) => (
        <WayCard key={way.way} {...{ way, current, apply }} asked={found.asked.definition} />
      ))}
    </section>
  );
}

interface CardProperties extends Pick<Properties, 'current' | 'apply'> {
  readonly way: Way;
  readonly asked: Json;
}

function WayCard({ way, asked, current, apply }: CardProperties) {
  const words = useWords(proofWords);
  const say = useSay();
  const { language } = useLanguage();
  const legName = useLegName(asked);
  const { proof, costs, without, promises } = way;
  return (
    <article className={style['way']}>
      <h4>{say(way.sentence, way.sentenceEn)}</h4>
      <p>
        <VerdictMark verdict={proof.verdict} /> {!proof.computable && say(proof.why, proof.whyEn)}
      </p>
      {way.way !== 'asConfigured' && (
        <ul aria-label={words.costs}>
          {costs.length === 0 && <li>{words.nobody}</li>}
          {costs.map(({ kind, leg, minutes, sentence, sentenceEn }, i) => (
            <li key={i}>
              {kind === 'shorterBudget' && leg !== null && minutes !== null
                ? words.shorter(legName(leg), minutesText(minutes, language))
                : say(sentence, sentenceEn)}
              {leg === null && minutes !== null && ` (${minutesText(minutes, language)})`}
            </li>
          ))}
        </ul>
      )}
      {without.length > 0 && <p className="soft">{words.without}</p>}
      <details>
        <summary>{words.promises}</summary>
        <Promises promises={promises} />
      </details>
      <Application {...{ way, asked, current, apply }} />
    </article>
  );
}

function Application({ way, asked, current, apply }: CardProperties) {
  const words = useWords(proofWords);
  const say = useSay();
  const tell = useTell();
  const { place, value } = useWording();
  if (way.way === 'asConfigured') return null;
  if (way.definition === null) return <p className="soft">{whyNot(way, words)}</p>;
  const changes = changesOfWay(asked, way.definition as unknown as Json);
  if (changes.length === 0) return <p className="soft">{words.asIs}</p>;
  const name = say(way.sentence, way.sentenceEn);
  return (
    <>
      <p className={style['changesOf']}>{words.changes}:</p>
      <ul aria-label={words.changes} className="soft">
        {changes.map(({ path, from, to }) => (
          <li key={path}>
            {place(current, path)}: {value(path, from)} → <strong>{value(path, to)}</strong>
          </li>
        ))}
      </ul>
      {overwritten({ asked, current }, changes).length > 0 && <p className={style['stale']}>{words.overwrites}</p>}
      {isApplied(current, changes) ? (
        <p className="soft">✓ {words.taken}</p>
      ) : (
        <button
          type="button"
          aria-label={`${words.apply}: ${name}`}
          onClick={() => {
            apply(changes);
            tell(words.applied(name));
          }}
        >
          {words.apply}
        </button>
      )}
    </>
  );
}

/** Why there is no definition to take over. */
function whyNot({ way, proof }: Way, words: (typeof proofWords)['vi']): string {
  if (way !== 'splitBudgets') return words.notWritable;
  return proof.verdict === 'SAFE' ? words.asIs : words.noCut;
}
