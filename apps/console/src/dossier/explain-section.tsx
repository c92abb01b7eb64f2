/** The proofs of dates and clocks, asked for only when somebody wants to read them. */
import { useQuery } from '@tanstack/react-query';
import type { Dossier } from '@lien-thong/client';
import { useId, useState } from 'react';
import { Answered } from '../parts/answered.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { ClockProof } from './clock-proof.js';
import { explainWords } from './explain-words.js';
import { useNames } from './names.js';
import { PromiseProof } from './promise-proof.js';

interface Properties {
  readonly dossier: Dossier;
  readonly asOf: string | null;
}

export function ExplainSection({ dossier, asOf }: Properties) {
  const words = useWords(explainWords);
  const [isOpen, setOpen] = useState({ promise: false, clock: false });
  if (dossier.clocks.length === 0) return null;
  return (
    <section className={`card stack ${isOpen.promise || isOpen.clock ? '' : 'no-print'}`} aria-labelledby="explain">
      <h2 id="explain">{words.heading}</h2>
      <details onToggle={({ currentTarget: { open } }) => setOpen((before) => ({ ...before, promise: open }))}>
        <summary>{words.why}</summary>
        {isOpen.promise && <Promised dossier={dossier} asOf={asOf} />}
      </details>
      <details onToggle={({ currentTarget: { open } }) => setOpen((before) => ({ ...before, clock: open }))}>
        <summary>{words.whyClock}</summary>
        {isOpen.clock && <Clocked dossier={dossier} asOf={asOf} />}
      </details>
    </section>
  );
}

function Promised({ dossier: { code, promise }, asOf }: Properties) {
  const words = useWords(explainWords);
  const past = asOf === null ? {} : { asOf };
  const proof = useQuery({
    queryKey: [ABOUT.dossier, code, 'promise', asOf],
    queryFn: () => valueFrom(service.explainPromise({ code, ...past })),
    enabled: promise !== null,
  });
  if (promise === null) return <p>{words.noPromise}</p>;
  return <Answered question={proof}>{(known) => <PromiseProof proof={known} />}</Answered>;
}

function Clocked({ dossier: { code, clocks }, asOf }: Properties) {
  const words = useWords(explainWords);
  const names = useNames();
  const id = useId();
  const ids = [...new Set(clocks.map((clock) => clock.id))].sort(
    (a, b) => Number(b === 'legal') - Number(a === 'legal'),
  );
  const [clockId, choose] = useState(ids[0] ?? 'legal');
  const past = asOf === null ? {} : { asOf };
  const proof = useQuery({
    queryKey: [ABOUT.dossier, code, 'clock', clockId, asOf],
    queryFn: () => valueFrom(service.explainClock({ code, clockId, ...past })),
  });
  return (
    <div className="stack">
      <p className="row">
        <label htmlFor={id}>{words.choose}</label>
        <select id={id} value={clockId} onChange={({ target }) => choose(target.value)}>
          {ids.map((each) => (
            <option key={each} value={each}>
              {names.clock(each)}
            </option>
          ))}
        </select>
      </p>
      <Answered question={proof}>{(known) => <ClockProof proof={known} />}</Answered>
    </div>
  );
}
