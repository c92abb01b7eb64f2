/** The end of a version: which day, and what follows from it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../parts/day-field.js';
import { Dialog } from '../parts/dialog.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { diffQuery, lookAgain } from './asked.js';
import { procedureWords } from './words.js';

interface Properties {
  readonly code: string;
  readonly version: number;
  readonly onClose: () => void;
}

export function RetireDialog({ code, version, onClose }: Properties) {
  const words = useWords(procedureWords);
  const { language } = useLanguage();
  const tell = useTell();
  const [day, setDay] = useState<string | null>(null);
  const [key] = useState(() => crypto.randomUUID());
  // A version compared with itself differs in nothing, and tells how many dossiers are open under it.
  const { data } = useQuery(diffQuery(code, { version, against: version }));
  const retire = useMutation({
    mutationFn: (effectiveTo: string) =>
      valueFrom(service.retireVersion({ code, version, idempotencyKey: key, body: { effectiveTo } })),
    onSuccess: async () => {
      tell(words.retiredDone(String(version)));
      onClose();
      await lookAgain(code);
    },
  });
  return (
    <Dialog title={words.retireTitle(String(version))} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== null) retire.mutate(day);
        }}
      >
        <p>{words.retireHint}</p>
        {data !== undefined && <p>{words.retireOpen(numberText(data.openDossiers, language))}</p>}
        <DayField label={words.retireDay} required value={day} onChange={setDay} />
        {retire.error !== null && <FaultOf fault={retire.error} />}
        <button type="submit" className="danger" disabled={day === null || retire.isPending}>
          {words.retire}
        </button>
      </form>
    </Dialog>
  );
}
