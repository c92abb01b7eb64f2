/** What is wrong with a form: before it is sent, and after the service has said no. */
import type { Trouble } from '@lien-thong/client';
import { asked, optionalText } from './form.js';
import type { About, FieldName, FieldSpec, Filled, LateFact } from './form.js';
import { LATE_FORMS } from './late-facts.js';
import { optionsOfThen } from './specs.js';

export type Wrong = 'empty' | 'wrongForm';

const MOST_COMPONENTS = 50;
const LONGEST_COMPONENT = 80;

/** What keeps the form from being sent, by field. */
export function problemsOf(fields: readonly FieldSpec[], filled: Filled, about: About): ReadonlyMap<FieldName, Wrong> {
  const found = asked(fields, filled).flatMap((field) => {
    const wrong = wrongOf(field, filled, about);
    return wrong === null ? [] : [[field.name, wrong] as const];
  });
  return new Map(found);
}

function wrongOf(field: FieldSpec, filled: Filled, about: About): Wrong | null {
  switch (field.kind) {
    case 'components':
      return filled.components.length === 0 ? 'empty' : componentsFit(filled.components) ? null : 'wrongForm';
    case 'documents':
      return filled.documents.every(({ component }) => component !== '') ? null : 'wrongForm';
    case 'place':
      return wrongPlace(field, filled);
    case 'late':
      if (filled.late.length === 0) return 'empty';
      return filled.late.every((fact) => isWhole(fact, about)) ? null : 'wrongForm';
    default:
      return wrongText(field, optionalText(filled, field.name));
  }
}

/** A unit that was divided is no place until it is said where it is now. */
function wrongPlace({ required }: FieldSpec, { place }: Filled): Wrong | null {
  if (place === null) return required ? 'empty' : null;
  return place.among.length > 1 && place.place.newCommuneCode === undefined ? 'empty' : null;
}

function wrongText(field: FieldSpec, text: string | undefined): Wrong | null {
  if (text === undefined) return field.required ? 'empty' : null;
  if (field.kind === 'choice') return field.options.some(({ value }) => value === text) ? null : 'empty';
  return 'pattern' in field && !field.pattern.test(text) ? 'wrongForm' : null;
}

function componentsFit(components: readonly string[]): boolean {
  return components.length <= MOST_COMPONENTS && components.every(({ length }) => length <= LONGEST_COMPONENT);
}

function isWhole({ type, filled, occurredAt }: LateFact, about: About): boolean {
  return occurredAt !== null && problemsOf(lateFields({ type }, about), filled, about).size === 0;
}

/** Fields of a fact that is entered late: words and receipts belong to the act as a whole. */
export function lateFields({ type }: Pick<LateFact, 'type'>, about: About): readonly FieldSpec[] {
  const then = optionsOfThen(about);
  const fields = LATE_FORMS[type].fields(about).filter(({ name }) => name !== 'note' && name !== 'receipt');
  return fields.map((field) =>
    field.kind === 'choice' ? { ...field, options: then[field.name] ?? field.options } : field,
  );
}

type Remark = Trouble['errors'][number];

export interface Placed {
  readonly at: ReadonlyMap<FieldName, Remark>;
  /** What belongs to no field that is asked. */
  readonly rest: readonly Remark[];
}

/** Puts each remark of the service at its field: `components.0` belongs to the papers, `decision.agencyId` to the agency. */
export function placed(fields: readonly FieldSpec[], remarks: readonly Remark[]): Placed {
  const at = new Map<FieldName, Remark>();
  const rest: Remark[] = [];
  for (const remark of remarks) {
    const field = fields.find(({ name, pointer = name }) => isWithin(remark.field, pointer));
    if (field === undefined) rest.push(remark);
    else if (!at.has(field.name)) at.set(field.name, remark);
  }
  return { at, rest };
}

function isWithin(path: string, pointer: string): boolean {
  return path === pointer || path.startsWith(`${pointer}.`);
}
