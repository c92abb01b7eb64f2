/** Which dossiers, when not all of them. */
import blocks from '../parts/blocks.module.css';
import { nameWords } from '../parts/name-words.js';
import { AgencyPick } from '../parts/agency-pick.js';
import { MomentField } from '../parts/day-field.js';
import { useAgencyNames } from '../parts/agency-names.js';
import { useWords } from '../words/catalogue.js';
import type { AmendmentForm, OpenPhase } from './draft-form-state.js';
import { runWords } from './run-words.js';

interface Properties {
  readonly form: AmendmentForm;
  readonly onChange: (part: Partial<AmendmentForm>) => void;
}

const OPEN_PHASES: readonly OpenPhase[] = [
  ...(['submitted', 'received', 'jurisdictionPending', 'inTransfer', 'awaitingAcceptance'] as const),
  ...(['transferReturned', 'processing', 'awaitingSupplement', 'awaitingPayment', 'suspended'] as const),
  ...(['decided', 'resultInTransfer', 'readyForReturn'] as const),
];

export function SelectionFields({ form, onChange }: Properties) {
  const words = useWords(runWords);
  const phases = useWords(nameWords).phase;
  const { receivedFrom, receivedBefore } = form;
  return (
    <details>
      <summary>{words.narrower}</summary>
      <p className="soft">{words.narrowerHint}</p>
      <Agencies form={form} onChange={onChange} />
      <fieldset className={blocks['fields']}>
        <legend>{words.phases}</legend>
        {OPEN_PHASES.map((phase) => (
          <label key={phase}>
            <input
              type="checkbox"
              checked={form.phases.includes(phase)}
              onChange={({ target }) =>
                onChange({
                  phases: target.checked ? [...form.phases, phase] : form.phases.filter((each) => each !== phase),
                })
              }
            />{' '}
            {phases[phase]}
          </label>
        ))}
      </fieldset>
      <div className={blocks['fields']}>
        <MomentField
          label={words.receivedFrom}
          value={receivedFrom}
          onChange={(at) => onChange({ receivedFrom: instant(at) })}
        />
        <MomentField
          label={words.receivedBefore}
          value={receivedBefore}
          onChange={(at) => onChange({ receivedBefore: instant(at) })}
        />
      </div>
    </details>
  );
}

/** As the service writes it. */
function instant(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function Agencies({ form: { receivingAgencies }, onChange }: Properties) {
  const words = useWords(runWords);
  const name = useAgencyNames(receivingAgencies.length > 0);
  return (
    <>
      <AgencyPick
        label={words.agencies}
        hint={words.agenciesHint}
        empties
        onChange={(agency) => {
          if (agency === null || receivingAgencies.includes(agency.id)) return;
          onChange({ receivingAgencies: [...receivingAgencies, agency.id] });
        }}
      />
      <ul className={blocks['chips']}>
        {receivingAgencies.map((id) => (
          <li key={id}>
            <button
              type="button"
              aria-label={words.remove(name(id))}
              onClick={() => onChange({ receivingAgencies: receivingAgencies.filter((each) => each !== id) })}
            >
              {name(id)} ✕
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
