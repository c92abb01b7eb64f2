import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Dialog } from '../parts/dialog.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { lookAgain } from './asked.js';
import { writeWords } from './write-words.js';

interface Properties {
  readonly calendar: string;
  readonly version: number;
  readonly etag: string | null;
  readonly onClose: () => void;
}

/** A draft is dropped for good. */
export function DropDialog({ calendar, version, etag, onClose }: Properties) {
  const words = useWords(writeWords);
  const tell = useTell();
  const navigate = useNavigate();
  const drop = useMutation({
    mutationFn: () => valueFrom(service.dropCalendarDraft({ calendar, version, ifMatch: etag ?? undefined })),
    onSuccess: async () => {
      tell(words.dropped(String(version)));
      await navigate({ to: '/calendars/$calendar', params: { calendar }, search: {} });
      await lookAgain(calendar);
    },
  });
  return (
    <Dialog title={words.drop} onClose={onClose}>
      <p>{words.dropSure}</p>
      {drop.error !== null && <FaultOf fault={drop.error} />}
      <button type="button" className="danger" disabled={drop.isPending} onClick={() => drop.mutate()}>
        {words.drop}
      </button>
    </Dialog>
  );
}
