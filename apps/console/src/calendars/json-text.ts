/** A definition as text: what is typed is taken over only when it has the form of one. Pure. */
import type { CalendarDefinition } from '@lien-thong/client';
import { WEEKDAYS } from './form.js';

export function textOfDefinition(definition: CalendarDefinition): string {
  return `${JSON.stringify(definition, null, 2)}\n`;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isBlock = (value: unknown): boolean => isObject(value) && isText(value['from']) && isText(value['to']);
const isAbsentOr = (is: (value: unknown) => boolean, value: unknown): boolean => value === undefined || is(value);
const isListOf =
  (is: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(is);

const KINDS = ['holiday', 'compensatory', 'swap', 'makeup', 'closure'];

function isDay(value: unknown): boolean {
  return (
    isObject(value) &&
    [value['date'], value['name'], value['notice']].every(isText) &&
    KINDS.includes(String(value['kind'])) &&
    typeof value['provisional'] === 'boolean' &&
    isAbsentOr(isBlock, value['closed'])
  );
}

function isPeriod(value: unknown): boolean {
  if (!isObject(value) || !isText(value['notice']) || !isAbsentOr(isText, value['from'])) return false;
  const week = value['week'];
  return isObject(week) && WEEKDAYS.every((day) => isListOf(isBlock)(week[day]));
}

function isNotice(value: unknown): boolean {
  return (
    isObject(value) &&
    [value['number'], value['issuedOn'], value['issuer']].every(isText) &&
    isAbsentOr(isText, value['link'])
  );
}

/** Null where the text is no JSON, or not that of a calendar. What it says is judged by the service. */
export function definitionOfText(text: string): CalendarDefinition | null {
  try {
    const json: unknown = JSON.parse(text.normalize('NFC'));
    if (!isObject(json) || !isNotice(json['notice']) || !isListOf(isDay)(json['exceptions'])) return null;
    const fits =
      isAbsentOr(isText, json['reason']) &&
      isAbsentOr(isListOf(Number.isInteger), json['noticedYears']) &&
      isAbsentOr(isListOf(isPeriod), json['hours']);
    return fits ? (json as unknown as CalendarDefinition) : null;
  } catch {
    return null;
  }
}
