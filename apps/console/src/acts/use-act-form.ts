/** What somebody fills in, and the way from there to the service. */
import { useState } from 'react';
import type { PendingAct, WantedAct } from '../outbox/outbox.js';
import { EMPTY, asked } from './form.js';
import type { About, CommandType, FieldName, FieldSpec, Filled } from './form.js';
import { FORMS, bodyOf } from './forms.js';
import { placed, problemsOf } from './problems.js';
import type { Placed, Wrong } from './problems.js';
import { useSending } from './use-sending.js';
import type { Sending } from './use-sending.js';

/** When it happened: now, which is when the service hears of it, or earlier. */
export interface MomentChosen {
  readonly earlier: boolean;
  readonly at: string | null;
}

export type Step = 'form' | 'preview' | 'confirm';

export interface ActForm {
  readonly type: CommandType;
  readonly about: About;
  readonly fields: readonly FieldSpec[];
  readonly filled: Filled;
  readonly change: (filled: Filled) => void;
  readonly moment: MomentChosen;
  readonly setMoment: (moment: MomentChosen) => void;
  /** Empty until somebody tries to go on. */
  readonly wrong: ReadonlyMap<FieldName, Wrong>;
  readonly isMomentWrong: boolean;
  /** What the service said, at its fields. */
  readonly remarks: Placed;
  readonly step: Step;
  readonly go: (next: Step | 'send') => void;
  readonly sending: Sending;
  readonly isFinal: boolean;
  /** The act as it would be sent; null while something is wrong. */
  readonly wanted: WantedAct | null;
}

const NOW: MomentChosen = { earlier: false, at: null };
const NONE: ReadonlyMap<FieldName, Wrong> = new Map();

export function useActForm(type: CommandType, about: About, onReceived: (act: PendingAct) => void): ActForm {
  const form = FORMS[type];
  const [filled, setFilled] = useState<Filled>(() => ({ ...EMPTY, texts: form.initial?.(about) ?? {} }));
  const [moment, setMoment] = useState(NOW);
  const [step, setStep] = useState<Step>('form');
  const [tried, setTried] = useState(false);
  const sending = useSending(about.dossier.code, onReceived);
  const fields = asked(form.fields(about), filled);
  const problems = problemsOf(fields, filled, about);
  const isMomentWrong = moment.earlier && moment.at === null;
  const wanted = problems.size > 0 || isMomentWrong ? null : wantedOf(type, about, { filled, moment });
  const go = (next: Step | 'send') => {
    setTried(true);
    setStep(wanted === null || next === 'send' ? 'form' : next);
    if (wanted !== null && next === 'send') sending.send?.(wanted);
  };
  const edited =
    <Value>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setStep('form');
    };
  return {
    ...{ type, about, fields, filled, moment, step, go, sending, wanted },
    change: edited(setFilled),
    setMoment: edited(setMoment),
    wrong: tried ? problems : NONE,
    isMomentWrong: tried && isMomentWrong,
    remarks: placed(fields, sending.problem?.errors ?? []),
    isFinal: form.final === true,
  };
}

interface Given {
  readonly filled: Filled;
  readonly moment: MomentChosen;
}

function wantedOf(type: CommandType, { dossier }: About, { filled, moment }: Given): WantedAct {
  const act = { code: dossier.code, version: dossier.version, body: bodyOf(type, filled) };
  return moment.earlier && moment.at !== null ? { ...act, occurredAt: moment.at } : act;
}
