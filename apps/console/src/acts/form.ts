/** What the form of an act is made of, and what somebody has filled in. Nothing here knows how a field is drawn. */
import type {
  AreaFacts,
  Command,
  Document,
  Dossier,
  EventType,
  JournalEntry,
  Place,
  ProcedureVersion,
} from '@lien-thong/client';
import { composed } from '../words/fold.js';

export type CommandType = Command['type'];

type Timeless<Act> = Act extends unknown ? Omit<Act, 'occurredAt'> : never;

/** What is sent, without its time: the outbox declares that. */
export type Body<Type extends CommandType = CommandType> = Timeless<Extract<Command, { readonly type: Type }>>;

/** Facts that may be entered after later ones. */
export type LateType = Extract<Command, { type: 'enterLate' }>['facts'][number]['type'];

/** What a rule of competence may ask where it is. */
export type Criterion = 'residence' | 'assetLocation' | 'headOffice';

export interface LateFact {
  readonly id: string;
  readonly type: LateType;
  readonly occurredAt: string | null;
  readonly filled: Filled;
}

export interface DeclaredPlace {
  readonly criterion: Criterion;
  /** As the officer chose it. */
  readonly name: string;
  readonly place: Place;
  /** Communes an old unit was divided among; none where it is one. */
  readonly among: readonly string[];
  readonly provinceCode: string;
}

export interface Filled {
  /** Lines, choices, codes, agencies, officers and instants, by the name of their field. */
  readonly texts: Readonly<Partial<Record<FieldName, string>>>;
  /** Papers that are missing. */
  readonly components: readonly string[];
  readonly documents: readonly Document[];
  readonly place: DeclaredPlace | null;
  readonly late: readonly LateFact[];
}

export const EMPTY: Filled = { texts: {}, components: [], documents: [], place: null, late: [] };

/** What a form knows of the dossier it acts on. */
export interface About {
  readonly dossier: Dossier;
  /** Null until it is read; only the forms that need it wait for it. */
  readonly version: ProcedureVersion | null;
  readonly journal: readonly JournalEntry[];
  readonly agencyId: string;
}

export type FieldName =
  | 'hold'
  | 'reason'
  | 'note'
  | 'receipt'
  | 'by'
  | 'agencyId'
  | 'legalBasis'
  | 'place'
  | 'copy'
  | 'suggestedAgency'
  | 'destination'
  | 'to'
  | 'officerId'
  | 'step'
  | 'consultation'
  | 'outcome'
  | 'components'
  | 'documents'
  | 'feeCode'
  | 'amountVnd'
  | 'receiptNumber'
  | 'ground'
  | 'system'
  | 'evidence'
  | 'means'
  | 'extension'
  | 'approvedBy'
  | 'newPromise'
  | 'receivedAt'
  | 'fact'
  | 'corrected'
  | 'late'
  | 'conflict'
  | 'resolution';

/** `said`: words of the service; without them the words are in the catalogue under the list and the value. */
export interface Option {
  readonly value: string;
  readonly said?: { readonly vi: string; readonly en: string };
  /** A fact of the journal. */
  readonly fact?: { readonly type: EventType; readonly at: string };
  /** The fact of the journal that stands against it. */
  readonly against?: { readonly type: EventType; readonly seq: number };
}

type Kind =
  | { readonly kind: 'choice'; readonly list: string; readonly options: readonly Option[] }
  /** A code out of a list that offices use, or one of their own. */
  | { readonly kind: 'code'; readonly list: string; readonly options: readonly Option[]; readonly pattern: RegExp }
  | { readonly kind: 'text'; readonly pattern: RegExp; readonly most: number; readonly numeric?: boolean }
  | { readonly kind: 'words'; readonly most: number }
  /** `other`: somebody else than who acts. */
  | { readonly kind: 'officer'; readonly other: boolean }
  | { readonly kind: 'place'; readonly criterion: Criterion }
  | { readonly kind: 'agency' | 'moment' | 'components' | 'documents' | 'late' };

export type FieldSpec = Kind & {
  readonly name: FieldName;
  readonly required: boolean;
  /** Where the service places what is wrong with it, when that is not its name. */
  readonly pointer?: string;
  /** Asked only then. */
  readonly when?: (filled: Filled) => boolean;
};

/** `version`, `journal`: must be read first. */
export interface Form<Type extends CommandType> {
  readonly needs?: 'version' | 'journal';
  /** Cannot be undone: asked once more. */
  readonly final?: true;
  readonly fields: (about: About) => readonly FieldSpec[];
  readonly initial?: (about: About) => Filled['texts'];
  /** Throws when a required field is empty: `problemsOf` is asked first. */
  readonly body: (filled: Filled) => Body<Type>;
}

export function optionalText({ texts }: Filled, name: FieldName): string | undefined {
  const text = composed(texts[name] ?? '');
  return text === '' ? undefined : text;
}

export function textOf(filled: Filled, name: FieldName): string {
  const text = optionalText(filled, name);
  if (text === undefined) throw new Error(`${name} is empty`);
  return text;
}

/** One of the values of an enumeration. */
export function chosen<const Value extends string>(filled: Filled, name: FieldName, values: readonly Value[]): Value {
  const found = values.find((value) => value === filled.texts[name]);
  if (found === undefined) throw new Error(`${name} is not chosen`);
  return found;
}

export function withText(filled: Filled, name: FieldName, text: string): Filled {
  return { ...filled, texts: { ...filled.texts, [name]: text } };
}

/** The fields that are asked of somebody who has filled in so much. */
export function asked(fields: readonly FieldSpec[], filled: Filled): readonly FieldSpec[] {
  return fields.filter(({ when }) => when?.(filled) ?? true);
}

/** The place that was declared anew, under the name the rule of competence has for it. */
export function jurisdictionOf({ place }: Filled): { readonly jurisdiction?: AreaFacts } {
  return place === null ? {} : { jurisdiction: { [place.criterion]: place.place } };
}
