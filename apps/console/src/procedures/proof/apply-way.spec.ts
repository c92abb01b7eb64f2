import { describe, expect, it } from '@jest/globals';
import { putAt } from '../form/json.js';
import type { Json } from '../form/json.js';
import { applied, changesOfWay, isApplied, overwritten } from './apply-way.js';

const asked: Json = {
  ...{ code: '1.004873', clockStart: 'reception', transferExcluded: false },
  legs: { transfer: { budget: '1wd', minimumWorkMinutes: 0, requires: [] }, acceptance: { budget: '0.5wd' } },
  steps: [{ key: 'appraisal', budget: '0.5wd' }],
};

describe('taking an alternative', () => {
  it('changes what the alternative changes, and nothing else', () => {
    const offered = putAt(putAt(asked, 'legs.transfer.budget', '4wh'), 'steps.0.budget', '0.25wd');
    const changes = changesOfWay(asked, offered);
    expect(changes.map(({ path }) => path)).toEqual(['legs.transfer.budget', 'steps.0.budget']);
    expect(applied(asked, changes)).toEqual(offered);
  });

  it('leaves alone what the service only filled in', () => {
    const filled = putAt(putAt(asked, 'legs.acceptance.requires', []), 'version', 1);
    expect(changesOfWay(asked, putAt(filled, 'legs.acceptance.minimumWorkMinutes', 0))).toEqual([]);
  });

  it('keeps what was written after the question was asked', () => {
    const current = putAt(asked, 'legs.acceptance.budget', '2wh');
    const changes = changesOfWay(asked, putAt(asked, 'clockStart', 'competentReceipt'));
    expect(applied(current, changes)).toEqual(putAt(current, 'clockStart', 'competentReceipt'));
    expect(overwritten({ asked, current }, changes)).toEqual([]);
  });

  it('tells when it would undo what was written since', () => {
    const current = putAt(asked, 'legs.transfer.budget', '2wh');
    const changes = changesOfWay(asked, putAt(asked, 'legs.transfer.budget', '4wh'));
    expect(overwritten({ asked, current }, changes).map(({ path }) => path)).toEqual(['legs.transfer.budget']);
  });

  it('is over once it is taken, and undoes nothing then', () => {
    const changes = changesOfWay(asked, putAt(asked, 'legs.transfer.budget', '4wh'));
    expect(isApplied(asked, changes)).toBe(false);
    const current = applied(asked, changes);
    expect(isApplied(current, changes)).toBe(true);
    expect(overwritten({ asked, current }, changes)).toEqual([]);
  });
});
