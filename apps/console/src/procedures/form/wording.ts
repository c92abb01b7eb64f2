/** Places and values of a definition in words, for what is only read: the read view, changes, findings. */
import { useCallback } from 'react';
import { useWords } from '../../words/catalogue.js';
import { dayText } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import type { Language } from '../../words/language.js';
import { CHOICE_WORDS } from './choice-words.js';
import { durationFields } from './duration.js';
import { FIELD_WORDS } from './form-words.js';
import { ALL_FIELDS, templateOf } from './fields.js';
import type { FieldSpec } from './fields.js';
import { isObject, valueAt } from './json.js';
import type { Json, Path } from './json.js';

type ChoiceWords = (typeof CHOICE_WORDS)['vi'];
const namesOf = (object: object): Readonly<Record<string, unknown>> => ({ ...object });
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The word for an option of a choice; the option itself where it has none. */
export function optionName(words: ChoiceWords, at: Path, option: string): string {
  const options = namesOf(words.options)[at];
  return (typeof options === 'object' && options !== null && textOf(namesOf(options)[option])) || option;
}

/** `1,5 ngày làm việc`. */
export function durationName(words: ChoiceWords, text: string, language: Language): string {
  const { amount, unit } = durationFields(text);
  if (unit === null) return `${text} (${words.unknownUnit})`;
  const number = language === 'vi' ? amount.replace('.', ',') : amount;
  return unit === 'sameDay' ? words.units.sameDay : `${number} ${words.units[unit]}`;
}

/** A value as its field would show it. */
function valueName(
  words: ChoiceWords,
  { spec, value }: { spec: FieldSpec | undefined; value: Json },
  language: Language,
) {
  if (value === null || value === '') return words.noLimit;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value))
    return value.length === 0
      ? words.noLimit
      : value.map((item) => (isObject(item) ? nameIn(item, language) : String(item))).join(', ');
  if (isObject(value)) return nameIn(value, language);
  if (spec?.kind === 'duration') return durationName(words, String(value), language);
  if (spec?.kind === 'choice') return optionName(words, spec.at, String(value));
  return spec?.kind === 'day' ? dayText(String(value)) : String(value);
}

/** What an item of a list is called. */
function nameIn(item: Json, language: Language): string {
  const [vi, en] = [valueAt(item, 'name'), valueAt(item, 'nameEn')];
  return String((language === 'vi' ? vi : en) || vi || valueAt(item, 'key') || '{…}');
}

/** Where a place is, from the whole to the part: `Bước 2: Trình ký · Ngân sách`. */
function placeName(
  words: ChoiceWords,
  { definition, path }: { definition: Json; path: Path },
  language: Language,
): string {
  const template = templateOf(path);
  const label = FIELD_WORDS[language][template as keyof (typeof FIELD_WORDS)['vi']] as { label: string } | undefined;
  const group = Object.entries({ ...words.groups, ...words.optional }).find(
    ([at]) => template === at || template.startsWith(`${at}.`),
  );
  const [list = '', index] = path.split('.');
  const item = textOf(namesOf(words.items)[list]);
  const parts = [
    item !== null && index !== undefined
      ? `${item} ${Number(index) + 1}: ${nameIn(valueAt(definition, `${list}.${index}`) ?? {}, language)}`
      : null,
    item !== null && index === undefined ? item : null,
    group?.[1].split(' · ')[0] ?? null,
    label?.label ?? null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? path : parts.join(' · ');
}

export interface Wording {
  readonly place: (definition: Json, path: Path) => string;
  readonly value: (path: Path, value: Json | undefined) => string;
}

/** `const { place, value } = useWording()`. */
export function useWording(): Wording {
  const words = useWords(CHOICE_WORDS);
  const { language } = useLanguage();
  const place = useCallback(
    (definition: Json, path: Path) => placeName(words, { definition, path }, language),
    [words, language],
  );
  const value = useCallback(
    (path: Path, found: Json | undefined) => {
      const spec = ALL_FIELDS.find(({ at }) => at === templateOf(path));
      return found === undefined ? words.noLimit : valueName(words, { spec, value: found }, language);
    },
    [words, language],
  );
  return { place, value };
}
