import type { Foreseen, Opened } from '@lien-thong/client';
import { momentsOf } from '../acts/foreseen.js';
import { nameWords } from '../parts/name-words.js';
import { Instant } from '../parts/instant.js';
import { useWords } from '../words/catalogue.js';
import { receiveWords } from './receive-words.js';
import style from './receive.module.css';

/** The answer of a dry run; a dossier that was opened after all is a fault. */
export function foreseenOf(answer: Foreseen | Opened): Foreseen {
  if ('dryRun' in answer) return answer;
  throw new Error('a dry run has opened a dossier');
}

/** What would come of it: state, promised date and how certain it is. */
export function ForeseenOpening({ foreseen }: { readonly foreseen: Foreseen }) {
  const words = useWords(receiveWords);
  const { phase: phaseWords } = useWords(nameWords);
  const [moment] = momentsOf(foreseen);
  const { phase } = foreseen;
  return (
    <section className={style['foreseen']}>
      <h2>{words.foreseen}</h2>
      <dl>
        <dt>{words.becomes}</dt>
        <dd>
          {phaseWords[phase]}
          {phase === 'jurisdictionPending' && ` – ${words.held}`}
        </dd>
        <dt>{words.promised}</dt>
        <dd>
          {moment !== undefined && (
            <>
              <strong>
                <Instant at={moment.at} />
              </strong>{' '}
              {moment.kind !== 'promise' && '▲ '}({words.kinds[moment.kind]})
            </>
          )}
          {moment === undefined && (phase === 'submitted' ? words.later : `◌ ${words.notComputable}`)}
        </dd>
      </dl>
    </section>
  );
}
