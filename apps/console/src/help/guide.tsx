/** A short tour in the words of the office: once for each role on this machine, and whenever it is asked for. */
import { useState } from 'react';
import { Dialog } from '../parts/dialog.js';
import type { Role } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { guidedAs } from './guided.js';
import { helpWords } from './words.js';

export function Guide({ role, onClose }: { readonly role: Role; readonly onClose: () => void }) {
  const words = useWords(helpWords);
  const { language } = useLanguage();
  const [at, setAt] = useState(0);
  const { title, steps } = words[role];
  const all = Object.values(steps);
  const step = all[at];
  const close = () => {
    guidedAs(role);
    onClose();
  };
  return (
    <Dialog title={title} onClose={close}>
      <div aria-live="polite">
        <p className="soft">{words.step(numberText(at + 1, language), numberText(all.length, language))}</p>
        <h3>{step?.title}</h3>
        <p>{step?.text}</p>
      </div>
      <div className="row">
        {at > 0 && (
          <button type="button" onClick={() => setAt(at - 1)}>
            {words.back}
          </button>
        )}
        {at + 1 < all.length ? (
          <button type="button" className="primary" onClick={() => setAt(at + 1)}>
            {words.next}
          </button>
        ) : (
          <button type="button" className="primary" onClick={close}>
            {words.done}
          </button>
        )}
      </div>
    </Dialog>
  );
}
