/** A "no", with what can be done about it, in the service's own words. */
import type { Trouble as Problem } from '@lien-thong/client';
import type { ReactNode } from 'react';
import { troubleOf } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { fieldWords } from './field-words.js';
import style from './trouble.module.css';
import { partWords } from './words.js';

type Shown = Pick<Problem, 'title' | 'titleEn' | 'todo' | 'todoEn' | 'errors'>;

export function Trouble({ problem, children }: { readonly problem: Shown; readonly children?: ReactNode }) {
  const say = useSay();
  const fields = useWords(fieldWords);
  const title = say(problem.title, problem.titleEn);
  // A field that is wrong for the reason that is the title already needs no second line.
  const errors = problem.errors.filter(({ reason, reasonEn }) => say(reason, reasonEn) !== title);
  return (
    <div className={style['trouble']} role="alert">
      <p className={style['title']}>{title}</p>
      <p className={style['todo']}>{say(problem.todo, problem.todoEn)}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ field, reason, reasonEn }, i) => (
            <li key={`${field} ${i}`}>
              {nameOf(field, fields)}: {say(reason, reasonEn)}
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

/** `intake.jurisdiction` is the area; what no screen has a name for is named as the request named it. */
function nameOf(field: string, words: Readonly<Record<string, string>>): string {
  return words[field.slice(field.lastIndexOf('.') + 1)] ?? field;
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
