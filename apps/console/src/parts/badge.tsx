import type { ReactNode } from 'react';
import style from './badge.module.css';

/** The five ways a time can stand. Unknown is never shown as good. */
export type TimeLevel = 'onTime' | 'low' | 'overdue' | 'resting' | 'unknown';

const MARK: Readonly<Record<TimeLevel, string>> = { onTime: '✓', low: '▲', overdue: '●', resting: '‖', unknown: '◌' };

/** A mark and words: colour only repeats what they say. */
export function Badge({ level, children }: { readonly level: TimeLevel; readonly children: ReactNode }) {
  return (
    <span className={`${style['badge']} ${style[level]}`}>
      <span aria-hidden="true">{MARK[level]}</span>
      {children}
    </span>
  );
}
