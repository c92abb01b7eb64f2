/** What each act on an alert needs to know. */
import { useState } from 'react';
import { Field } from '../parts/field.js';
import { MomentField } from '../parts/day-field.js';
import { officerLabels } from '../inbox/short-names.js';
import { useMe } from '../service/session.js';
import { composed } from '../words/fold.js';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { useSay } from '../words/language.js';
import { REASONS_OF, actWords } from './act-words.js';
import { useOwnOfficers } from './officer-names.js';
import { isSnoozable, snoozeTimes } from './snooze-times.js';
import type { AlertAct } from './send-alert-act.js';

interface Properties {
  /** Null while something is missing. */
  readonly onChange: (act: AlertAct | null) => void;
}

interface ReasonProperties {
  readonly of: keyof typeof REASONS_OF;
  readonly required: boolean;
  readonly onChange: (reason: string | null) => void;
}

function Reason({ of, required, onChange }: ReasonProperties) {
  const words = useWords(actWords);
  return (
    <Field label={required ? words.whyClosed : words.reason} hint={words.reasonHint} required={required}>
      {(ids) => (
        <select {...ids} defaultValue="" onChange={({ target }) => onChange(target.value === '' ? null : target.value)}>
          <option value="">{required ? words.choose : words.noReason}</option>
          {REASONS_OF[of].map((code) => (
            <option key={code} value={code}>
              {words.reasons[code]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function AcknowledgeFields({ onChange }: Properties) {
  return <Reason of="acknowledge" required={false} onChange={(reason) => onChange({ kind: 'acknowledge', reason })} />;
}

export function ResolveFields({ onChange }: Properties) {
  return (
    <Reason
      of="resolve"
      required
      onChange={(reason) => onChange(reason === null ? null : { kind: 'resolve', reason })}
    />
  );
}

export function SnoozeFields({ at, onChange }: Properties & { readonly at: string }) {
  const words = useWords(actWords);
  const times = snoozeTimes(at);
  const [name, setName] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const tell = (next: { readonly until: string | null; readonly reason: string | null }) => {
    setUntil(next.until);
    setReason(next.reason);
    const isGood = next.until !== null && isSnoozable(next.until, at);
    onChange(isGood ? { kind: 'snooze', until: next.until, reason: next.reason } : null);
  };
  return (
    <>
      <fieldset>
        <legend>{words.until}</legend>
        {[...times, { name: 'own' as const, until: null }].map((time) => (
          <p key={time.name}>
            <label>
              <input
                type="radio"
                name="until"
                checked={name === time.name}
                onChange={() => {
                  setName(time.name);
                  tell({ until: time.until, reason });
                }}
              />{' '}
              {words.times[time.name]}
              {time.until !== null && <span className="soft"> · {instantText(time.until)}</span>}
            </label>
          </p>
        ))}
        {name === 'own' && (
          <MomentField
            label={words.untilOwn}
            hint={words.untilWrong}
            required
            value={until}
            onChange={(own) => tell({ until: own, reason })}
          />
        )}
      </fieldset>
      <Reason of="snooze" required={false} onChange={(chosen) => tell({ until, reason: chosen })} />
    </>
  );
}

export function AssignFields({ onChange }: Properties) {
  const words = useWords(actWords);
  const say = useSay();
  const me = useMe();
  const { data } = useOwnOfficers();
  const officers = (data?.officers ?? [])
    .filter(({ active }) => active)
    .map(({ id, name, title, titleEn }) => ({ id, name, title: say(title, titleEn) }));
  const labels = officerLabels(officers, say(me.agency.name, me.agency.nameEn));
  const [own, setOwn] = useState('');
  const [other, setOther] = useState('');
  const tell = (chosen: string, typed: string) => {
    setOwn(chosen);
    setOther(typed);
    const officerId = composed(typed) === '' ? chosen : composed(typed);
    onChange(officerId === '' ? null : { kind: 'assign', officerId });
  };
  return (
    <>
      <Field label={words.officerOwn} hint={say(me.agency.name, me.agency.nameEn)}>
        {(ids) => (
          <select {...ids} value={own} onChange={({ target }) => tell(target.value, '')}>
            <option value="">{words.choose}</option>
            {[...labels].map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.officerOther} hint={words.officerOtherHint}>
        {(ids) => (
          <input
            {...ids}
            value={other}
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => tell('', target.value)}
          />
        )}
      </Field>
    </>
  );
}
