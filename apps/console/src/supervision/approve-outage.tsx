/** The second person's look at a proposal, and his word. What was looked at is what is approved. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { OutagePreview, OutageRevision } from '@lien-thong/client';
import { useState } from 'react';
import { Answered } from '../parts/answered.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { ABOUT, queries } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { instantText, numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { MovedMinutes } from './moved-minutes.js';
import { outageWords } from './outage-words.js';
import style from './supervision.module.css';
import { useKey } from './use-key.js';

export function ApproveOutage({ id, proposed }: { readonly id: string; readonly proposed: OutageRevision }) {
  const words = useWords(outageWords);
  const me = useMe();
  const [isLooking, setLooking] = useState(false);
  const preview = useQuery({
    queryKey: [ABOUT.alerts, 'outages', id, 'preview', proposed.digest],
    queryFn: () => valueFrom(service.previewOutage({ outage: id })),
    enabled: isLooking,
  });
  const isOwn = proposed.proposed.kind === 'person' && proposed.proposed.id === me.officerId;
  return (
    <section className={`card ${style['waits']}`}>
      <h3>{words.waiting(words.kinds[proposed.kind])}</h3>
      {!isLooking && (
        <button type="button" onClick={() => setLooking(true)}>
          {words.preview}
        </button>
      )}
      {isLooking && (
        <Answered question={preview}>
          {(seen) => (
            <>
              <Figures preview={seen} />
              {isOwn ? <p>{words.second}</p> : <Approve id={id} digest={seen.digest} />}
            </>
          )}
        </Answered>
      )}
      {!isLooking && <p className="soft">{isOwn ? words.second : words.previewFirst}</p>}
    </section>
  );
}

const FIGURES = ['candidates', 'dossiers', 'movedClocks', 'withdrawnBreaches'] as const;

function Figures({ preview }: { readonly preview: OutagePreview }) {
  const words = useWords(outageWords);
  const { language } = useLanguage();
  const { at, complete, looked, candidates, movedMinutes } = preview;
  return (
    <>
      <p>{words.previewed(instantText(at))}</p>
      <ul>
        {FIGURES.map((name) => (
          <li key={name}>
            {words.figures[name]}: <strong>{numberText(preview[name], language)}</strong>
          </li>
        ))}
        {movedMinutes.length > 0 && (
          <li>
            {words.figures.movedMinutes}
            <MovedMinutes moved={movedMinutes} />
          </li>
        )}
      </ul>
      {!complete && <p>{words.incomplete(numberText(looked, language), numberText(candidates, language))}</p>}
    </>
  );
}

function Approve({ id, digest }: { readonly id: string; readonly digest: string }) {
  const words = useWords(outageWords);
  const tell = useTell();
  const idempotencyKey = useKey([id, digest]);
  const approval = useMutation({
    mutationFn: () => valueFrom(service.approveOutage({ outage: id, idempotencyKey, body: { digest } })),
    onSuccess: async () => {
      tell(words.approved);
      // What was approved cannot be previewed any more.
      const predicate = ({ queryKey }: { readonly queryKey: readonly unknown[] }) => !queryKey.includes('preview');
      await queries.invalidateQueries({ queryKey: [ABOUT.alerts], predicate });
    },
  });
  return (
    <>
      {approval.error !== null && <FaultOf fault={approval.error} />}
      <button type="button" className="primary" disabled={approval.isPending} onClick={() => approval.mutate()}>
        {approval.isPending ? words.approving : words.approve}
      </button>
    </>
  );
}
