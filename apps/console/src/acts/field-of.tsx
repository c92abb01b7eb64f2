/** One field of a form, as its kind asks. */
import { WordsField } from '../parts/words-field.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { AgencyField } from './agency-field.js';
import { ChoiceField, CodeField } from './choice-field.js';
import { DocumentsField } from './documents-field.js';
import type { Drawn, DrawnText, FieldProperties } from './drawn.js';
import { fieldWords } from './field-words.js';
import { withText } from './form.js';
import { LateField } from './late-field.js';
import { OfficerField } from './officer-field.js';
import { PlaceField } from './place-field.js';
import { ComponentsField, LineField, MomentOf } from './text-fields.js';
import { formWords } from './words.js';

export function FieldOf({ field, filled, onChange, about, wrong, remark }: FieldProperties) {
  const words = useWords(formWords);
  const { label, hint } = useWords(fieldWords)[field.name];
  const say = useSay();
  const said = remark === undefined ? undefined : say(remark.reason, remark.reasonEn);
  const error = wrong === undefined ? said : words[wrong];
  const drawn: Drawn = { label, hint, error, required: field.required };
  const text: DrawnText = {
    ...drawn,
    value: filled.texts[field.name] ?? '',
    onText: (value) => onChange(withText(filled, field.name, value)),
  };
  switch (field.kind) {
    case 'choice':
      return <ChoiceField {...text} field={field} />;
    case 'code':
      return <CodeField {...text} field={field} />;
    case 'text':
      return <LineField {...text} most={field.most} numeric={field.numeric === true} />;
    case 'words':
      return <WordsField {...text} most={field.most} />;
    case 'officer':
      return <OfficerField {...text} other={field.other} />;
    case 'agency':
      return <AgencyField {...text} />;
    case 'moment':
      return <MomentOf {...text} />;
    case 'components':
      return <ComponentsField {...drawn} {...{ filled, onChange }} />;
    case 'documents':
      return <DocumentsField {...drawn} {...{ filled, onChange }} />;
    case 'place':
      return <PlaceField {...drawn} {...{ filled, onChange }} criterion={field.criterion} />;
    case 'late':
      return <LateField {...drawn} {...{ filled, onChange, about, FieldOf }} />;
  }
}
