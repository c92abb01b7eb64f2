/** A definition as JSON and places in it. The form edits nothing but such places, so what it does not know it leaves alone. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = { readonly [name: string]: Json };

/** A place, joined by dots as lint writes it: `cases.0.limits.counter`. */
export type Path = string;

export const stepsOf = (path: Path): readonly string[] => (path === '' ? [] : path.split('.'));
export const within = (path: Path, step: string | number): Path => (path === '' ? String(step) : `${path}.${step}`);

const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);
export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !isList(json);

function memberOf(json: Json | undefined, step: string): Json | undefined {
  if (isList(json)) return json[Number(step)];
  return isObject(json) && Object.hasOwn(json, step) ? json[step] : undefined;
}

/** What stands at a place; undefined where there is no such place. */
export function valueAt(json: Json, path: Path): Json | undefined {
  return stepsOf(path).reduce<Json | undefined>(memberOf, json);
}

function listWith(list: readonly Json[], at: number, value: Json | undefined): readonly Json[] {
  if (value === undefined) return list.filter((_, i) => i !== at);
  return at >= list.length ? [...list, value] : list.map((item, i) => (i === at ? value : item));
}

function objectWith(object: JsonObject, name: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...object, [name]: value };
  return Object.fromEntries(Object.entries(object).filter(([other]) => other !== name));
}

/** The same definition with another value at a place; undefined takes the member, or the item of a list, away. */
export function putAt(json: Json, path: Path, value: Json | undefined): Json {
  const [step, ...rest] = stepsOf(path);
  if (step === undefined) return value ?? null;
  const next = rest.length === 0 ? value : putAt(memberOf(json, step) ?? {}, rest.join('.'), value);
  return isList(json) ? listWith(json, Number(step), next) : objectWith(isObject(json) ? json : {}, step, next);
}

/** The items of a list changed places: `from` stands where `to` stood. */
export function moved(json: Json, path: Path, { from, to }: { readonly from: number; readonly to: number }): Json {
  const list = valueAt(json, path);
  if (!isList(list) || list[from] === undefined || to < 0 || to >= list.length) return json;
  const others = list.filter((_, i) => i !== from);
  return putAt(json, path, [...others.slice(0, to), list[from], ...others.slice(to)]);
}

export function listAt(json: Json, path: Path): readonly Json[] {
  const value = valueAt(json, path);
  return isList(value) ? value : [];
}

/** Equal apart from the order of members. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((item, i) => isSame(item, other[i]));
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => isSame(one[name], other[name]));
}

export interface Change {
  readonly path: Path;
  readonly from: Json | undefined;
  readonly to: Json | undefined;
}

/** Places where two definitions differ, each as small as it can be put back by itself: lists of different length differ as a whole. */
export function changesBetween(before: Json | undefined, after: Json | undefined, path: Path = ''): readonly Change[] {
  if (isSame(before, after)) return [];
  if (isList(before) && isList(after) && before.length === after.length) {
    return before.flatMap((item, i) => changesBetween(item, after[i], within(path, i)));
  }
  if (!isObject(before) || !isObject(after)) return [{ path, from: before, to: after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => changesBetween(before[name], after[name], within(path, name)));
}

/** The changes put into a definition that may have moved on meanwhile. */
export function withChanges(json: Json, changes: readonly Change[]): Json {
  return changes.reduce((result, { path, to }) => putAt(result, path, to), json);
}
