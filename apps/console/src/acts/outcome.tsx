/** What has become of the act so far. */
import { Trouble } from '../parts/trouble.js';
import { partWords } from '../parts/words.js';
import { useWords } from '../words/catalogue.js';
import style from './acts.module.css';
import { inSight } from './in-sight.js';
import type { ActForm } from './use-act-form.js';
import { formWords } from './words.js';

interface Properties {
  readonly form: ActForm;
  /** What happened meanwhile is told beside it. */
  readonly isStale: boolean;
}

export function Outcome({ form: { sending, remarks }, isStale }: Properties) {
  const words = useWords(formWords);
  const parts = useWords(partWords);
  const { stage, problem } = sending;
  // What stands at its field already is not said twice.
  if (problem !== null && isStale && problem.status === STALE) return null;
  if (problem !== null) {
    return (
      <div ref={inSight} className={style['outcome']}>
        <Trouble problem={{ ...problem, errors: remarks.rest.filter(isNoHeader) }} />
      </div>
    );
  }
  if (stage === 'idle') return null;
  return (
    <div key={stage} ref={inSight} className={stage === 'failed' ? undefined : style['waiting']} role="status">
      <p>
        {stage === 'sending' && `◐ ${words.sending}`}
        {stage === 'kept' && `◐ ${words.kept}`}
        {stage === 'failed' && parts.fault}
      </p>
      {stage !== 'failed' && <p className="soft">{stage === 'kept' ? words.keptHint : words.sendingHint}</p>}
    </div>
  );
}

/** Version of before: precondition failed. */
const STALE = 412;

const isNoHeader = ({ field }: { readonly field: string }) => field !== 'If-Match' && field !== 'occurredAt';
