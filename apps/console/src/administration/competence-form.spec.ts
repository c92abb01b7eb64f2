import { describe, expect, it } from '@jest/globals';
import { EMPTY_RULE, bodyOfRule } from './competence-form.js';

const WHOLE = {
  ...EMPTY_RULE,
  ...{ agencyId: 'haiphong-hai-an', procedureCode: '1.004873', areas: ['11411'] },
  ...{ validFrom: '2026-12-01', legalBasis: 'Quyết định 12' },
};

describe('a rule of competence that is being written', () => {
  it('can be sent once everything is said, and not before', () => {
    expect(bodyOfRule(WHOLE)).toEqual({
      ...{ agencyId: 'haiphong-hai-an', procedureCode: '1.004873', areas: ['11411'], level: 'commune' },
      ...{ validFrom: '2026-12-01', legalBasis: 'Quyết định 12', verified: false },
    });
    for (const part of [{ agencyId: null }, { procedureCode: null }, { areas: [] }, { validFrom: null }])
      expect(bodyOfRule({ ...WHOLE, ...part })).toBeNull();
    expect(bodyOfRule({ ...WHOLE, legalBasis: ' 1 ' })).toBeNull();
  });

  it('is for one procedure or for a whole field, for areas or for everywhere', () => {
    const field = bodyOfRule({ ...WHOLE, about: 'field', field: 'Đất đai', everywhere: true });
    expect(field).toMatchObject({ field: 'Đất đai', areas: null });
    expect(field).not.toHaveProperty('procedureCode');
    expect(bodyOfRule({ ...WHOLE, about: 'field' })).toBeNull();
  });
});
