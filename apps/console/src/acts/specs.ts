/** Fields that several forms have. */
import { ANY, CODE, EVIDENCE, LEGAL_BASIS, optionsOf } from './codes.js';
import type { ListName } from './codes.js';
import type { About, FieldName, FieldSpec, Filled, Option } from './form.js';

const WORDS = 4_000;

export function choice(name: FieldName, list: ListName, required = true): FieldSpec {
  return { kind: 'choice', name, list, options: optionsOf(list), required };
}

/** A choice among what the service has told. */
export function among(name: FieldName, options: readonly Option[]): FieldSpec {
  return { kind: 'choice', name, list: name, options, required: true };
}

export function code(name: FieldName, list: ListName, pattern: RegExp = CODE): FieldSpec {
  return { kind: 'code', name, list, options: optionsOf(list), pattern, required: true };
}

export const reason = (list: ListName): FieldSpec => code('reason', list);

export function line(name: FieldName, pattern: RegExp, most: number): FieldSpec {
  return { kind: 'text', name, pattern, most, required: true };
}

/** Free words: kept encrypted, shown to the two agencies, never part of the journal. */
export const note = (required = false): FieldSpec => ({ kind: 'words', name: 'note', most: WORDS, required });

export const legalBasis: FieldSpec = line('legalBasis', LEGAL_BASIS, 200);
export const evidence: FieldSpec = line('evidence', EVIDENCE, 120);
export const officer: FieldSpec = { kind: 'officer', name: 'officerId', other: false, required: true };
export const documents: FieldSpec = { kind: 'documents', name: 'documents', required: false };
export const components: FieldSpec = { kind: 'components', name: 'components', required: true };
export const receipt: FieldSpec = { kind: 'text', name: 'receipt', pattern: ANY, most: 200_000, required: false };

/** A second person, where one must sign. */
export const approvedBy = (required: boolean): FieldSpec => ({
  ...{ kind: 'officer', name: 'approvedBy', other: true, required },
});

export function agency(name: FieldName, required: boolean, when?: (filled: Filled) => boolean): FieldSpec {
  return { kind: 'agency', name, required, ...(when === undefined ? {} : { when }) };
}

export function moment(name: FieldName, pointer: string): FieldSpec {
  return { kind: 'moment', name, pointer, required: true };
}

export const optional = (field: FieldSpec): FieldSpec => ({ ...field, required: false });

export const askedWhen = (field: FieldSpec, when: (filled: Filled) => boolean): FieldSpec => ({ ...field, when });

/** Steps of the procedure that may be begun. */
export function stepsToStart({ dossier, version }: About): readonly Option[] {
  const done = new Set([...dossier.openSteps, ...dossier.completedSteps]);
  return (version?.steps ?? []).filter(({ key }) => !done.has(key)).map(named);
}

export function stepsToComplete({ dossier, version }: About): readonly Option[] {
  return dossier.openSteps.map((key) => named(version?.steps.find((step) => step.key === key) ?? { key }));
}

/** Opinions the procedure foresees that are not being asked for now. */
export function opinionsToAsk({ dossier, version }: About): readonly Option[] {
  const asked = new Set(dossier.consultations.filter(({ state }) => state !== 'cancelled').map(({ key }) => key));
  return (version?.consultations ?? []).filter(({ key }) => !asked.has(key)).map(named);
}

/** Opinions asked for: of this agency, or, for who asked, of any. */
export function openOpinions({ dossier, agencyId }: About, mine: boolean): readonly Option[] {
  const open = dossier.consultations.filter(
    ({ state, agency: asked }) => state === 'open' && (!mine || asked.id === agencyId),
  );
  return open.map(({ key, name, nameEn, agency: { name: of, nameEn: ofEn } }) => ({
    value: key,
    said: { vi: `${name} – ${of}`, en: `${nameEn} – ${ofEn}` },
  }));
}

/** All there are: what may be chosen now is no measure of what could be chosen then. */
export function optionsOfThen({ version }: About): Partial<Record<FieldName, readonly Option[]>> {
  return { step: (version?.steps ?? []).map(named), consultation: (version?.consultations ?? []).map(named) };
}

/** Systems some leg or step of the procedure needs. */
export function systemsOf({ version }: About): readonly Option[] {
  if (version === null) return [];
  const legs = [...Object.values(version.legs), ...version.steps, ...version.consultations];
  return [...new Set(legs.flatMap(({ requires }) => requires))].sort().map((value) => ({ value }));
}

/** The only value there is, as what stands in the field already. */
export function single(name: FieldName, options: readonly Option[]): Filled['texts'] {
  const [only, second] = options;
  return only === undefined || second !== undefined ? {} : { [name]: only.value };
}

function named({ key, name = key, nameEn = name }: { key: string; name?: string; nameEn?: string }): Option {
  return { value: key, said: { vi: name, en: nameEn } };
}
