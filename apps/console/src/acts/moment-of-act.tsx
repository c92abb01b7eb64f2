/** When the act happened. An empty or half written moment must never pass for "now". */
import { useId } from 'react';
import { MomentField } from '../parts/day-field.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import style from './acts.module.css';
import type { ActForm } from './use-act-form.js';
import { formWords } from './words.js';

export function MomentOfAct({ form: { moment, setMoment, isMomentWrong, remarks } }: { readonly form: ActForm }) {
  const words = useWords(formWords);
  const say = useSay();
  const name = useId();
  const remark = remarks.rest.find(({ field }) => field === 'occurredAt');
  const option = (earlier: boolean, label: string) => (
    <label>
      <input
        type="radio"
        name={name}
        checked={moment.earlier === earlier}
        onChange={() => setMoment({ ...moment, earlier })}
      />
      {label}
    </label>
  );
  return (
    <>
      <fieldset className={style['choices']}>
        <legend>{words.when}</legend>
        {option(false, words.now)}
        {option(true, words.earlier)}
      </fieldset>
      {moment.earlier && (
        <MomentField
          label={words.moment}
          hint={words.momentHint}
          required
          value={moment.at}
          onChange={(at) => setMoment({ earlier: true, at })}
        />
      )}
      {isMomentWrong && <p className={style['error']}>{words.empty}</p>}
      {remark !== undefined && <p className={style['error']}>{say(remark.reason, remark.reasonEn)}</p>}
    </>
  );
}
