/** What the service says of the definition that is being written: verdict, shares, worst case, year, dates. Old answers stay in sight and say that they are old. */
import { useQuery } from '@tanstack/react-query';
import type { StartGrid, TimelineProof } from '@lien-thong/client';
import { FaultOf } from '../../parts/trouble.js';
import { troubleOf } from '../../service/service.js';
import { useWords } from '../../words/catalogue.js';
import { dayText, numberText } from '../../words/format.js';
import { useLanguage, useSay } from '../../words/language.js';
import { goToField } from '../form/form-context.js';
import type { Finding } from '../form/form-context.js';
import { fieldAtPlace } from '../form/fields.js';
import { useWording } from '../form/wording.js';
import { isSame } from '../form/json.js';
import type { Json } from '../form/json.js';
import { proofQuery } from './ask.js';
import type { Proved, Question, Route } from './ask.js';
import { OtherRoutes } from './other-routes.js';
import { Promises } from './promises.js';
import style from './proof.module.css';
import { proofWords } from './proof-words.js';
import { Shares } from './shares.js';
import { StartMap } from './start-map-view.js';
import { VerdictMark } from './verdict-mark.js';
import { WitnessTable } from './witness.js';

export interface Asking {
  readonly proved: Proved | null;
  /** What is shown is of another question than the one that stands. */
  readonly stale: boolean;
  readonly fault: unknown;
  /** Errors of lint, when they are why nothing can be computed. */
  readonly findings: readonly Finding[];
  readonly again: () => void;
}

/** `settled` is the question once nobody types any more; `current` what stands in the form now. */
export function useProof(settled: Question | null, current: Json): Asking {
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery(proofQuery(settled));
  const moved = settled === null || !isSame(settled.definition, current);
  const problem = troubleOf(error);
  const lint = problem?.code === 'lint-failed' || problem?.code === 'invalid-body' ? problem.errors : [];
  return {
    proved: data ?? null,
    stale: moved || isPlaceholderData || (isFetching && data === undefined),
    fault: moved ? null : error,
    findings: lint.map(({ field, reason, reasonEn }) => ({
      ...{
        path: field.replace(/^definition\./, ''),
        severity: 'error' as const,
        sentence: reason,
        sentenceEn: reasonEn,
      },
    })),
    again: () => void refetch(),
  };
}

interface LiveProperties {
  readonly asking: Asking;
  readonly definition: Json;
  /** Chooses another route to be looked at. */
  readonly consider: (route: Route) => void;
}

export function LiveProof({ asking, definition, consider }: LiveProperties) {
  const words = useWords(proofWords);
  const { proved, stale, fault, findings, again } = asking;
  const state = stale ? (proved === null ? words.askingFirst : words.asking) : proved === null ? '' : words.upToDate;
  return (
    <div className={style['live']}>
      <p role="status" className={stale ? style['stale'] : 'soft'}>
        {stale && <span aria-hidden="true">◌ </span>}
        {fault === null ? state : ''}
      </p>
      {findings.length > 0 && !stale ? (
        <FindingList title={words.lint} findings={findings} definition={definition} />
      ) : (
        fault !== null && <FaultOf fault={fault} again={again} />
      )}
      {proved !== null && (findings.length === 0 || stale) && (
        <div className={stale ? style['old'] : undefined}>
          <Verdict proof={proved.answer.proof} route={proved.asked.route} />
          <OtherRoutes answered={proved.asked} stale={stale || fault !== null} consider={consider} />
          <Proof proof={proved.answer.proof} grid={proved.answer.grid} asked={proved.asked} />
          <Promises promises={proved.answer.promises} />
        </div>
      )}
    </div>
  );
}

/** Each finding by the name of its place; choosing one leads to its field. */
export function FindingList(properties: { title: string; findings: readonly Finding[]; definition: Json }) {
  const { title, findings, definition } = properties;
  const say = useSay();
  const { place } = useWording();
  return (
    <>
      <p className={style['findings']}>{title}</p>
      <ul>
        {findings.map(({ path, severity, sentence, sentenceEn }, i) => {
          const field = fieldAtPlace(path);
          return (
            <li key={`${path} ${i}`}>
              <span aria-hidden="true">{severity === 'error' ? '● ' : '▲ '}</span>
              {field === null ? (
                <code>{path}</code>
              ) : (
                <button type="button" className={`plain ${style['place']}`} onClick={() => goToField(field)}>
                  {place(definition, path)}
                </button>
              )}{' '}
              {say(sentence, sentenceEn)}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What comes first, of the route that is looked at. */
function Verdict({ proof, route }: { readonly proof: TimelineProof; readonly route: Route }) {
  const words = useWords(proofWords);
  const say = useSay();
  return (
    <>
      <p>
        <VerdictMark verdict={proof.verdict} />
      </p>
      <p>{say(proof.sentence, proof.sentenceEn)}</p>
      {!proof.computable && <p>{say(proof.why, proof.whyEn)}</p>}
      <p className="soft">{words.ofRoute(`${words.routes[route.route]} · ${words.channels[route.channel]}`)}</p>
    </>
  );
}

interface ProofProperties {
  readonly proof: TimelineProof;
  readonly grid: StartGrid | null;
  readonly asked: Question;
}

function Proof({ proof, grid, asked }: ProofProperties) {
  const words = useWords(proofWords);
  const say = useSay();
  const { language } = useLanguage();
  if (!proof.computable) return null;
  const { provisionalFrom, excludedStarts } = proof.validity;
  return (
    <>
      <Shares proof={proof} />
      {proof.unkeepable.length > 0 && (
        <>
          <h4>{words.unkeepable}</h4>
          <ul>
            {proof.unkeepable.map(({ leg, sentence, sentenceEn }) => (
              <li key={leg}>{say(sentence, sentenceEn)}</li>
            ))}
          </ul>
        </>
      )}
      <WitnessTable witness={proof.witness} definition={asked.definition} />
      {grid !== null && <StartMap worst={proof.worst} {...{ asked, grid }} />}
      {provisionalFrom !== null && <p className="soft">{words.provisional(dayText(provisionalFrom))}</p>}
      {excludedStarts > 0 && <p className="soft">{words.excluded(numberText(excludedStarts, language))}</p>}
    </>
  );
}
