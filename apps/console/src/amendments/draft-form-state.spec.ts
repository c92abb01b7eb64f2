import { describe, expect, it } from '@jest/globals';
import type { Amendment } from '@lien-thong/client';
import { EMPTY_FORM, bodyOf, formOfAmendment } from './draft-form-state.js';

const filled = {
  ...EMPTY_FORM,
  ...{ procedure: '1.004873', fromVersions: [1], toVersion: 2, legalBasis: 'Điều 5', reason: 'Thời hạn rút ngắn' },
};

describe('the draft of an amendment', () => {
  it('says nothing until it names procedure, versions, rule and reason', () => {
    expect(bodyOf(EMPTY_FORM)).toBeNull();
    expect(bodyOf({ ...filled, legalBasis: '  ' })).toBeNull();
    expect(bodyOf({ ...filled, fromVersions: [] })).toBeNull();
    expect(bodyOf({ ...filled, fromVersions: [1, 2] })).toBeNull();
  });

  it.each(['0', '91', '1.5', 'x', ''])('may not be taken back for “%s” days', (revertDays) => {
    expect(bodyOf({ ...filled, revertDays })).toBeNull();
  });

  it('is about every open dossier unless it says which', () => {
    expect(bodyOf(filled)).toEqual({
      ...{ procedure: '1.004873', fromVersions: [1], toVersion: 2, policy: 'mostFavourable' },
      ...{ legalBasis: 'Điều 5', reason: 'Thời hạn rút ngắn', revertDays: 14 },
    });
    expect(bodyOf({ ...filled, phases: ['processing'] })?.selection).toEqual({ phases: ['processing'] });
  });

  it('is the same again when it is read and written', () => {
    const selection = { receivingAgencies: ['haiphong-hai-an'], receivedFrom: '2026-12-01T00:00:00.000Z' };
    const body = bodyOf({ ...filled, ...selection });
    if (body === null) throw new Error('incomplete');
    const amendment = { ...body, selection } as unknown as Amendment;
    expect(bodyOf(formOfAmendment(amendment))).toEqual(body);
  });
});
