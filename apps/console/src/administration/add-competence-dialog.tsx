/** A rule of competence is added, from tomorrow at the earliest. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../parts/day-field.js';
import { Dialog } from '../parts/dialog.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { WordsField } from '../parts/words-field.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { dayText } from '../words/format.js';
import { useSay } from '../words/language.js';
import { lookAgainAtRules } from './asked.js';
import { competenceActWords } from './competence-act-words.js';
import { AboutFields } from './competence-about.js';
import { EMPTY_RULE, bodyOfRule } from './competence-form.js';
import type { RuleForm } from './competence-form.js';

const LONGEST = 500;

export function AddCompetenceDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(competenceActWords);
  const tell = useTell();
  const say = useSay();
  const [form, setForm] = useState<RuleForm>(EMPTY_RULE);
  const change = (part: Partial<RuleForm>) => setForm((now) => ({ ...now, ...part }));
  const body = bodyOfRule(form);
  const said = JSON.stringify(body);
  // A key is good for one text; a refusal stores nothing under it.
  const [keyed, setKeyed] = useState({ said, key: crypto.randomUUID() });
  const add = useMutation({
    mutationFn: () => {
      if (body === null) throw new Error('the form is not complete');
      const idempotencyKey = keyed.said === said ? keyed.key : crypto.randomUUID();
      setKeyed({ said, key: idempotencyKey });
      return valueFrom(service.addCompetence({ idempotencyKey, body }));
    },
    onSuccess: async ({ agency, validFrom }) => {
      tell(words.added(say(agency.name, agency.nameEn), dayText(validFrom)));
      onClose();
      await lookAgainAtRules();
    },
  });
  return (
    <Dialog title={words.add} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <p className="soft">{words.addLead}</p>
        <AboutFields form={form} onChange={change} />
        <DayField
          label={words.validFrom}
          required
          value={form.validFrom}
          onChange={(validFrom) => change({ validFrom })}
        />
        <DayField
          label={words.validTo}
          hint={words.validToHint}
          value={form.validTo}
          onChange={(validTo) => change({ validTo })}
        />
        <WordsField
          label={words.basis}
          hint={words.basisHint}
          required
          rows={2}
          most={LONGEST}
          value={form.legalBasis}
          onText={(legalBasis) => change({ legalBasis })}
        />
        <p>
          <label>
            <input
              type="checkbox"
              checked={form.verified}
              onChange={({ target }) => change({ verified: target.checked })}
            />{' '}
            {words.verified}
          </label>
        </p>
        {add.error !== null && <FaultOf fault={add.error} />}
        <button type="submit" className="primary" disabled={body === null || add.isPending}>
          {words.add}
        </button>
      </form>
    </Dialog>
  );
}
