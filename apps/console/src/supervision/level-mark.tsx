import { useWords } from '../words/catalogue.js';
import type { Level } from './alert-groups.js';
import style from './supervision.module.css';
import { supervisionWords } from './words.js';

const MARK: Readonly<Record<Level, string>> = { breached: '●', high: '▲', warning: '△', unknown: '◌' };

/** A mark and a word; the colour only repeats them. */
export function LevelMark({ level }: { readonly level: Level }) {
  const words = useWords(supervisionWords);
  return (
    <span className={`${style['level']} ${style[level]}`}>
      <span aria-hidden="true">{MARK[level]}</span> {words.level[level]}
    </span>
  );
}
