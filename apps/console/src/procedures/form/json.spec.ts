import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { changesBetween, isSame, moved, putAt, valueAt, withChanges } from './json.js';
import type { Json } from './json.js';

const SEEDS = new URL('../../../../../infra/seeds/procedures/', import.meta.url);
const seeded = readdirSync(SEEDS)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, SEEDS), 'utf8')) as Json] as const);

/** Every place of a definition that holds no further places. */
function placesOf(json: Json, path = ''): readonly string[] {
  if (typeof json !== 'object' || json === null) return [path];
  return Object.entries(json).flatMap(([name, value]) =>
    placesOf(value as Json, path === '' ? name : `${path}.${name}`),
  );
}

describe('editing a definition', () => {
  it('has seeded procedures to try it on', () => expect(seeded.length).toBeGreaterThan(10));

  it.each(seeded)('leaves %s as it was when every value is put where it stood', (_, definition) => {
    const places = placesOf(definition);
    const again = places.reduce((json, path) => putAt(json, path, valueAt(json, path)), definition);
    expect(JSON.stringify(again)).toBe(JSON.stringify(definition));
  });

  it.each(seeded)('changes one place of %s and no other, and can be taken back', (_, definition) => {
    const after = putAt(definition, 'legs.transfer.budget', '0.25wd');
    expect(changesBetween(definition, after).map(({ path }) => path)).toEqual(['legs.transfer.budget']);
    expect(isSame(withChanges(after, changesBetween(after, definition)), definition)).toBe(true);
  });

  it('adds and takes away items and members', () => {
    const json: Json = { steps: [{ key: 'a' }, { key: 'b' }], payment: null };
    expect(putAt(json, 'steps.2', { key: 'c' })).toEqual({
      ...json,
      steps: [{ key: 'a' }, { key: 'b' }, { key: 'c' }],
    });
    expect(putAt(json, 'steps.0', undefined)).toEqual({ ...json, steps: [{ key: 'b' }] });
    expect(putAt(json, 'payment', undefined)).toEqual({ steps: json['steps' as keyof typeof json] });
    expect(moved(json, 'steps', { from: 0, to: 1 })).toEqual({ ...json, steps: [{ key: 'b' }, { key: 'a' }] });
    expect(moved(json, 'steps', { from: 0, to: 2 })).toBe(json);
  });

  it('makes the members on the way to a place that is not there yet', () => {
    expect(putAt({}, 'subDeadlines.policy', 'firstCome')).toEqual({ subDeadlines: { policy: 'firstCome' } });
  });

  it('never reads what a definition only inherits', () => expect(valueAt({}, 'constructor.name')).toBeUndefined());

  it('keeps what two people changed in different places', () => {
    const base: Json = { a: 1, b: { c: 2 }, list: [1, 2] };
    const mine = putAt(base, 'a', 9);
    const theirs = putAt(base, 'list', [1, 2, 3]);
    expect(withChanges(theirs, changesBetween(base, mine))).toEqual({ a: 9, b: { c: 2 }, list: [1, 2, 3] });
  });

  it('shows a list that grew as one change', () => {
    expect(changesBetween({ list: [1] }, { list: [1, 2] })).toEqual([{ path: 'list', from: [1], to: [1, 2] }]);
  });
});
