/** A number that is the way to what it is made of; a nought leads nowhere and is only shown. */
import { Link, getRouteApi } from '@tanstack/react-router';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { cellText } from './cell.js';
import type { Cell } from './cell.js';
import style from './reports.module.css';
import { reportWords } from './words.js';

const route = getRouteApi('/frame/reports');

interface Properties {
  readonly value: number;
  readonly cell: Cell;
  /** What is counted, and of whom: for those who hear the page. */
  readonly what: string;
  readonly of: string;
}

export function Figure({ value, cell, what, of }: Properties) {
  const words = useWords(reportWords);
  const { language } = useLanguage();
  const search = route.useSearch();
  const text = numberText(value, language);
  if (value === 0) return <span className="soft">{text}</span>;
  const id = cellText(cell);
  return (
    <Link
      to="/reports"
      search={{ ...search, cell: id }}
      resetScroll={false}
      activeOptions={{ exact: true }}
      className={style['figure']}
      aria-label={`${text}. ${words.openCell(what, of)}`}
      aria-current={search.cell === id ? 'true' : undefined}
    >
      {text}
    </Link>
  );
}
