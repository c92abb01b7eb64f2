/** Of a rule of competence: who, for what, where. */
import { AgencyPick } from '../parts/agency-pick.js';
import blocks from '../parts/blocks.module.css';
import { Field } from '../parts/field.js';
import { ProcedurePick } from '../parts/procedure-pick.js';
import { useWords } from '../words/catalogue.js';
import { AreaOfToday } from './area-of-today.js';
import { competenceActWords } from './competence-act-words.js';
import type { RuleForm } from './competence-form.js';
import { competenceWords } from './competence-words.js';

interface Properties {
  readonly form: RuleForm;
  readonly onChange: (part: Partial<RuleForm>) => void;
}

const LEVELS = ['commune', 'province'] as const satisfies readonly RuleForm['level'][];
const LONGEST = 200;

export function AboutFields({ form, onChange }: Properties) {
  const words = useWords(competenceActWords);
  const shown = useWords(competenceWords);
  return (
    <>
      <AgencyPick label={words.agency} required onChange={(agency) => onChange({ agencyId: agency?.id ?? null })} />
      <fieldset>
        <legend>{words.about}</legend>
        {(['procedure', 'field'] as const).map((about) => (
          <label key={about}>
            <input type="radio" name="about" checked={form.about === about} onChange={() => onChange({ about })} />{' '}
            {about === 'procedure' ? words.oneProcedure : words.wholeField}{' '}
          </label>
        ))}
        {form.about === 'procedure' ? (
          <ProcedurePick label={words.procedure} required onChange={(procedureCode) => onChange({ procedureCode })} />
        ) : (
          <Field label={words.field} required>
            {(ids) => (
              <input
                {...ids}
                maxLength={LONGEST}
                value={form.field}
                onChange={({ target }) => onChange({ field: target.value })}
              />
            )}
          </Field>
        )}
      </fieldset>
      <Areas form={form} onChange={onChange} />
      <Field label={words.level} required>
        {(ids) => (
          <select
            {...ids}
            value={form.level}
            onChange={({ target }) => onChange({ level: LEVELS.find((each) => each === target.value) ?? 'commune' })}
          >
            {LEVELS.map((each) => (
              <option key={each} value={each}>
                {shown.levels[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

function Areas({ form: { everywhere, areas }, onChange }: Properties) {
  const words = useWords(competenceActWords);
  return (
    <fieldset>
      <legend>{words.areas}</legend>
      <label>
        <input
          type="checkbox"
          checked={everywhere}
          onChange={({ target }) => onChange({ everywhere: target.checked })}
        />{' '}
        {words.everywhere}
      </label>
      {!everywhere && (
        <>
          <AreaOfToday
            key={areas.length}
            label={words.areasHint}
            onChoose={(code) => onChange({ areas: [...new Set([...areas, code])] })}
          />
          {areas.length === 0 && <p className="soft">{words.noAreas}</p>}
          <ul className={blocks['chips']}>
            {areas.map((code) => (
              <li key={code}>
                <button
                  type="button"
                  aria-label={words.remove(code)}
                  onClick={() => onChange({ areas: areas.filter((each) => each !== code) })}
                >
                  {code} ✕
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  );
}
