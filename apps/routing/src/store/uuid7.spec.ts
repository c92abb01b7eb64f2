import { describe, expect, it } from '@jest/globals';
import { uuid7 } from './uuid7.js';

const NOW = Date.UTC(2030, 0, 1);
const bornAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

describe('an id', () => {
  it('is a UUID of version 7 that tells its time of birth', () => {
    const id = uuid7(NOW);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(bornAt(id)).toBe(NOW);
  });

  it('comes after every id made before it, also within a millisecond and when the clock steps back', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => uuid7(NOW + 1000 - Math.floor(i / 10)));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('cannot be guessed from the one before it', () => {
    const tails = Array.from({ length: 1000 }, () => uuid7(NOW).slice(19));
    expect(new Set(tails).size).toBe(tails.length);
  });
});
