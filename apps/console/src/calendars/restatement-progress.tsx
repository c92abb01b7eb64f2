/** How far open dossiers have been brought under a version; asked again until it is done. */
import { useQuery } from '@tanstack/react-query';
import type { Restatement } from '@lien-thong/client';
import { Badge } from '../parts/badge.js';
import type { TimeLevel } from '../parts/badge.js';
import { FaultOf } from '../parts/trouble.js';
import { useWords } from '../words/catalogue.js';
import { instantText, numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { restatementQuery } from './asked.js';
import { writeWords } from './write-words.js';

const LEVEL: Readonly<Record<Restatement['state'], TimeLevel>> = {
  ...{ running: 'resting', settling: 'resting', done: 'onTime', incomplete: 'low' },
};

export function RestatementProgress({ calendar, version }: { readonly calendar: string; readonly version: number }) {
  const words = useWords(writeWords);
  const { data, error, refetch } = useQuery(restatementQuery(calendar, version));
  if (error !== null) return <FaultOf fault={error} again={() => void refetch()} />;
  if (data === undefined || data === null) return null;
  return (
    <section className="card" aria-labelledby="restatement">
      <h2 id="restatement">{words.restatement}</h2>
      <Progress run={data} />
    </section>
  );
}

function Progress({ run }: { readonly run: Restatement }) {
  const words = useWords(writeWords);
  const { language } = useLanguage();
  const { state, openDossiers, dossiers, clocks, movedClocks, withdrawnBreaches, stuck, finishedAt, requestedAt } = run;
  const number = (value: number) => numberText(value, language);
  const over = state === 'done' || state === 'incomplete';
  return (
    <div aria-live="polite">
      <p>
        <Badge level={LEVEL[state]}>{words.runStates[state]}</Badge>{' '}
        <span className="soft">{instantText(finishedAt ?? requestedAt)}</span>
      </p>
      {!over && openDossiers !== null && openDossiers > 0 && (
        <progress aria-label={words.restatement} max={openDossiers} value={Math.min(dossiers, openDossiers)} />
      )}
      <ul>
        <li>{words.runProgress(number(dossiers), openDossiers === null ? '…' : number(openDossiers))}</li>
        <li>{words.runClocks(number(movedClocks), number(clocks))}</li>
        {withdrawnBreaches > 0 && <li>{words.runWithdrawn(number(withdrawnBreaches))}</li>}
        {stuck > 0 && <li>{words.runStuck(number(stuck))}</li>}
      </ul>
    </div>
  );
}
