/** A native dialog: the browser keeps the focus inside, Escape closes it, and what lies behind is out of reach. */
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words/catalogue.js';
import { partWords } from './words.js';

interface Properties {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, onClose, children }: Properties) {
  const words = useWords(partWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const { current } = dialog;
    const before = document.activeElement;
    if (current?.open === false) current.showModal();
    // Gone from the page it is closed; closed by us it would tell that somebody has closed it.
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={heading} onClose={onClose}>
      <div className="spread">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="plain" onClick={onClose}>
          {words.close}
        </button>
      </div>
      {children}
    </dialog>
  );
}
