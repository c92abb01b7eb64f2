/** A rule of competence is ended with a day, after whoever does it has read what follows. */
import { useMutation } from '@tanstack/react-query';
import type { Competence } from '@lien-thong/client';
import { useState } from 'react';
import blocks from '../parts/blocks.module.css';
import { DayField } from '../parts/day-field.js';
import { Dialog } from '../parts/dialog.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { dayText } from '../words/format.js';
import { useSay } from '../words/language.js';
import { lookAgainAtRules } from './asked.js';
import { competenceActWords } from './competence-act-words.js';

export function EndCompetenceDialog({ rule, onClose }: { readonly rule: Competence; readonly onClose: () => void }) {
  const words = useWords(competenceActWords);
  const tell = useTell();
  const name = useSay()(rule.agency.name, rule.agency.nameEn);
  const [lastDay, setLastDay] = useState<string | null>(null);
  const [keyed, setKeyed] = useState({ lastDay, key: crypto.randomUUID() });
  const end = useMutation({
    mutationFn: (day: string) => {
      const idempotencyKey = keyed.lastDay === day ? keyed.key : crypto.randomUUID();
      setKeyed({ lastDay: day, key: idempotencyKey });
      return valueFrom(service.endCompetence({ competence: rule.id, idempotencyKey, body: { lastDay: day } }));
    },
    onSuccess: async (_, day) => {
      tell(words.ended(name, dayText(day)));
      onClose();
      await lookAgainAtRules();
    },
  });
  return (
    <Dialog title={words.endOf(name)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (lastDay !== null) end.mutate(lastDay);
        }}
      >
        <p className={blocks['caution']}>
          <strong>▲</strong> {words.endLead}
        </p>
        <DayField label={words.lastDay} required value={null} onChange={setLastDay} />
        {end.error !== null && <FaultOf fault={end.error} />}
        <button type="submit" className="danger" disabled={lastDay === null || end.isPending}>
          {words.end}
        </button>
      </form>
    </Dialog>
  );
}
