import { describe, expect, it } from '@jest/globals';
import { addressOf, areaOfAddress, factsOf } from './found-areas.js';

describe('a place chosen in the directory', () => {
  it('is asked for by its old code when it is a unit of before July 2025', () => {
    expect(factsOf({ kind: 'oldUnit', code: '21475' })).toEqual({
      residence: { oldCode: '21475' },
      assetLocation: { oldCode: '21475' },
      headOffice: { oldCode: '21475' },
    });
    expect(factsOf({ kind: 'commune', code: '11411' }).residence).toEqual({ communeCode: '11411' });
  });

  it('can be sent to a colleague as an address, and an address that was tampered with names none', () => {
    expect(areaOfAddress(addressOf({ kind: 'oldUnit', code: '21475' }))).toEqual({ kind: 'oldUnit', code: '21475' });
    expect(['', 'commune:', 'commune:1e3', 'province:31', undefined].map(areaOfAddress)).toEqual([
      ...[null, null, null, null, null],
    ]);
  });
});
