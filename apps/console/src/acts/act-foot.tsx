/** The buttons below a form: look ahead, send, and for what cannot be undone one question more. */
import { useWords } from '../words/catalogue.js';
import { partWords } from '../parts/words.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { actWords } from './act-words.js';
import style from './acts.module.css';
import { inSight } from './in-sight.js';
import type { ActForm } from './use-act-form.js';
import { formWords } from './words.js';

interface Properties {
  readonly form: ActForm;
  readonly onClose: () => void;
  /** The dossier has moved on: what was filled in is about one that is no more. */
  readonly isStale: boolean;
}

export function ActFoot({ form, onClose, isStale }: Properties) {
  const words = useWords(formWords);
  const parts = useWords(partWords);
  const { language } = useLanguage();
  const { name } = useWords(actWords)[form.type];
  const { stage, send } = form.sending;
  const count = form.wrong.size + Number(form.isMomentWrong);
  if (stage === 'kept' || stage === 'sending') {
    return (
      <div className={style['foot']}>
        <button type="button" onClick={onClose}>
          {parts.close}
        </button>
      </div>
    );
  }
  if (form.step === 'confirm' && !isStale) return <Confirm form={form} />;
  return (
    <div className={style['foot']}>
      <button type="submit" className="primary" disabled={send === null || isStale}>
        {form.isFinal ? `${name} …` : name}
      </button>
      <button type="button" disabled={isStale} onClick={() => form.go('preview')}>
        {words.preview}
      </button>
      <button type="button" className="plain" onClick={onClose}>
        {parts.cancel}
      </button>
      <span className={style['error']} role="status">
        {count > 0 && words.fix(numberText(count, language))}
      </span>
      {send === null && <span className="soft">{words.notOpen}</span>}
    </div>
  );
}

function Confirm({ form }: { readonly form: ActForm }) {
  const words = useWords(formWords);
  const { name, does } = useWords(actWords)[form.type];
  return (
    <>
      <div ref={inSight} className={`${style['panel']} ${style['sure']}`} role="alert">
        <p>
          <strong>{words.sure(name, form.about.dossier.code)}</strong>
        </p>
        <p>{does}</p>
      </div>
      <div className={style['foot']}>
        {/* Whoever holds the Enter key has not read the question. */}
        <button type="button" autoFocus onClick={() => form.go('form')}>
          {words.back}
        </button>
        <button type="submit" className="danger">
          {words.confirm}
        </button>
      </div>
    </>
  );
}
