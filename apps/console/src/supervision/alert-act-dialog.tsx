/** The form of an act on an alert: what it needs, what became of it, and what changed meanwhile when somebody else was first. */
import { useMutation } from '@tanstack/react-query';
import type { Alert } from '@lien-thong/client';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Dialog } from '../parts/dialog.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { ABOUT, queries } from '../service/queries.js';
import { troubleOf, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { actWords } from './act-words.js';
import { AcknowledgeFields, AssignFields, ResolveFields, SnoozeFields } from './alert-act-fields.js';
import { Meanwhile } from './meanwhile.js';
import { sendAlertAct } from './send-alert-act.js';
import type { AlertAct, AlertActKind } from './send-alert-act.js';
import { useKey } from './use-key.js';

interface Properties {
  readonly alert: Alert;
  readonly kind: AlertActKind;
  /** Of the service, at which the list was reckoned. */
  readonly at: string;
  readonly onClose: () => void;
}

export function AlertActDialog({ alert, kind, at, onClose }: Properties) {
  const words = useWords(actWords);
  const say = useSay();
  const tell = useTell();
  const [act, setAct] = useState<AlertAct | null>(() => initialAct(kind));
  const [version, setVersion] = useState(alert.version);
  const key = useKey([act, version]);
  const sent = useMutation({
    mutationFn: (wanted: AlertAct) => valueFrom(sendAlertAct(wanted, { id: alert.id, version, key })),
    onSuccess: async () => {
      tell(words.done[kind]);
      onClose();
      await queries.invalidateQueries({ queryKey: [ABOUT.alerts] });
    },
  });
  const changed = troubleOf(sent.error)?.status === 412;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (act !== null && !sent.isPending) sent.mutate(act);
  };
  return (
    <Dialog title={words.title[kind]} onClose={onClose}>
      <p>{say(alert.sentence, alert.sentenceEn)}</p>
      <p className="soft">{words.told[kind]}</p>
      <form onSubmit={submit}>
        {kind === 'acknowledge' && <AcknowledgeFields onChange={setAct} />}
        {kind === 'snooze' && <SnoozeFields at={at} onChange={setAct} />}
        {kind === 'assign' && <AssignFields onChange={setAct} />}
        {kind === 'resolve' && <ResolveFields onChange={setAct} />}
        {sent.error !== null && !changed && <FaultOf fault={sent.error} />}
        {changed && (
          <Meanwhile
            alertId={alert.id}
            seen={version}
            onSeen={(now) => {
              setVersion(now);
              sent.reset();
            }}
          />
        )}
        <p className="row">
          <button type="submit" className="primary" disabled={act === null || sent.isPending || changed}>
            {sent.isPending ? words.sending : words.send}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** What needs nothing more can be sent at once. */
function initialAct(kind: AlertActKind): AlertAct | null {
  if (kind === 'acknowledge') return { kind, reason: null };
  return kind === 'unsnooze' ? { kind } : null;
}
