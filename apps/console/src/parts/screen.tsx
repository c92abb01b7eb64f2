/** What a screen begins with: its title, and of when it is. */
import type { ReactNode } from 'react';
import { has, useMe } from '../service/session.js';
import type { Role } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { DataOf } from './data-of.js';
import { partWords } from './words.js';

interface Properties {
  readonly title: string;
  /** Whose screen it is, where it is not everybody's. The service decides again. */
  readonly only?: Role;
  readonly children: ReactNode;
}

export function Screen({ title, only, children }: Properties) {
  const words = useWords(partWords);
  const me = useMe();
  const isTheirs = only === undefined || has(me, only);
  return (
    <div className="stack">
      <div className="spread">
        <h1>{title}</h1>
        {isTheirs && <DataOf at={me.at} />}
      </div>
      {isTheirs ? children : <p>{words.noRight}</p>}
    </div>
  );
}
