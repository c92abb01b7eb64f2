/** Facts entered after later ones, each with the fields of its own act and its time. */
import { useId } from 'react';
import type { ComponentType } from 'react';
import { MomentField } from '../parts/day-field.js';
import { useWords } from '../words/catalogue.js';
import { actWords } from './act-words.js';
import style from './acts.module.css';
import type { Drawn, FieldProperties } from './drawn.js';
import { EMPTY, asked } from './form.js';
import type { About, Filled, LateFact, LateType } from './form.js';
import { LATE_FORMS, LATE_TYPES } from './late-facts.js';
import { lateFields } from './problems.js';
import { formWords } from './words.js';

const MOST = 20;

interface Properties extends Drawn {
  readonly filled: Filled;
  readonly onChange: (filled: Filled) => void;
  readonly about: About;
  /** Draws a field of the act itself. */
  readonly FieldOf: ComponentType<FieldProperties>;
}

export function LateField({ filled, onChange, about, FieldOf, label, hint, error }: Properties) {
  const words = useWords(formWords);
  const set = (late: readonly LateFact[]) => onChange({ ...filled, late });
  const { late } = filled;
  return (
    <fieldset className={style['choices']}>
      <legend>{label}</legend>
      <p className={style['hint']}>{hint}</p>
      {late.length === 0 && <p className="soft">{words.noFacts}</p>}
      {late.map((fact) => (
        <OneFact
          key={fact.id}
          {...{ fact, about, FieldOf }}
          onChange={(next) => set(late.map((each) => (each.id === fact.id ? next : each)))}
          onRemove={() => set(late.filter(({ id }) => id !== fact.id))}
        />
      ))}
      {late.length < MOST && (
        <button type="button" onClick={() => set([...late, newFact('completeStep', about)])}>
          {words.addFact}
        </button>
      )}
      {error !== undefined && <p className={style['error']}>{error}</p>}
    </fieldset>
  );
}

function newFact(type: LateType, about: About): LateFact {
  const filled = { ...EMPTY, texts: LATE_FORMS[type].initial?.(about) ?? {} };
  return { id: crypto.randomUUID(), type, occurredAt: null, filled };
}

interface OneProperties {
  readonly fact: LateFact;
  readonly about: About;
  readonly FieldOf: ComponentType<FieldProperties>;
  readonly onChange: (fact: LateFact) => void;
  readonly onRemove: () => void;
}

function OneFact({ fact, about, FieldOf, onChange, onRemove }: OneProperties) {
  const words = useWords(formWords);
  const names = useWords(actWords);
  const id = useId();
  const fields = asked(lateFields(fact, about), fact.filled);
  return (
    <div className={style['fact']}>
      <p className="row">
        <label htmlFor={id}>{words.factKind}</label>
        <select
          id={id}
          value={fact.type}
          onChange={({ target }) =>
            onChange({ ...newFact(target.value as LateType, about), ...{ id: fact.id, occurredAt: fact.occurredAt } })
          }
        >
          {LATE_TYPES.map((type) => (
            <option key={type} value={type}>
              {names[type].name}
            </option>
          ))}
        </select>
        <button type="button" onClick={onRemove}>
          {words.remove}
        </button>
      </p>
      <MomentField
        label={words.factAt}
        required
        value={fact.occurredAt}
        onChange={(occurredAt) => onChange({ ...fact, occurredAt })}
      />
      {fields.map((field) => (
        <FieldOf
          key={`${fact.type} ${field.name}`}
          {...{ field, about }}
          filled={fact.filled}
          onChange={(filled) => onChange({ ...fact, filled })}
          wrong={undefined}
          remark={undefined}
        />
      ))}
    </div>
  );
}
