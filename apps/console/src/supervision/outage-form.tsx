/** What is sent to record an outage, to correct its time, or to take it back. It holds once a second person approves it. */
import { useMutation } from '@tanstack/react-query';
import type { Outage, ProposedOutage, Result } from '@lien-thong/client';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { MomentField } from '../parts/day-field.js';
import { Dialog } from '../parts/dialog.js';
import { Field } from '../parts/field.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { ABOUT, queries } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { outageWords } from './outage-words.js';
import { useSystemName } from '../parts/system-name.js';
import { WordsField } from '../parts/words-field.js';
import { useKey } from './use-key.js';

export type OutageFormKind = 'record' | 'correct' | 'cancel';

interface Properties {
  readonly kind: OutageFormKind;
  /** None where one is recorded. */
  readonly outage?: Outage;
  readonly systems: readonly string[];
  readonly onClose: () => void;
}

interface Filled {
  readonly system: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reference: string;
  readonly reason: string;
}

const LONGEST_REFERENCE = 200;
const LONGEST_REASON = 500;

interface Proposal {
  readonly kind: OutageFormKind;
  readonly id: string;
  readonly filled: Filled;
  readonly key: string;
}

function propose({ kind, id, filled, key }: Proposal): Promise<Result<ProposedOutage>> {
  const { system, from, to, reference, reason } = filled;
  const said = { evidence: { reference: composed(reference) }, reason: composed(reason) };
  const call = { idempotencyKey: key, outage: id };
  if (kind === 'cancel') return service.cancelOutage({ ...call, body: said });
  if (from === null) throw new Error('the form was sent without a beginning');
  const interval = { from, ...(to === null ? {} : { to }) };
  if (kind === 'correct') return service.correctOutage({ ...call, body: { ...interval, ...said } });
  return service.recordOutage({ idempotencyKey: key, body: { system, ...interval, ...said } });
}

export function OutageForm({ kind, outage, systems, onClose }: Properties) {
  const words = useWords(outageWords);
  const tell = useTell();
  const before = outage?.proposed ?? outage?.held ?? null;
  const [filled, setFilled] = useState<Filled>({
    ...{ system: outage?.system ?? '', from: before?.from ?? null, to: before?.to ?? null, reference: '', reason: '' },
  });
  const change = (next: Partial<Filled>) => setFilled((now) => ({ ...now, ...next }));
  const key = useKey([kind, filled]);
  const sent = useMutation({
    mutationFn: () => valueFrom(propose({ kind, id: outage?.id ?? '', filled, key })),
    onSuccess: async () => {
      tell(words.sent);
      onClose();
      await queries.invalidateQueries({ queryKey: [ABOUT.alerts] });
    },
  });
  const { system, from, reference, reason } = filled;
  const isWhole =
    composed(reference) !== '' && composed(reason) !== '' && (kind === 'cancel' || (from !== null && system !== ''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole && !sent.isPending) sent.mutate();
  };
  return (
    <Dialog title={words.titles[kind]} onClose={onClose}>
      <p className="soft">{words.told[kind]}</p>
      <form onSubmit={submit}>
        {kind === 'record' && <SystemField systems={systems} value={system} onChange={change} />}
        {kind !== 'cancel' && (
          <>
            <MomentField label={words.from} required value={from} onChange={(next) => change({ from: next })} />
            <MomentField
              label={words.to}
              hint={words.toHint}
              value={filled.to}
              onChange={(next) => change({ to: next })}
            />
          </>
        )}
        <Said {...{ reference, reason }} onChange={change} />
        {sent.error !== null && <FaultOf fault={sent.error} />}
        <button type="submit" className="primary" disabled={!isWhole || sent.isPending}>
          {sent.isPending ? words.sending : words.sendIt}
        </button>
      </form>
    </Dialog>
  );
}

interface SystemProperties {
  readonly systems: readonly string[];
  readonly value: string;
  readonly onChange: (next: { readonly system: string }) => void;
}

function SystemField({ systems, value, onChange }: SystemProperties) {
  const words = useWords(outageWords);
  const systemName = useSystemName();
  return (
    <Field label={words.system} required>
      {(ids) => (
        <select {...ids} value={value} onChange={({ target }) => onChange({ system: target.value })}>
          <option value="">{words.choose}</option>
          {systems.map((key) => (
            <option key={key} value={key}>
              {systemName(key)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface SaidProperties {
  readonly reference: string;
  readonly reason: string;
  readonly onChange: (next: Partial<Filled>) => void;
}

function Said({ reference, reason, onChange }: SaidProperties) {
  const words = useWords(outageWords);
  return (
    <>
      <Field label={words.evidence} hint={words.evidenceHint} required>
        {(ids) => (
          <input
            {...ids}
            value={reference}
            maxLength={LONGEST_REFERENCE}
            autoComplete="off"
            onChange={({ target }) => onChange({ reference: target.value })}
          />
        )}
      </Field>
      <WordsField
        label={words.reason}
        required
        rows={3}
        most={LONGEST_REASON}
        value={reason}
        onText={(reason) => onChange({ reason })}
      />
    </>
  );
}
