import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { binaryArray } from './binary-array.js';
import type { Element, ElementType } from './binary-array.js';

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

/** The elements as Postgres itself prints them. */
async function printed<T extends ElementType>(type: T, values: readonly (Element<T> | null)[]): Promise<unknown[]> {
  const { rows } = await opened.app.query<{ text: string | null }>(
    `select u::text as text from unnest($1::${type}[]) u`,
    [binaryArray(type, values)],
  );
  return rows.map(({ text }) => text);
}

describe('a binary array', () => {
  it('carries whole numbers, the largest and the missing ones too', async () => {
    const values = [0, 1, -1, 2_147_483_647, -2_147_483_648, null];
    expect(await printed('int4', values)).toEqual(values.map((value) => (value === null ? null : String(value))));
    const long = [0, -1, 4_294_967_296, -4_294_967_297, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, null];
    expect(await printed('int8', long)).toEqual(long.map((value) => (value === null ? null : String(value))));
  });

  it('refuses a number that does not fit instead of storing another one', () => {
    expect(() => binaryArray('int4', [2_147_483_648])).toThrow('out of range');
  });

  it('carries texts of any letters and length', async () => {
    const values = ['', 'Hải An', '{"a,b\\', 'ệ'.repeat(5000), '😀', null];
    expect(await printed('text', values)).toEqual(values);
  });

  it('carries instants to the millisecond, before 2000 too', async () => {
    const instants = [
      '2026-11-23T02:00:00.123Z',
      '1999-12-31T23:59:59.999Z',
      '1970-01-01T00:00:00.000Z',
      '9999-12-31T23:59:59.999Z',
    ];
    const back = await printed(
      'timestamptz',
      instants.map((instant) => Date.parse(instant)),
    );
    expect(back.map((text) => new Date(`${String(text).replace(' ', 'T')}:00`).toISOString())).toEqual(instants);
  });

  it('carries ids, hashes, truth values and JSON', async () => {
    const id = '0193a000-0000-7000-8000-00000000000f';
    expect(await printed('uuid', [id, null])).toEqual([id, null]);
    expect(await printed('bytea', ['00ff', '', null])).toEqual(['\\x00ff', '\\x', null]);
    expect(await printed('bool', [true, false, null])).toEqual(['true', 'false', null]);
    expect(await printed('jsonb', ['{"vi":"hồ sơ"}', 'null', null])).toEqual(['{"vi": "hồ sơ"}', 'null', null]);
  });

  it('refuses a text that is no hexadecimal number instead of cutting it off', () => {
    expect(() => binaryArray('bytea', ['00zz'])).toThrow(RangeError);
    for (const text of ['not-a-uuid', '0193a000-0000-7000-8000-00000000000g', '0193a000000070008000000000000000ffff']) {
      expect(() => binaryArray('uuid', [text])).toThrow(RangeError);
    }
  });

  it('may be empty, and may be longer than it was thought to be', async () => {
    expect(await printed('text', [])).toEqual([]);
    expect(
      await printed(
        'int4',
        Array.from({ length: 5000 }, (_, i) => i),
      ),
    ).toHaveLength(5000);
  });
});
