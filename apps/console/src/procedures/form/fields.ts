/** The form as data: which places of a definition it shows, as what, in which order. Its words are in form-words.ts, by the same places. */
import type { Json, Path } from './json.js';

export type Kind =
  | { readonly kind: 'text' | 'lines' | 'keys' | 'numbers' | 'yes' | 'time' | 'day' }
  /** Whole minutes, rounds, times. */
  | { readonly kind: 'count'; readonly most: number }
  | { readonly kind: 'duration'; readonly units: readonly ('wd' | 'wh' | 'cd' | 'sameDay')[]; readonly none?: true }
  | { readonly kind: 'choice'; readonly options: readonly string[] };

/** `at` has `*` where items of a list stand. */
export type FieldSpec = Kind & { readonly at: Path; readonly rare?: true };

/** Items that may be added, taken away and moved. */
export interface ListSpec {
  readonly list: Path;
  readonly fields: readonly FieldSpec[];
  readonly fresh: Json;
  readonly least: number;
}

/** What a procedure may do without. */
export interface OptionalSpec {
  readonly optional: Path;
  /** What stands there when it does. */
  readonly none: null | undefined;
  readonly fields: readonly FieldSpec[];
  readonly fresh: Json;
  readonly rare?: true;
}

/** Fields under a name of their own. */
export interface GroupSpec {
  readonly group: Path;
  readonly fields: readonly FieldSpec[];
}

export type Item = FieldSpec | ListSpec | OptionalSpec | GroupSpec;

export interface Section {
  readonly name: 'subject' | 'limits' | 'legs' | 'steps' | 'consultations' | 'waits' | 'extension' | 'warnings';
  readonly items: readonly Item[];
}

const WORK = ['wd', 'wh'] as const;
const MOST_MINUTES = 100_000;
export const LEGS = ['reception', 'transfer', 'delivery', 'acceptance', 'resultTransfer'] as const;

const holderOf = (at: Path): readonly FieldSpec[] => [
  { at: `${at}.budget`, kind: 'duration', units: WORK },
  { at: `${at}.minimumWorkMinutes`, kind: 'count', most: MOST_MINUTES },
  { at: `${at}.requires`, kind: 'keys', rare: true },
];
const namesOf = (at: Path): readonly FieldSpec[] => [
  { at: `${at}.name`, kind: 'text' },
  { at: `${at}.nameEn`, kind: 'text' },
];
const keyOf = (at: Path): FieldSpec => ({ at: `${at}.key`, kind: 'text', rare: true });
const limitOf = (channel: string): FieldSpec => ({
  ...{ at: `cases.*.limits.${channel}`, kind: 'duration' as const },
  ...{ units: ['wd', 'wh', 'cd', 'sameDay'] as const, none: true as const },
});
const freshWork = { budget: '1wd', minimumWorkMinutes: 0, requires: [] };

const SUBJECT: Section = {
  name: 'subject',
  items: [
    ...['name', 'nameEn', 'field'].map((at): FieldSpec => ({ at, kind: 'text' })),
    { at: 'level', kind: 'choice', options: ['commune', 'province', 'ministry'] },
    { at: 'boundaryScope', kind: 'choice', options: ['none', 'province', 'nation'] },
    { at: 'competence.criterion', kind: 'choice', options: ['residence', 'assetLocation', 'headOffice', 'any'] },
    { at: 'competence.level', kind: 'choice', options: ['commune', 'province'] },
    { at: 'legalBasis', kind: 'lines' },
    { at: 'effectiveFrom', kind: 'day' },
    { at: 'effectiveTo', kind: 'day', rare: true },
    {
      ...{ optional: 'illustration', none: null, fresh: { why: '', whyEn: '' }, rare: true },
      fields: ['illustration.why', 'illustration.whyEn'].map((at): FieldSpec => ({ at, kind: 'text' })),
    },
  ],
};

const LIMITS: Section = {
  name: 'limits',
  items: [
    {
      ...{ list: 'cases', least: 1 },
      fields: [...namesOf('cases.*'), limitOf('counter'), limitOf('online'), limitOf('post'), keyOf('cases.*')],
      fresh: { key: '', name: '', nameEn: '', limits: { counter: '1wd', online: '1wd', post: '1wd' } },
    },
    { at: 'clockStart', kind: 'choice', options: ['reception', 'competentReceipt'] },
    { at: 'transferExcluded', kind: 'yes' },
    { at: 'legalEnd', kind: 'choice', options: ['decided', 'readyForReturn'] },
    { at: 'promiseGranularity', kind: 'choice', options: ['minute', 'halfDay', 'day'] },
    { at: 'transferCutoff', kind: 'time' },
    { at: 'limitCutoff', kind: 'time' },
  ],
};

