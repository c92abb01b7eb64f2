/** A key is revoked at once, after whoever does it has read what follows. */
import { useMutation } from '@tanstack/react-query';
import type { ApiKey } from '@lien-thong/client';
import { useState } from 'react';
import blocks from '../parts/blocks.module.css';
import { Dialog } from '../parts/dialog.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { lookAgain } from './asked.js';
import { administrationWords } from './words.js';

export function RevokeKeyDialog({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const words = useWords(administrationWords);
  const tell = useTell();
  const [sure, setSure] = useState(false);
  const { id: key, agencyId: id, label, usedAt } = apiKey;
  const revoke = useMutation({
    mutationFn: () => valueFrom(service.revokeApiKey({ id, key })),
    onSuccess: async () => {
      tell(words.revoked(label));
      onClose();
      await lookAgain();
    },
  });
  return (
    <Dialog title={words.revokeOf(label)} onClose={onClose}>
      <p className={blocks['caution']}>
        <strong>▲</strong> {words.revokeLead} {usedAt !== null && words.revokeUsed(instantText(usedAt))}
      </p>
      <p>
        <label>
          <input type="checkbox" checked={sure} onChange={({ target }) => setSure(target.checked)} /> {words.revokeSure}
        </label>
      </p>
      {revoke.error !== null && <FaultOf fault={revoke.error} />}
      <button type="button" className="danger" disabled={!sure || revoke.isPending} onClick={() => revoke.mutate()}>
        {words.revoke}
      </button>
    </Dialog>
  );
}
