import { describe, expect, it } from '@jest/globals';
import { escalationChain } from './escalation.js';
import { agency } from './told-alert.fixture.js';

describe('the chain of supervision', () => {
  const place = { agencyId: agency('ward'), provinceCode: '31', communeCode: '11411' };
  const standing = (id: string, ...areas: readonly string[]) => ({ agencyId: agency(id), areas });

  it('goes from the unit over the commune to the province, each agency at its lowest place', () => {
    const supervisors = [
      standing('centre', '31'),
      standing('ward', '11411'),
      standing('council', '11411', '31'),
      standing('ministry', 'all'),
    ];
    expect(escalationChain([place], supervisors)).toEqual([
      { stage: 'unit', agencies: ['ward'] },
      { stage: 'commune', agencies: ['council'] },
      { stage: 'province', agencies: ['centre', 'ministry'] },
    ]);
  });

  it('passes over a stage at which nobody stands', () => {
    expect(escalationChain([place], [standing('centre', '31'), standing('other', '48')])).toEqual([
      { stage: 'province', agencies: ['centre'] },
    ]);
    expect(escalationChain([place], [])).toEqual([]);
  });
});