const LEG_ITEMS: Section = {
  name: 'legs',
  items: LEGS.map((leg): GroupSpec => ({ group: `legs.${leg}`, fields: holderOf(`legs.${leg}`) })),
};

const STEPS: Section = {
  name: 'steps',
  items: [
    {
      ...{ list: 'steps', least: 0, fresh: { key: '', name: '', nameEn: '', ...freshWork } },
      fields: [...namesOf('steps.*'), ...holderOf('steps.*'), keyOf('steps.*')],
    },
  ],
};

const CONSULTATIONS: Section = {
  name: 'consultations',
  items: [
    {
      ...{ list: 'consultations', least: 0 },
      fresh: { key: '', name: '', nameEn: '', ...freshWork, pausesLegalClock: false, requiredForDecision: true },
      fields: [
        ...namesOf('consultations.*'),
        ...holderOf('consultations.*'),
        { at: 'consultations.*.pausesLegalClock', kind: 'yes' },
        { at: 'consultations.*.requiredForDecision', kind: 'yes' },
        keyOf('consultations.*'),
      ],
    },
  ],
};

const WAITS: Section = {
  name: 'waits',
  items: [
    {
      group: 'supplement',
      fields: [
        { at: 'supplement.policy', kind: 'choice', options: ['pause', 'restart', 'run'] },
        { at: 'supplement.maxRounds', kind: 'count', most: 5 },
        { at: 'supplement.timeout', kind: 'duration', units: ['cd'] },
      ],
    },
    {
      ...{ optional: 'payment', none: null, fresh: { timeout: '30cd', pausesLegalClock: true } },
      fields: [
        { at: 'payment.timeout', kind: 'duration', units: ['cd'] },
        { at: 'payment.pausesLegalClock', kind: 'yes' },
      ],
    },
  ],
};

const EXTENSION: Section = {
  name: 'extension',
  items: [
    {
      ...{ optional: 'extension', none: null, fresh: { times: 1, maximum: '1wd', legalBasis: '' } },
      fields: [
        { at: 'extension.times', kind: 'count', most: 3 },
        { at: 'extension.maximum', kind: 'duration', units: ['wd', 'wh', 'cd'] },
        { at: 'extension.legalBasis', kind: 'text' },
        { at: 'extension.secondPerson', kind: 'yes' },
      ],
    },
    {
      ...{ optional: 'subDeadlines', none: undefined, fresh: { policy: 'proportional' } },
      fields: [
        { at: 'subDeadlines.policy', kind: 'choice', options: ['proportional', 'reserveForDecider', 'firstCome'] },
      ],
    },
    {
      ...{ optional: 'outageRelief', none: undefined, fresh: { scope: 'leg', legalBasis: '' }, rare: true },
      fields: [
        { at: 'outageRelief.scope', kind: 'choice', options: ['leg', 'legAndLimit'] },
        { at: 'outageRelief.legalBasis', kind: 'text' },
      ],
    },
  ],
};

const WARNINGS: Section = {
  name: 'warnings',
  items: [
    { at: 'warnPercents', kind: 'numbers' },
    {
      ...{ optional: 'warnRungs', none: undefined, rare: true },
      fresh: { remainingMinutes: [], risk: [], perClock: [] },
      fields: [
        { at: 'warnRungs.remainingMinutes', kind: 'numbers' },
        { at: 'warnRungs.risk', kind: 'keys' },
      ],
    },
  ],
};

export const SECTIONS: readonly Section[] = [
  ...[SUBJECT, LIMITS, LEG_ITEMS, STEPS, CONSULTATIONS, WAITS, EXTENSION, WARNINGS],
];

/** Given once and for all, or for software alone: shown elsewhere, or in the JSON only. */
export const NOT_IN_FORM: readonly Path[] = ['code', 'version', 'builderVersion', 'warnRungs.perClock'];

export function fieldsOf(item: Item): readonly FieldSpec[] {
  return 'at' in item ? [item] : item.fields;
}

export const ALL_FIELDS: readonly FieldSpec[] = SECTIONS.flatMap(({ items }) => items.flatMap(fieldsOf));

/** `cases.0.limits.counter` is a place of `cases.*.limits.counter`. */
export function templateOf(path: Path): Path {
  return path.replace(/\.\d+(?=\.|$)/g, '.*');
}

/** The place of a field in the item of a list. */
export const placeOf = (at: Path, index: number): Path => at.replace('*', String(index));

/** The field a finding of lint stands at: its own, or the one that holds its place. Null: it is about the whole. */
export function fieldAtPlace(path: Path): Path | null {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const place = steps.slice(0, length).join('.');
    if (ALL_FIELDS.some(({ at }) => at === templateOf(place))) return place;
  }
  return ALL_FIELDS.map(({ at }) => at.replace('*', '0')).find((at) => at.startsWith(`${path}.`)) ?? null;
}
