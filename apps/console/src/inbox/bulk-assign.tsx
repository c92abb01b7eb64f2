import type { InboxDossier } from '@lien-thong/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import type { BulkBody } from './bulk-acts.js';
import { bulkWords } from './bulk-words.js';
import { officersQuery } from './inbox-query.js';
import { useOfficerLabels } from './use-officer-labels.js';
import { inboxWords } from './words.js';

interface Properties {
  readonly rows: readonly InboxDossier[];
  readonly order: ((rows: readonly InboxDossier[], body: BulkBody) => void) | null;
}

/** Gives the chosen dossiers to an officer: how the work of somebody absent is handed over. */
export function BulkAssign({ rows, order }: Properties) {
  const words = useWords(bulkWords);
  const { officer } = useWords(inboxWords);
  const { language } = useLanguage();
  const { data } = useQuery(officersQuery);
  const labels = useOfficerLabels();
  const [officerId, setOfficer] = useState('');
  return (
    <span className="row">
      <select aria-label={words.assign} value={officerId} onChange={({ target }) => setOfficer(target.value)}>
        <option value="">
          {words.assign}: {words.pick}
        </option>
        {data?.officers
          .filter(({ active }) => active)
          .map(({ id, open }) => (
            <option key={id} value={id}>
              {officer(labels.get(id) ?? id, numberText(open, language))}
            </option>
          ))}
      </select>
      <button
        type="button"
        disabled={order === null || officerId === ''}
        onClick={() => order?.(rows, { type: 'assign', officerId })}
      >
        {words.give(numberText(rows.length, language))}
      </button>
    </span>
  );
}
