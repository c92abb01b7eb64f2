/** A last question before what cannot be taken back. */
import { useMutation } from '@tanstack/react-query';
import { Dialog } from './dialog.js';
import { FaultOf } from './trouble.js';

interface Properties {
  /** Title and button: the act by its name. */
  readonly act: string;
  readonly question: string;
  readonly run: () => Promise<unknown>;
  /** Once it is done. */
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

export function SureDialog({ act, question, run, onDone, onClose }: Properties) {
  const { mutate, error, isPending } = useMutation({ mutationFn: run, onSuccess: onDone });
  return (
    <Dialog title={act} onClose={onClose}>
      <p>{question}</p>
      {error !== null && <FaultOf fault={error} />}
      <button type="button" className="danger" disabled={isPending} onClick={() => mutate()}>
        {act}
      </button>
    </Dialog>
  );
}
