/** Random tampering with a JSON value: change, delete, insert, reorder. Seeded, so that what was found once is found again. */

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface Tampered {
  readonly value: unknown;
  /** Where and how, for whoever reads a failure. */
  readonly how: string;
  /** Members from the root. */
  readonly path: readonly (string | number)[];
}

interface Place {
  readonly holder: Json[] | { [name: string]: Json };
  readonly key: string | number;
  readonly path: readonly (string | number)[];
}

function placesIn(value: Json, path: readonly (string | number)[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => {
    const here: Place = { holder: value, key, path: [...path, key] };
    return [here, ...placesIn((value as Record<string | number, Json>)[key] ?? null, here.path)];
  });
}

function changed(value: Json, random: () => number): Json {
  if (value === null) return 'x';
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return Array.isArray(value) ? {} : [];
  if (value === '') return 'x';
  const at = Math.floor(random() * value.length);
  const other = value[at] === '7' ? '8' : '7';
  return value.slice(0, at) + other + value.slice(at + 1);
}

/** One tampering somewhere below the named members of the value; the value itself stays as it is. */
export function tampered(original: unknown, members: readonly string[], random: () => number): Tampered {
  const value = structuredClone(original) as Record<string, Json>;
  const places = placesIn(value).filter(({ path }) => members.includes(String(path[0])));
  const { holder, key, path } = places[Math.floor(random() * places.length)] as Place;
  const list = Array.isArray(holder) ? holder : null;
  const record = holder as Record<string | number, Json>;
  const choice = Math.floor(random() * (list === null ? 3 : 4));
  if (choice === 0) record[key] = changed(record[key] ?? null, random);
  else if (choice === 1 && list !== null) list.splice(Number(key), 1);
  else if (choice === 1) delete record[key];
  else if (choice === 2 && list !== null)
    list.splice(Math.floor(random() * (list.length + 1)), 0, list[Number(key)] ?? null);
  else if (choice === 2) record[`${key}2`] = record[key] ?? null;
  else list?.push(...list.splice(Number(key), 1));
  const what = ['changed', 'deleted', 'inserted', 'moved'][choice];
  return { value, how: `${what} ${path.join('.')}`, path };
}
