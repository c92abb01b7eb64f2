/** The draft of an amendment: new, or one that is changed; a dry run of it is gone then. */
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import blocks from '../parts/blocks.module.css';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { service, troubleOf, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { AmendmentFields } from './amendment-fields.js';
import { lookAgain } from './asked.js';
import type { ReadAmendment } from './asked.js';
import { EMPTY_FORM, bodyOf, formOfAmendment } from './draft-form-state.js';
import { runWords } from './run-words.js';
import { amendmentWords } from './words.js';

export function AmendmentDraft({ saved }: { readonly saved: ReadAmendment | null }) {
  const words = useWords(runWords);
  const title = useWords(amendmentWords).write;
  const navigate = useNavigate();
  const [form, setForm] = useState(() => (saved === null ? EMPTY_FORM : formOfAmendment(saved.amendment)));
  // What was read when the writing began; a newer one is somebody else's.
  const [base, setBase] = useState(saved?.etag ?? null);
  const body = bodyOf(form);
  const save = useSaving(saved?.amendment.id ?? null, base);
  const stale = troubleOf(save.error)?.status === 412;
  const leave = () =>
    void (saved === null
      ? navigate({ to: '/amendments', search: {} })
      : navigate({ to: '/amendments/$amendment', params: { amendment: saved.amendment.id }, search: {} }));
  return (
    <form
      className="card"
      aria-labelledby="amendment-draft"
      onSubmit={(event) => {
        event.preventDefault();
        if (body !== null) save.mutate({ body, key: crypto.randomUUID() });
      }}
    >
      <h2 id="amendment-draft">{saved === null ? title : words.edit}</h2>
      {saved !== null && <p className="soft">{words.editHint}</p>}
      <AmendmentFields
        form={form}
        fixed={saved !== null}
        onChange={(part) => setForm((now) => ({ ...now, ...part }))}
      />
      {stale && saved !== null && saved.etag !== base && (
        <p className={blocks['caution']} role="alert">
          {words.stale}{' '}
          <button
            type="button"
            onClick={() => {
              setBase(saved.etag);
              save.reset();
            }}
          >
            {words.understood}
          </button>
        </p>
      )}
      {save.error !== null && !stale && <FaultOf fault={save.error} />}
      <div className="row">
        <button type="submit" className="primary" disabled={body === null || save.isPending}>
          {words.save}
        </button>
        <button type="button" onClick={leave}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

interface Saved {
  readonly body: NonNullable<ReturnType<typeof bodyOf>>;
  readonly key: string;
}

function useSaving(id: string | null, etag: string | null) {
  const words = useWords(runWords);
  const tell = useTell();
  const navigate = useNavigate();
  // The same text sent again after a lost answer is the same draft.
  const [last, setLast] = useState<Saved | null>(null);
  return useMutation({
    mutationFn: ({ body, key }: Saved) => {
      if (id !== null) return valueFrom(service.replaceAmendment({ amendment: id, ifMatch: etag ?? undefined, body }));
      const idempotencyKey = last !== null && JSON.stringify(last.body) === JSON.stringify(body) ? last.key : key;
      setLast({ body, key: idempotencyKey });
      return valueFrom(service.draftAmendment({ idempotencyKey, body }));
    },
    onSuccess: async ({ id: amendment }) => {
      tell(words.saved);
      await lookAgain();
      await navigate({ to: '/amendments/$amendment', params: { amendment }, search: {} });
    },
    onError: async (fault) => {
      if (troubleOf(fault)?.status === 412) await lookAgain();
    },
  });
}
