import { describe, expect, it } from '@jest/globals';
import { agenciesOf, choicesOf } from './choices-of.js';

describe('a place that is not clear yet', () => {
  it('of an old unit that was divided is one of those it was divided into', () => {
    const facts = { oldCode: '21475', successors: ['21472', '21480'], successorNames: ['Xã A', 'Xã B'] };
    expect(choicesOf('area-split-needs-fact', facts, { oldCode: '21475' })).toEqual([
      { name: 'Xã A', place: { oldCode: '21475', newCommuneCode: '21472' } },
      { name: 'Xã B', place: { oldCode: '21475', newCommuneCode: '21480' } },
    ]);
  });

  it('of a name that several bear is one of them, old units before their successors', () => {
    const several = { candidates: ['1', '2'], candidateNames: ['Phường X', 'Xã X'] };
    expect(choicesOf('area-ambiguous', several, {})).toEqual([
      { name: 'Phường X', place: { communeCode: '1' } },
      { name: 'Xã X', place: { communeCode: '2' } },
    ]);
    const old = { ...several, oldCandidates: ['9'], oldCandidateNames: ['Xã X, huyện Y'] };
    expect(choicesOf('area-ambiguous', old, {})).toEqual([{ name: 'Xã X, huyện Y', place: { oldCode: '9' } }]);
  });

  it('offers nothing where the service names nothing', () => {
    expect(choicesOf('area-unknown', { name: 'X' }, {})).toEqual([]);
    expect(choicesOf('area-ambiguous', {}, {})).toEqual([]);
  });
});

describe('several competent agencies', () => {
  it('are those the refusal names', () => {
    expect(agenciesOf('jurisdiction-several', { candidates: ['a', 'b'] })).toEqual(['a', 'b']);
    expect(agenciesOf('area-ambiguous', { candidates: ['a'] })).toEqual([]);
  });
});
