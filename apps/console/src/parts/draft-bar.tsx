/** Over a draft that is being written: what is not saved yet stays in sight, and nothing unsaved can be published. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import style from './draft-bar.module.css';

interface Properties {
  readonly words: Readonly<Record<'save' | 'publish' | 'publishFirst' | 'drop', string>>;
  readonly dirty: boolean;
  /** What is to be said of it. */
  readonly status: string;
  /** Null while nothing can be saved. */
  readonly onSave: (() => void) | null;
  /** Dialogs of a draft that is there already. */
  readonly publishing: ((close: () => void) => ReactNode) | null;
  readonly dropping: ((close: () => void) => ReactNode) | null;
  /** Further buttons, between saving and publishing. */
  readonly between: ReactNode;
  /** Below the buttons. */
  readonly children: ReactNode;
}

export function DraftBar({ words, dirty, status, onSave, publishing, dropping, between, children }: Properties) {
  const [asking, ask] = useState<'publish' | 'drop' | null>(null);
  const close = () => ask(null);
  return (
    <div className={`${style['bar']} no-print`}>
      <div className="row">
        <button type="button" className="primary" disabled={onSave === null} onClick={() => onSave?.()}>
          {words.save}
        </button>
        <span role="status" className={dirty ? style['unsaved'] : 'soft'}>
          {dirty ? `▲ ${status}` : status}
        </span>
        {between}
        {publishing !== null && (
          <button
            type="button"
            disabled={dirty}
            title={dirty ? words.publishFirst : undefined}
            onClick={() => ask('publish')}
          >
            {words.publish}
          </button>
        )}
        {dropping !== null && (
          <button type="button" className="danger" onClick={() => ask('drop')}>
            {words.drop}
          </button>
        )}
      </div>
      {children}
      {asking === 'publish' && publishing?.(close)}
      {asking === 'drop' && dropping?.(close)}
    </div>
  );
}
