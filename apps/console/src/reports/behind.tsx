/** What stands behind a number: the dossiers it is made of, and that they are as many as the number says. */
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { Columns } from '../parts/columns.js';
import { More, usePages } from '../parts/pages.js';
import type { PagesAsked } from '../parts/pages.js';
import { FaultOf } from '../parts/trouble.js';
import { partWords } from '../parts/words.js';
import { useWords } from '../words/catalogue.js';
import style from './reports.module.css';

interface Paged {
  readonly next: string | null;
}

interface Properties<Page extends Paged> extends PagesAsked<Page> {
  readonly title: string;
  /** Of the whole list, as the service counts it. */
  readonly total: (page: Page) => string;
  readonly head: readonly string[];
  readonly rows: (page: Page) => readonly ReactNode[];
  readonly onClose: () => void;
}

export function Behind<Page extends Paged>({ title, total, head, rows, onClose, ...asked }: Properties<Page>) {
  const parts = useWords(partWords);
  const heading = useId();
  const section = useRef<HTMLElement>(null);
  const pages = usePages(asked);
  const { data, error, isPending, refetch } = pages;
  const first = data?.pages[0];
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
    section.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <section ref={section} className={`card ${style['behind']}`} aria-labelledby={heading} tabIndex={-1}>
      <div className="spread">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="plain no-print" onClick={onClose}>
          {parts.close}
        </button>
      </div>
      {isPending && (
        <p role="status" className="soft">
          {parts.loading}
        </p>
      )}
      {error !== null && <FaultOf fault={error} again={() => void refetch()} />}
      {first !== undefined && (
        <>
          <p>
            <strong>{total(first)}</strong>
          </p>
          <div className="scroll">
            <table>
              <caption className="visually-hidden">{title}</caption>
              <Columns of={head} />
              <tbody>{data?.pages.flatMap((page) => [...rows(page)])}</tbody>
            </table>
          </div>
          <More of={pages} />
        </>
      )}
    </section>
  );
}
