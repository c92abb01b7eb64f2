/** An officer is added or changed; one who has left cannot sign in. */
import { useMutation } from '@tanstack/react-query';
import type { Officer } from '@lien-thong/client';
import { useState } from 'react';
import { Dialog } from '../parts/dialog.js';
import { Field } from '../parts/field.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { service, troubleOf, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { lookAgain } from './asked.js';
import { OfficerMeanwhile } from './officer-meanwhile.js';
import { administrationWords } from './words.js';

interface Properties {
  readonly agency: string;
  /** Null: a new one. */
  readonly officer: Officer | null;
  readonly onClose: () => void;
}

type Text = 'name' | 'title' | 'titleEn';
const LONGEST = 120;

export function OfficerDialog({ agency, officer, onClose }: Properties) {
  const words = useWords(administrationWords);
  const { name = '', title = '', titleEn = '', active = true } = officer ?? {};
  const [form, setForm] = useState({ name, title, titleEn, active });
  const [seen, setSeen] = useState(officer?.revision ?? null);
  const [key] = useState(() => crypto.randomUUID());
  const tell = useTell();
  const body = { name: composed(form.name), title: composed(form.title), titleEn: composed(form.titleEn) };
  const save = useMutation({
    mutationFn: () =>
      officer === null
        ? valueFrom(service.addOfficer({ id: agency, idempotencyKey: key, body }))
        : valueFrom(
            service.changeOfficer({
              ...{ id: agency, officer: officer.id, ifMatch: seen ?? undefined },
              body: { ...body, active: form.active },
            }),
          ),
    onSuccess: async (done) => {
      tell(officer === null ? words.added(done.name) : words.changed(done.name));
      onClose();
      await lookAgain();
    },
  });
  const field = (part: Text, label: string) => (
    <Field label={label} required>
      {(ids) => (
        <input
          {...ids}
          value={form[part]}
          maxLength={LONGEST}
          autoComplete="off"
          onChange={({ target }) => setForm((now) => ({ ...now, [part]: target.value }))}
        />
      )}
    </Field>
  );
  const stale = troubleOf(save.error)?.status === 412;
  return (
    <Dialog title={officer === null ? words.add : words.changeOf(officer.name)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {officer === null && <p className="soft">{words.addLead}</p>}
        {field('name', words.name)}
        {field('title', words.officerTitle)}
        {field('titleEn', words.officerTitleEn)}
        {officer !== null && (
          <p>
            <label>
              <input
                type="checkbox"
                checked={form.active}
                onChange={({ target }) => setForm((now) => ({ ...now, active: target.checked }))}
              />{' '}
              {words.deactivate}
            </label>
            <br />
            <span className="soft">{words.deactivateHint}</span>
          </p>
        )}
        {stale && officer !== null && (
          <OfficerMeanwhile
            {...{ agency, officer }}
            onSeen={(revision) => {
              setSeen(revision);
              save.reset();
            }}
          />
        )}
        {save.error !== null && !stale && <FaultOf fault={save.error} />}
        <button
          type="submit"
          className="primary"
          disabled={save.isPending || stale || Object.values(body).some((text) => text === '')}
        >
          {words.save}
        </button>
      </form>
    </Dialog>
  );
}
