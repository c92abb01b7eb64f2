import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ALL_FIELDS, NOT_IN_FORM, fieldAtPlace, templateOf } from './fields.js';
import { FIELD_WORDS } from './form-words.js';
import { isObject } from './json.js';
import type { Json } from './json.js';

const SEEDS = new URL('../../../../../infra/seeds/procedures/', import.meta.url);
const seeded = readdirSync(SEEDS)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, SEEDS), 'utf8')) as Json] as const);

const shown = new Set([...ALL_FIELDS.map(({ at }) => at), ...NOT_IN_FORM]);

/** Places no field shows. */
function unseen(json: Json, path = ''): readonly string[] {
  if (shown.has(templateOf(path))) return [];
  if (Array.isArray(json)) return json.flatMap((item: Json, i) => unseen(item, `${path}.${i}`));
  if (!isObject(json)) return json === null ? [] : [path];
  return Object.entries(json).flatMap(([name, value]) => unseen(value, path === '' ? name : `${path}.${name}`));
}

describe('the form of a procedure', () => {
  it.each(seeded)('shows everything %s says', (_, definition) => expect(unseen(definition)).toEqual([]));

  it('has a name and a consequence for every field, in both languages', () => {
    for (const { at } of ALL_FIELDS) {
      for (const words of [FIELD_WORDS.vi, FIELD_WORDS.en]) {
        const said: { readonly label: string; readonly hint: string } | undefined = Object.entries(words).find(
          ([name]) => name === at,
        )?.[1];
        expect([at, (said?.label ?? '') !== '', (said?.hint ?? '') !== '']).toEqual([at, true, true]);
      }
    }
  });

  it('finds the field a finding is about', () => {
    expect(fieldAtPlace('legs.transfer.budget')).toBe('legs.transfer.budget');
    expect(fieldAtPlace('cases.1.limits.counter')).toBe('cases.1.limits.counter');
    expect(fieldAtPlace('legalBasis.2')).toBe('legalBasis');
    expect(fieldAtPlace('cases.0.limits')).toBe('cases.0.limits.counter');
    expect(fieldAtPlace('nowhere')).toBeNull();
  });
});
