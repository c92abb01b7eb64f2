/** An act of this officer on the dossier that has not reached its end: nothing is put behind it. */
import { Link } from '@tanstack/react-router';
import type { PendingAct } from '../outbox/outbox.js';
import { useOutbox } from '../outbox/use-outbox.js';
import { Trouble } from '../parts/trouble.js';
import { useWords } from '../words/catalogue.js';
import { actWords } from './act-words.js';
import style from './acts.module.css';
import type { CommandType } from './form.js';
import { formWords } from './words.js';

export function UnsentAct({ act: { id, command, state } }: { readonly act: PendingAct }) {
  const words = useWords(formWords);
  const names = useWords(actWords);
  const outbox = useOutbox();
  const { name } = names[command as CommandType] ?? { name: command };
  if (state.kind === 'refused') {
    return (
      <Trouble problem={state.problem}>
        <p>{words.refusedBefore(name)}</p>
        <button type="button" onClick={() => void outbox?.drop(id)}>
          {words.drop}
        </button>
      </Trouble>
    );
  }
  return (
    <div className={style['waiting']} role="status">
      <p>
        <span aria-hidden="true">◐ </span>
        {words.waiting(name)} <Link to="/outbox">{words.outbox}</Link>
      </p>
    </div>
  );
}
