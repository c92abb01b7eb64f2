import type { Trouble } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import style from './act-state.module.css';
import type { ActState } from './outbox.js';
import { outboxWords } from './words.js';

const MARK: Readonly<Record<ActState['kind'], string>> = { kept: '▣', sending: '↑', received: '✓', refused: '✗' };

const STALE = 412;

/** How an act stands, in words, with the service's reason where it said no. */
export function ActStateText({ state }: { readonly state: ActState }) {
  const { states } = useWords(outboxWords);
  return (
    <div className={style[state.kind]}>
      <span className={style['state']}>
        <span aria-hidden="true">{MARK[state.kind]} </span>
        {states[state.kind]}
      </span>
      {state.kind === 'refused' && <Refusal problem={state.problem} />}
    </div>
  );
}

/** The service's words; where somebody else was first, what that means here: its own speak to software. */
function Refusal({ problem }: { readonly problem: Trouble }) {
  const words = useWords(outboxWords);
  const say = useSay();
  const title = say(problem.title, problem.titleEn);
  const todo = problem.status === STALE ? words.stale : say(problem.todo, problem.todoEn);
  const reasons = problem.errors.map(({ reason, reasonEn }) => say(reason, reasonEn));
  return [...new Set([title, todo, ...reasons])].map((line) => (
    <span key={line} className={style['line']}>
      {line}
    </span>
  ));
}
