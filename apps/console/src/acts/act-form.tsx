/** Fill in, look ahead, send: nothing is shown as done before the service has said so. */
import type { FormEvent } from 'react';
import type { Dossier } from '@lien-thong/client';
import type { PendingAct } from '../outbox/outbox.js';
import { useTell } from '../parts/toast.js';
import { useWords } from '../words/catalogue.js';
import { ActFoot } from './act-foot.js';
import { actWords } from './act-words.js';
import style from './acts.module.css';
import { FieldOf } from './field-of.js';
import type { About, CommandType } from './form.js';
import { MeanwhilePanel } from './meanwhile-panel.js';
import { MomentOfAct } from './moment-of-act.js';
import { Outcome } from './outcome.js';
import { PreviewPanel } from './preview-panel.js';
import { ReceiverCheck } from './receiver-check.js';
import { useActForm } from './use-act-form.js';
import type { ActForm as Form } from './use-act-form.js';
import { formWords } from './words.js';

interface Properties {
  readonly type: CommandType;
  readonly onClose: () => void;
  readonly onDone?: ((act: PendingAct) => void) | undefined;
  readonly about: About;
  /** The dossier as the page knows it now. */
  readonly live: Dossier;
  readonly onLookedAgain: (dossier: Dossier) => void;
}

export function ActForm({ type, about, live, onClose, onDone, onLookedAgain }: Properties) {
  const words = useWords(formWords);
  const { name } = useWords(actWords)[type];
  const tell = useTell();
  const form = useActForm(type, about, (act) => {
    tell(words.done(name, act.state.kind === 'received' ? act.state.answer.code : about.dossier.code));
    onDone?.(act);
    onClose();
  });
  const { stage } = form.sending;
  const isUnderWay = stage === 'sending' || stage === 'kept';
  const isStale = !isUnderWay && hasMoved(live, about.dossier, stage === 'refused');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isStale) return;
    form.go(form.isFinal && form.step !== 'confirm' ? 'confirm' : 'send');
  };
  return (
    <form className={style['form']} noValidate onSubmit={submit}>
      <fieldset className={style['whole']} disabled={isUnderWay}>
        <Fields form={form} isApart={false} />
        <ReceiverCheck {...form} />
        <details className={style['apart']} open={form.isMomentWrong || undefined}>
          <summary>
            {form.fields.some(({ name, required }) => name === 'place' && !required) ? words.more : words.moreShort}
          </summary>
          <MomentOfAct form={form} />
          <Fields form={form} isApart />
        </details>
      </fieldset>
      {form.step === 'preview' && form.wanted !== null && <PreviewPanel wanted={form.wanted} about={about} />}
      {isStale && <MeanwhilePanel type={type} seen={about.dossier} live={live} onLookedAgain={onLookedAgain} />}
      <Outcome form={form} isStale={isStale} />
      <ActFoot form={form} onClose={onClose} isStale={isStale} />
    </form>
  );
}

/** Acts of parties count; what the engine notes counts once something was refused. */
function hasMoved(live: Dossier, seen: Dossier, isRefused: boolean): boolean {
  return live.version > seen.version || (isRefused && live.seq > seen.seq);
}

/** Asked last, below the fold. */
const APART: ReadonlySet<string> = new Set(['place', 'note', 'receipt']);

function Fields({ form, isApart }: { readonly form: Form; readonly isApart: boolean }) {
  return form.fields
    .filter(({ name, required }) => (APART.has(name) && !required) === isApart)
    .map((field) => (
      <FieldOf
        key={field.name}
        {...{ field }}
        filled={form.filled}
        onChange={form.change}
        about={form.about}
        wrong={form.wrong.get(field.name)}
        remark={form.remarks.at.get(field.name)}
      />
    ));
}
