/** Papers named by their digests, computed here; nothing of a file leaves this machine. */
import { useId, useState } from 'react';
import type { Document } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import style from './acts.module.css';
import { canDigest, documentOf } from './digest.js';
import type { Drawn } from './drawn.js';
import type { Filled } from './form.js';
import { formWords } from './words.js';

interface Properties extends Drawn {
  readonly filled: Filled;
  readonly onChange: (filled: Filled) => void;
}

export function DocumentsField({ filled, onChange, label, hint, error }: Properties) {
  const words = useWords(formWords);
  const [isDigesting, setDigesting] = useState(false);
  const id = useId();
  const set = (documents: readonly Document[]) => onChange({ ...filled, documents });
  const add = async (files: FileList | null) => {
    setDigesting(true);
    const added = await Promise.all([...(files ?? [])].map(documentOf)).finally(() => setDigesting(false));
    set([...filled.documents, ...added]);
  };
  return (
    <fieldset className={style['choices']} aria-describedby={`${id}-hint`}>
      <legend>{label}</legend>
      <p id={`${id}-hint`} className={style['hint']}>
        {canDigest() ? hint : words.noDigest}
      </p>
      {filled.documents.map((document, i) => (
        <OneDocument
          key={`${document.sha256} ${i}`}
          document={document}
          onChange={(next) => set(filled.documents.map((each, at) => (at === i ? next : each)))}
          onRemove={() => set(filled.documents.filter((_, at) => at !== i))}
        />
      ))}
      {canDigest() && (
        <input
          type="file"
          multiple
          aria-label={words.addFile}
          onChange={({ target }) => {
            void add(target.files).then(() => (target.value = ''));
          }}
        />
      )}
      <p role="status" className={style['hint']}>
        {isDigesting && words.digesting}
      </p>
      {error !== undefined && <p className={style['error']}>{error}</p>}
    </fieldset>
  );
}

interface OneProperties {
  readonly document: Document;
  readonly onChange: (document: Document) => void;
  readonly onRemove: () => void;
}

function OneDocument({ document, onChange, onRemove }: OneProperties) {
  const words = useWords(formWords);
  const { language } = useLanguage();
  const [name, setName] = useState(document.component);
  return (
    <div className={style['document']}>
      <input
        aria-label={words.fileName}
        value={name}
        maxLength={80}
        onChange={({ target }) => {
          setName(target.value);
          onChange({ ...document, component: composed(target.value) });
        }}
      />
      <button type="button" onClick={onRemove}>
        {words.remove}
      </button>
      <span className={style['digest']}>
        {words.digest}: <code>{document.sha256}</code> · {words.bytes(numberText(document.size, language))}
      </span>
    </div>
  );
}
