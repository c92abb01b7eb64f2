/** An account is given, or a withdrawn one given back under what is said here. */
import { useMutation } from '@tanstack/react-query';
import type { Officer } from '@lien-thong/client';
import { useState } from 'react';
import { Field } from '../parts/field.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { lookAgain } from './asked.js';
import type { Role } from './asked.js';
import { RoleFields } from './role-fields.js';
import { administrationWords } from './words.js';

interface Properties {
  readonly agency: string;
  readonly officer: Officer;
  readonly onClose: () => void;
}

const LONGEST = { subject: 255, issuer: 300 };

export function GiveAccount({ agency, officer, onClose }: Properties) {
  const words = useWords(administrationWords);
  const tell = useTell();
  const { account } = officer;
  const [roles, setRoles] = useState<readonly Role[]>(account?.roles ?? ['clerk']);
  const [subject, setSubject] = useState(account?.subject ?? '');
  const [issuer, setIssuer] = useState(account === null || account.demo ? '' : account.issuer);
  // A key is good for one text; a refusal stores nothing under it.
  const said = JSON.stringify([composed(subject), composed(issuer), roles]);
  const [keyed, setKeyed] = useState({ said, key: crypto.randomUUID() });
  const give = useMutation({
    mutationFn: () => {
      const key = keyed.said === said ? keyed.key : crypto.randomUUID();
      setKeyed({ said, key });
      const where = composed(issuer) === '' ? {} : { issuer: composed(issuer) };
      const body = { subject: composed(subject), roles, ...where };
      return valueFrom(service.giveAccount({ id: agency, officer: officer.id, idempotencyKey: key, body }));
    },
    onSuccess: async () => {
      tell(words.given(officer.name));
      onClose();
      await lookAgain();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate();
      }}
    >
      <Field label={words.subject} hint={words.subjectHint} required>
        {(ids) => (
          <input
            {...ids}
            value={subject}
            maxLength={LONGEST.subject}
            autoComplete="off"
            onChange={({ target }) => setSubject(target.value)}
          />
        )}
      </Field>
      <Field label={words.issuer} hint={words.issuerHint}>
        {(ids) => (
          <input
            {...ids}
            type="url"
            value={issuer}
            maxLength={LONGEST.issuer}
            autoComplete="off"
            onChange={({ target }) => setIssuer(target.value)}
          />
        )}
      </Field>
      <RoleFields roles={roles} onChange={setRoles} />
      {give.error !== null && <FaultOf fault={give.error} />}
      <button
        type="submit"
        className="primary"
        disabled={give.isPending || roles.length === 0 || composed(subject) === ''}
      >
        {account === null ? words.give : words.giveBack}
      </button>
    </form>
  );
}
