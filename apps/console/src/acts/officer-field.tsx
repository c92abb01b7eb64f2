/** An officer of the agency at this page. */
import { useQuery } from '@tanstack/react-query';
import { Answered } from '../parts/answered.js';
import { Field } from '../parts/field.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import type { DrawnText } from './drawn.js';
import { formWords } from './words.js';

export function OfficerField({ other, value, onText, ...drawn }: DrawnText & { readonly other: boolean }) {
  const words = useWords(formWords);
  const say = useSay();
  const { language } = useLanguage();
  const me = useMe();
  const question = useQuery({
    queryKey: [ABOUT.officers, 'mine'],
    queryFn: () => valueFrom(service.listAgencyOfficers()),
  });
  return (
    <Answered question={question}>
      {({ officers }) => {
        const here = officers.filter(({ id, active }) => active && !(other && id === me.officerId));
        if (here.length === 0) return <p>{words.noOfficer}</p>;
        return (
          <Field {...drawn}>
            {(ids) => (
              <select {...ids} value={value} onChange={({ target }) => onText(target.value)}>
                <option value="">{words.choose}</option>
                {here.map(({ id, name, title, titleEn, open }) => (
                  <option key={id} value={id}>
                    {words.officerOpen(`${name}, ${say(title, titleEn)}`, numberText(Number(open), language))}
                  </option>
                ))}
              </select>
            )}
          </Field>
        );
      }}
    </Answered>
  );
}
