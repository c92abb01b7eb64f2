/** The evidence as a file, with the command that checks it without this system. */
import { useMutation } from '@tanstack/react-query';
import { FaultOf } from '../parts/trouble.js';
import { useTell } from '../parts/toast.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { journalWords } from './journal-words.js';

export function EvidenceDownload({ code }: { readonly code: string }) {
  const words = useWords(journalWords);
  const tell = useTell();
  const file = `${code}.evidence.json`;
  const download = useMutation({
    mutationFn: () => valueFrom(service.exportEvidence({ code })),
    onSuccess: (evidence) => {
      save(file, JSON.stringify(evidence));
      tell(words.evidenceDone(file));
    },
  });
  return (
    <div className="no-print">
      <p>
        <button type="button" disabled={download.isPending} onClick={() => download.mutate()}>
          {words.evidence}
        </button>
      </p>
      <p className="soft">
        {words.evidenceWhy} <code>lienthong verify {file}</code>
      </p>
      {download.error !== null && <FaultOf fault={download.error} again={() => download.mutate()} />}
    </div>
  );
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
