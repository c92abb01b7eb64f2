/** A "no", with what can be done about it, in the service's own words. */
import type { Trouble as Problem } from '@lien-thong/client';
import type { ReactNode } from 'react';
import { troubleOf } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { saidWithFacts } from './said-facts.js';
import style from './trouble.module.css';
import { partWords } from './words.js';

type Shown = Pick<Problem, 'title' | 'titleEn' | 'todo' | 'todoEn' | 'facts' | 'errors'>;

export function Trouble({ problem, children }: { readonly problem: Shown; readonly children?: ReactNode }) {
  const say = useSay();
  return (
    <div className={style['trouble']} role="alert">
      <p className={style['title']}>{saidWithFacts(say(problem.title, problem.titleEn), problem.facts)}</p>
      <p className={style['todo']}>{saidWithFacts(say(problem.todo, problem.todoEn), problem.facts)}</p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ field, reason, reasonEn }, i) => (
            <li key={`${field} ${i}`}>
              <code>{field}</code> {say(reason, reasonEn)}
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

/** What went wrong with a question, and a way to ask again. */
export function FaultOf({ fault, again }: { readonly fault: unknown; readonly again?: () => void }) {
  const words = useWords(partWords);
  const problem = troubleOf(fault);
  const button = again && (
    <p>
      <button type="button" onClick={again}>
        {words.again}
      </button>
    </p>
  );
  if (problem !== null) return <Trouble problem={problem}>{button}</Trouble>;
  return (
    <div className={style['trouble']} role="alert">
      <p className={style['title']}>{words.fault}</p>
      {button}
    </div>
  );
}
