import { useState } from 'react';
import type { Role } from '../service/session.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { Guide } from './guide.js';
import { helpWords } from './words.js';

/** The guide of every role the officer has, to be read in one piece. */
export function HelpScreen() {
  const words = useWords(helpWords);
  const { roles } = useMe();
  const [shown, setShown] = useState<Role | null>(null);
  return (
    <div className="stack">
      <h1>{words.title}</h1>
      {roles.map((role) => (
        <section key={role} className="card" aria-labelledby={`guide-${role}`}>
          <h2 id={`guide-${role}`}>{words[role].title}</h2>
          {Object.values(words[role].steps).map(({ title, text }) => (
            <div key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </div>
          ))}
          <button type="button" onClick={() => setShown(role)}>
            {words.again}
          </button>
        </section>
      ))}
      {shown !== null && <Guide role={shown} onClose={() => setShown(null)} />}
    </div>
  );
}
