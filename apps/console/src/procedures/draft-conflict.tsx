/** Somebody saved the draft while it was being written here. */
import { useWords } from '../words/catalogue.js';
import type { ReadVersion } from './asked.js';
import { changesBetween } from './form/json.js';
import { useWording } from './form/wording.js';
import style from './procedures.module.css';
import type { Writing } from './use-draft.js';
import { procedureWords } from './words.js';

export function DraftConflict({ draft, saved }: { readonly draft: Writing; readonly saved: ReadVersion }) {
  const words = useWords(procedureWords);
  const { place, value } = useWording();
  const theirs = changesBetween(draft.base.definition, saved.definition);
  return (
    <div className={style['conflict']} role="alert">
      <p>
        <strong>{words.conflict}</strong> {words.conflictTheirs}
      </p>
      <ul>
        {theirs.map(({ path, from, to }) => (
          <li key={path}>
            {place(saved.definition, path)}: {value(path, from)} → {value(path, to)}
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" onClick={() => draft.rebase(saved, true)}>
          {words.conflictKeep}
        </button>
        <button type="button" onClick={() => draft.rebase(saved, false)}>
          {words.conflictTake}
        </button>
      </div>
    </div>
  );
}
