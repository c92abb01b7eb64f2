/** Parts of the form at the counter: what is asked for, from whom, and when. */
import type { ProcedureVersion } from '@lien-thong/client';
import { LISTS } from '../acts/codes.js';
import { listWords } from '../acts/list-words.js';
import { MomentField } from '../parts/day-field.js';
import { Field } from '../parts/field.js';
import { WordsField } from '../parts/words-field.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { CHANNELS, casesFor, isReceiving } from './reception-draft.js';
import type { Channel, Draft } from './reception-draft.js';
import { receiveWords } from './receive-words.js';
import style from './receive.module.css';

export interface PartProperties {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

/** How it was handed in, and which case of the procedure it is. */
export function ChannelAndCase({ draft, change, version }: PartProperties & { readonly version: ProcedureVersion }) {
  const words = useWords(receiveWords);
  const say = useSay();
  const cases = casesFor(version, draft.channel);
  return (
    <>
      <div className={style['pair']}>
        <Field label={words.channel}>
          {(ids) => (
            <select
              {...ids}
              value={draft.channel}
              onChange={({ target }) => change({ channel: target.value as Channel })}
            >
              {CHANNELS.map((channel) => (
                <option key={channel} value={channel}>
                  {words.channels[channel]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {cases.length > 1 && (
          <Field label={words.case} required>
            {(ids) => (
              <select {...ids} value={draft.caseKey ?? ''} onChange={({ target }) => change({ caseKey: target.value })}>
                <option value="">{words.choose}</option>
                {cases.map(({ key, name, nameEn }) => (
                  <option key={key} value={key}>
                    {say(name, nameEn)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {cases.length === 0 && <p role="alert">◌ {words.noLimit}</p>}
      {draft.channel !== 'counter' && (
        <label>
          <input
            type="checkbox"
            checked={draft.isReceived}
            onChange={({ target }) => change({ isReceived: target.checked })}
          />{' '}
          {words.takeIn}
        </label>
      )}
      {version.illustration !== null && (
        <details className="soft">
          <summary>{words.illustration}</summary>
          <p>{say(version.illustration.why, version.illustration.whyEn)}</p>
        </details>
      )}
    </>
  );
}

/** Taken in although nobody competent is known yet. */
export function Hold({ draft, change }: PartProperties) {
  const words = useWords(receiveWords);
  const { heldReason } = useWords(listWords);
  const [first] = LISTS.heldReason;
  if (!isReceiving(draft)) return null;
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={draft.held !== null}
          onChange={({ target }) => change({ held: target.checked ? first : null })}
        />{' '}
        {words.hold}
      </label>
      {draft.held !== null && (
        <Field label={words.holdReason} hint={words.holdHint} required>
          {(ids) => (
            <select {...ids} value={draft.held ?? first} onChange={({ target }) => change({ held: target.value })}>
              {LISTS.heldReason.map((reason) => (
                <option key={reason} value={reason}>
                  {heldReason[reason]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}

export function Applicant({ draft, change }: PartProperties) {
  const words = useWords(receiveWords);
  return (
    <>
      <p className="soft">{words.private}</p>
      <div className={style['pair']}>
        <Field label={words.name} required>
          {(ids) => (
            <input
              {...ids}
              autoComplete="off"
              maxLength={120}
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <Field label={words.identityNumber}>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              autoComplete="off"
              maxLength={20}
              value={draft.identityNumber}
              onChange={({ target }) => change({ identityNumber: target.value })}
            />
          )}
        </Field>
        <Field label={words.phone}>
          {(ids) => (
            <input
              {...ids}
              type="tel"
              autoComplete="off"
              maxLength={20}
              value={draft.phone}
              onChange={({ target }) => change({ phone: target.value })}
            />
          )}
        </Field>
      </div>
      <WordsField label={words.note} rows={2} most={2000} value={draft.note} onText={(note) => change({ note })} />
    </>
  );
}

export function When({ draft, change }: PartProperties) {
  const words = useWords(receiveWords);
  return (
    <MomentField
      label={words.late}
      hint={words.lateHint}
      value={draft.occurredAt}
      onChange={(occurredAt) => change({ occurredAt })}
    />
  );
}
