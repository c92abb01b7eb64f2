/**
 * The verdicts of the other routes, asked for by themselves once typing has rested: one question at a time, the least work first. Typing
 * on gives the one in flight up, and what was answered before is known still.
 */
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWords } from '../../words/catalogue.js';
import { numberText } from '../../words/format.js';
import { useLanguage, useSay } from '../../words/language.js';
import { listAt, valueAt } from '../form/json.js';
import type { Json } from '../form/json.js';
import { routeQuery } from './ask.js';
import type { Proved, Question, Route } from './ask.js';
import { byVerdict } from './by-verdict.js';
import style from './proof.module.css';
import { otherRoutes } from './routes-of.js';
import type { WholeRoute } from './routes-of.js';
import { otherRoutesWords } from './other-routes-words.js';
import { proofWords } from './proof-words.js';
import { useSlackText } from './slack-text.js';
import { useSettled } from './use-settled.js';
import { VerdictMark } from './verdict-mark.js';

/** After the answer on the route that is looked at; the proof of what somebody writes next must not wait for these. */
const RESTED_AFTER_MS = 1_500;

interface Looked {
  readonly route: WholeRoute;
  /** Null: not yet; `fault`: could not be asked. */
  readonly proof: Proved['answer']['proof'] | null;
  readonly fault: boolean;
}

interface Standing {
  /** The question of the proof that stands beside. */
  readonly answered: Question;
  /** Something newer is written: nothing is asked any more, what is known stays in sight. */
  readonly stale: boolean;
}

function useOtherRoutes({ answered, stale }: Standing): readonly Looked[] {
  const client = useQueryClient();
  const rested = useSettled(stale ? null : answered, RESTED_AFTER_MS);
  const routes = useMemo(() => otherRoutes(answered.definition, answered.route), [answered]);
  const queries = routes.map((route) => routeQuery(questionOf(answered, route)));
  const isDone = ({ queryKey }: (typeof queries)[number]): boolean =>
    ['success', 'error'].includes(client.getQueryState(queryKey)?.status ?? 'pending');
  const next = rested === answered ? queries.findIndex((query) => !isDone(query)) : -1;
  // Nobody looks at the one in flight once it is stale: it is given up.
  const results = useQueries({ queries: stale ? [] : queries.map((query, i) => ({ ...query, enabled: i === next })) });
  return routes.map((route, i) => {
    const key = queries[i]?.queryKey ?? [];
    const found = results[i]?.data ?? client.getQueryData<Proved>(key);
    const status = results[i]?.status ?? client.getQueryState(key)?.status;
    return { route, proof: found?.answer.proof ?? null, fault: status === 'error' };
  });
}

function questionOf({ definition, range }: Question, { channels: _, ...route }: WholeRoute): Question {
  return { definition, route, range };
}

interface Properties extends Standing {
  readonly consider: (route: Route) => void;
}

export function OtherRoutes({ answered, stale, consider }: Properties) {
  const words = useWords(otherRoutesWords);
  const { language } = useLanguage();
  const looked = useOtherRoutes({ answered, stale });
  if (looked.length === 0) return null;
  const done = looked.filter(({ proof, fault }) => proof !== null || fault);
  const number = (count: number) => numberText(count, language);
  return (
    <section>
      <h4>{words.title}</h4>
      <p role="status" className="soft">
        {done.length < looked.length ? words.asking(number(done.length), number(looked.length)) : words.same}
      </p>
      <ul className={style['others']}>
        {[...looked].sort(worstFirst).map(({ route, ...found }) => (
          <li key={`${route.caseKey} ${route.channel} ${route.route}`}>
            <Line {...{ route, consider, ...found }} definition={answered.definition} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is not known yet comes last; what could not be asked before it. */
function worstFirst(one: Looked, other: Looked): number {
  const rank = ({ proof, fault }: Looked): number => (proof === null ? (fault ? 1 : 2) : 0);
  if (one.proof === null || other.proof === null) return rank(one) - rank(other);
  return byVerdict(one.proof.verdict, other.proof.verdict);
}

interface LineProperties extends Looked {
  readonly definition: Json;
  readonly consider: (route: Route) => void;
}

function Line({ route: { channels, ...route }, proof, fault, definition, consider }: LineProperties) {
  const words = useWords(otherRoutesWords);
  const names = useWords(proofWords);
  const say = useSay();
  const slackText = useSlackText();
  const cases = listAt(definition, 'cases');
  const own = cases.find((one) => valueAt(one, 'key') === route.caseKey) ?? null;
  const caseName = say(String(valueAt(own, 'name') ?? route.caseKey), String(valueAt(own, 'nameEn') ?? route.caseKey));
  const name = [
    names.routes[route.route],
    channels.map((channel) => names.channels[channel]).join(', '),
    ...(cases.length > 1 ? [caseName] : []),
  ].join(' · ');
  return (
    <>
      {proof === null ? (
        <span className="soft">◌ {fault ? words.notAsked : words.waiting}</span>
      ) : (
        <VerdictMark verdict={proof.verdict} />
      )}{' '}
      {name}
      {proof?.computable === false && <div className="soft">{say(proof.why, proof.whyEn)}</div>}
      {proof?.computable === true && (
        <span className="soft"> · {slackText(proof.worst.worstSlack, proof.slackUnit)}</span>
      )}{' '}
      <button
        type="button"
        className={`plain ${style['place']}`}
        aria-label={`${names.consider}: ${name}`}
        onClick={() => consider(route)}
      >
        {names.consider}
      </button>
    </>
  );
}
