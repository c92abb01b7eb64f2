/** A number beside a unit, and under them how it is stored. */
import type { FieldIds } from '../../parts/field.js';
import { useWords } from '../../words/catalogue.js';
import { useLanguage } from '../../words/language.js';
import { CHOICE_WORDS } from './choice-words.js';
import { durationFields, durationOf, isDuration } from './duration.js';
import type { Unit } from './duration.js';
import style from './form.module.css';
import type { Json } from './json.js';
import { durationName } from './wording.js';

interface Properties {
  readonly ids: FieldIds;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
  readonly units: readonly Unit[];
  /** Whether there may be none. */
  readonly none: boolean;
}

const NONE = 'none';

export function DurationInput({ ids, value, onChange, units, none }: Properties) {
  const words = useWords(CHOICE_WORDS);
  const { language } = useLanguage();
  const isNone = value === null || value === undefined;
  const text = isNone ? '' : String(value);
  const { amount, unit } = durationFields(text);
  const chosen = isNone ? NONE : (unit ?? '');
  const choose = (next: string) => {
    if (next === NONE) return onChange(null);
    onChange(durationOf({ amount: amount === '' ? '1' : amount, unit: units.find((one) => one === next) ?? null }));
  };
  const shown = language === 'vi' ? amount.replace('.', ',') : amount;
  return (
    <div className={style['duration']}>
      {!isNone && unit !== 'sameDay' && (
        <input
          {...ids}
          inputMode="decimal"
          autoComplete="off"
          size={5}
          value={shown}
          onChange={({ target }) => onChange(durationOf({ amount: target.value, unit }))}
        />
      )}
      <select
        {...(isNone || unit === 'sameDay' ? ids : { 'aria-describedby': ids['aria-describedby'] })}
        aria-label={isNone || unit === 'sameDay' ? undefined : words.unit}
        value={chosen}
        onChange={({ target }) => choose(target.value)}
      >
        {chosen === '' && <option value="">{words.unknownUnit}</option>}
        {units.map((one) => (
          <option key={one} value={one}>
            {words.units[one]}
          </option>
        ))}
        {none && <option value={NONE}>{words.noLimit}</option>}
      </select>
      {!isNone && isDuration(text) && (
        <span className="soft">{words.stored(durationName(words, text, language), text)}</span>
      )}
    </div>
  );
}
