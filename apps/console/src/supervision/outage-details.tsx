/** One outage: who proposed and approved what, what waits, and how far the dossiers are. */
import { useQuery } from '@tanstack/react-query';
import type { Outage, OutageRevision, OutageRun } from '@lien-thong/client';
import { useState } from 'react';
import { Answered } from '../parts/answered.js';
import { Instant } from '../parts/instant.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { MovedMinutes } from './moved-minutes.js';
import { useOfficerName } from './officer-names.js';
import { ApproveOutage } from './approve-outage.js';
import { OutageForm } from './outage-form.js';
import type { OutageFormKind } from './outage-form.js';
import { outageWords } from './outage-words.js';
import style from './supervision.module.css';

/** While dossiers are being told. */
const AGAIN_MS = 5_000;

export function OutageDetails({ id }: { readonly id: string }) {
  const question = useQuery({
    queryKey: [ABOUT.alerts, 'outages', id],
    queryFn: () => valueFrom(service.readOutage({ outage: id })),
    refetchInterval: ({ state }) => (state.data?.runs.some((run) => run.state === 'running') ? AGAIN_MS : false),
  });
  return <Answered question={question}>{(outage) => <Opened outage={outage} />}</Answered>;
}

function Opened({ outage }: { readonly outage: Outage }) {
  const words = useWords(outageWords);
  const me = useMe();
  const [form, setForm] = useState<OutageFormKind | null>(null);
  const isAdmin = has(me, 'admin');
  const canChange = isAdmin && outage.state !== 'cancelled' && outage.state !== 'dropped';
  return (
    <div className={style['details']}>
      {isAdmin && outage.proposed !== null && <ApproveOutage id={outage.id} proposed={outage.proposed} />}
      {canChange && (
        <p className="row no-print">
          <button type="button" onClick={() => setForm('correct')}>
            {words.correct}
          </button>
          <button type="button" className="danger" onClick={() => setForm('cancel')}>
            {words.cancel}
          </button>
        </p>
      )}
      {form !== null && <OutageForm kind={form} outage={outage} systems={[]} onClose={() => setForm(null)} />}
      <h3>{words.revisions}</h3>
      <ol className={style['journal']}>
        {outage.revisions.map((revision) => (
          <li key={revision.revision}>
            <Revision revision={revision} />
          </li>
        ))}
      </ol>
      {outage.runs.length > 0 && <h3>{words.runs}</h3>}
      {outage.runs.map((run) => (
        <Run key={run.revision} run={run} />
      ))}
    </div>
  );
}

function Revision({ revision }: { readonly revision: OutageRevision }) {
  const words = useWords(outageWords);
  const nameOf = useOfficerName();
  const { kind, state, from, to, evidence, reason, proposed, approved } = revision;
  return (
    <>
      <strong>{words.kinds[kind]}</strong> · {words.revisionStates[state]} · <Instant at={from} /> –{' '}
      {to === null ? words.lasting : <Instant at={to} />} · {evidence.reference} · {reason}
      <div className="soft">
        {words.proposedBy}: {nameOf(proposed.id)}, <Instant at={proposed.at} />
        {approved !== null && (
          <>
            {' · '}
            {words.approvedBy}: {nameOf(approved.id)}, <Instant at={approved.at} />
          </>
        )}
      </div>
    </>
  );
}

function Run({ run }: { readonly run: OutageRun }) {
  const words = useWords(outageWords);
  const { language } = useLanguage();
  const count = (value: number) => numberText(value, language);
  return (
    <div>
      <p>
        {words.runStates[run.state]} · {words.run(count(run.dossiers), count(run.candidates))} ·{' '}
        {words.figures.movedClocks}: {count(run.movedClocks)} · {words.figures.withdrawnBreaches}:{' '}
        {count(run.withdrawnBreaches)}
        {run.stuck > 0 && <strong> · {words.stuck(count(run.stuck))}</strong>}
      </p>
      <MovedMinutes moved={run.movedMinutes} />
    </div>
  );
}
