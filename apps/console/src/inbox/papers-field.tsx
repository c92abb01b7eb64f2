/** Papers, by name, size and digest. */
import type { Document } from '@lien-thong/client';
import { useId } from 'react';
import { canDigest, documentOf } from '../acts/digest.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { sizeText } from './papers.js';
import style from './receive.module.css';
import { receiveWords } from './receive-words.js';

const LONGEST_NAME = 80;

interface Properties {
  readonly papers: readonly Document[];
  readonly onChange: (change: (before: readonly Document[]) => readonly Document[]) => void;
}

export function PapersField({ papers, onChange }: Properties) {
  const words = useWords(receiveWords);
  const { language } = useLanguage();
  const hint = useId();
  const add = async (files: readonly File[]) => {
    const added = await Promise.all(files.map(documentOf));
    onChange((before) => [...before, ...added]);
  };
  if (!canDigest()) return <p className="soft">{words.noDigest}</p>;
  return (
    <>
      <p className="soft" id={hint}>
        {words.papersHint}
      </p>
      <label className={style['file']}>
        <input
          type="file"
          multiple
          className="visually-hidden"
          aria-describedby={hint}
          onChange={({ target }) => {
            void add([...(target.files ?? [])]).finally(() => (target.value = ''));
          }}
        />
        {words.papers}
      </label>
      <ul className={style['papers']}>
        {papers.map((paper, i) => (
          <li key={`${paper.sha256} ${i}`}>
            <input
              aria-label={words.paperName(numberText(i + 1, language))}
              maxLength={LONGEST_NAME}
              defaultValue={paper.component}
              onBlur={({ target }) => {
                const component = composed(target.value);
                if (component !== '')
                  onChange((all) => all.map((each, at) => (at === i ? { ...each, component } : each)));
              }}
            />
            <span className="soft">{sizeText(paper.size, language)}</span>
            <button
              type="button"
              aria-label={words.removePaper(paper.component)}
              onClick={() => onChange((all) => all.filter((_, at) => at !== i))}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
