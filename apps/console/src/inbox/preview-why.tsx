import type { Dossier } from '@lien-thong/client';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { queueOf } from './queue-of.js';
import { previewWords } from './preview-words.js';

/** Why a dossier stands in this agency's list, and what threatens it, in the service's words. */
export function PreviewWhy({ dossier }: { readonly dossier: Dossier }) {
  const words = useWords(previewWords);
  const say = useSay();
  const { agencyId } = useMe();
  return (
    <section>
      <h3>{words.why}</h3>
      <p>{words.because[queueOf(dossier, agencyId)]}</p>
      {dossier.risks.length > 0 && (
        <ul>
          {dossier.risks.map(({ rule, level, sentence, sentenceEn }) => (
            <li key={`${rule} ${sentence}`}>
              <span aria-hidden="true">{MARK[level]} </span>
              {say(sentence, sentenceEn)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const MARK: Readonly<Record<Dossier['risks'][number]['level'], string>> = {
  ...{ info: '·', warning: '▲', high: '▲', breached: '●', unknown: '◌' },
};
