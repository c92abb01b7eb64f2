/** The fields of an amendment. */
import { useQuery } from '@tanstack/react-query';
import type { AmendmentBody } from '@lien-thong/client';
import blocks from '../parts/blocks.module.css';
import { Field } from '../parts/field.js';
import { ProcedurePick } from '../parts/procedure-pick.js';
import { WordsField } from '../parts/words-field.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { dayText } from '../words/format.js';
import type { AmendmentForm } from './draft-form-state.js';
import { runWords } from './run-words.js';
import { SelectionFields } from './selection-fields.js';
import { amendmentWords } from './words.js';

interface Properties {
  readonly form: AmendmentForm;
  /** The procedure of a draft stays. */
  readonly fixed: boolean;
  readonly onChange: (part: Partial<AmendmentForm>) => void;
}

const LONGEST = 500;

export function AmendmentFields({ form, fixed, onChange }: Properties) {
  const words = useWords(runWords);
  const shown = useWords(amendmentWords);
  return (
    <>
      {fixed ? (
        <p>
          {words.procedure}: <code>{form.procedure}</code>
        </p>
      ) : (
        <ProcedurePick
          label={words.procedure}
          hint={words.procedureHint}
          required
          onChange={(procedure) => onChange({ procedure, fromVersions: [], toVersion: null })}
        />
      )}
      {form.procedure !== null && <VersionFields procedure={form.procedure} form={form} onChange={onChange} />}
      <PolicyFields policy={form.policy} onChange={onChange} />
      <div className={blocks['fields']}>
        <WordsField
          label={shown.legalBasis}
          hint={words.legalBasisHint}
          required
          rows={2}
          most={LONGEST}
          value={form.legalBasis}
          onText={(legalBasis) => onChange({ legalBasis })}
        />
        <WordsField
          label={shown.reason}
          required
          rows={2}
          most={LONGEST}
          value={form.reason}
          onText={(reason) => onChange({ reason })}
        />
        <Field label={shown.revertDays} hint={words.revertHint} required>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              size={4}
              maxLength={2}
              value={form.revertDays}
              onChange={({ target }) => onChange({ revertDays: target.value })}
            />
          )}
        </Field>
      </div>
      <SelectionFields form={form} onChange={onChange} />
    </>
  );
}

function PolicyFields({ policy, onChange }: Pick<AmendmentForm, 'policy'> & Pick<Properties, 'onChange'>) {
  const words = useWords(amendmentWords);
  const policies = Object.keys(amendmentWords.vi.policies) as readonly AmendmentBody['policy'][];
  return (
    <fieldset className={blocks['explained']}>
      <legend>{words.policy}</legend>
      {policies.map((each) => (
        <label key={each}>
          <input type="radio" name="policy" checked={policy === each} onChange={() => onChange({ policy: each })} />
          <span>{words.policies[each]}</span>
          <small>{words.consequences[each]}</small>
        </label>
      ))}
    </fieldset>
  );
}

interface VersionProperties extends Pick<Properties, 'form' | 'onChange'> {
  readonly procedure: string;
}

function VersionFields({ procedure, form: { fromVersions, toVersion }, onChange }: VersionProperties) {
  const words = useWords(runWords);
  const { data } = useQuery({
    queryKey: [ABOUT.procedures, procedure, 'versions'],
    queryFn: () => valueFrom(service.listVersions({ code: procedure })),
  });
  if (data === undefined) return null;
  const published = data.versions.filter(({ state }) => state !== 'draft');
  if (published.length < 2) return <p role="alert">{words.noVersions}</p>;
  const text = ({ version, effectiveFrom }: (typeof published)[number]) =>
    words.versionDays(String(version), dayText(effectiveFrom));
  return (
    <div className={blocks['fields']}>
      <fieldset>
        <legend>{words.fromVersions}</legend>
        {published.map((each) => (
          <div key={each.version}>
            <label>
              <input
                type="checkbox"
                disabled={each.version === toVersion}
                checked={fromVersions.includes(each.version)}
                onChange={({ target }) =>
                  onChange({
                    fromVersions: target.checked
                      ? [...fromVersions, each.version].sort((a, b) => a - b)
                      : fromVersions.filter((version) => version !== each.version),
                  })
                }
              />{' '}
              {text(each)}
            </label>
          </div>
        ))}
      </fieldset>
      <Field label={words.toVersion} required>
        {(ids) => (
          <select
            {...ids}
            value={toVersion ?? ''}
            onChange={({ target }) => {
              const chosen = target.value === '' ? null : Number(target.value);
              onChange({ toVersion: chosen, fromVersions: fromVersions.filter((version) => version !== chosen) });
            }}
          >
            <option value="">{words.chooseVersion}</option>
            {published.map((each) => (
              <option key={each.version} value={each.version}>
                {text(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
