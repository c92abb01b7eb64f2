/** A key is made; its secret is shown once, here, and nowhere again. */
import { useMutation } from '@tanstack/react-query';
import type { MadeApiKey } from '@lien-thong/client';
import { useState } from 'react';
import blocks from '../parts/blocks.module.css';
import { MomentField } from '../parts/day-field.js';
import { Dialog } from '../parts/dialog.js';
import { Field } from '../parts/field.js';
import { FaultOf } from '../parts/trouble.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import style from './administration.module.css';
import { lookAgain } from './asked.js';
import type { Role } from './asked.js';
import { RoleFields } from './role-fields.js';
import { administrationWords } from './words.js';

interface Properties {
  readonly agency: string;
  readonly onClose: () => void;
}

const LONGEST = 120;

export function MakeKeyDialog({ agency, onClose }: Properties) {
  const words = useWords(administrationWords);
  const [label, setLabel] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['clerk']);
  const [expiresAt, setExpiresAt] = useState<string | null>(null);
  const said = JSON.stringify([composed(label), roles, expiresAt]);
  const [keyed, setKeyed] = useState({ said, key: crypto.randomUUID() });
  const make = useMutation({
    // The secret lives in this window only: nothing else keeps the answer.
    gcTime: 0,
    mutationFn: () => {
      const key = keyed.said === said ? keyed.key : crypto.randomUUID();
      setKeyed({ said, key });
      const body = { label: composed(label), roles, ...(expiresAt === null ? {} : { expiresAt }) };
      return valueFrom(service.makeApiKey({ id: agency, idempotencyKey: key, body }));
    },
    onSuccess: () => lookAgain(),
  });
  return (
    <Dialog title={make.data === undefined ? words.make : words.made} onClose={onClose}>
      {make.data !== undefined ? (
        <Secret made={make.data} onClose={onClose} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate();
          }}
        >
          <Field label={words.label} hint={words.labelHint} required>
            {(ids) => (
              <input
                {...ids}
                value={label}
                maxLength={LONGEST}
                autoComplete="off"
                onChange={({ target }) => setLabel(target.value)}
              />
            )}
          </Field>
          <MomentField label={words.expires} hint={words.expiresHint} value={expiresAt} onChange={setExpiresAt} />
          <RoleFields roles={roles} onChange={setRoles} />
          {make.error !== null && <FaultOf fault={make.error} />}
          <button
            type="submit"
            className="primary"
            disabled={make.isPending || roles.length === 0 || composed(label) === ''}
          >
            {words.make}
          </button>
        </form>
      )}
    </Dialog>
  );
}

function Secret({ made: { key, id }, onClose }: { readonly made: MadeApiKey; readonly onClose: () => void }) {
  const words = useWords(administrationWords);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  if (key === null) {
    return (
      <p role="alert">
        {words.secretGone} <code>{id}</code>
      </p>
    );
  }
  const copy = () =>
    void navigator.clipboard.writeText(key).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  return (
    <>
      <p className={blocks['caution']}>
        <strong>▲</strong> {words.secretOnce}
      </p>
      <p>
        <span>{words.secret}</span>
        <code className={style['secret']}>{key}</code>
      </p>
      <p className="row">
        <button type="button" className="primary" onClick={copy}>
          {words.copy}
        </button>
        <button type="button" onClick={onClose}>
          {words.secretDone}
        </button>
        <span role="status">{copied === 'yes' ? words.copied : copied === 'failed' ? words.copyFailed : ''}</span>
      </p>
    </>
  );
}
