import { describe, expect, it } from '@jest/globals';
import { putAt } from './form/json.js';
import type { Json } from './form/json.js';
import { rebased } from './use-draft.js';

const read: Json = { name: 'Đăng ký', legs: { transfer: { budget: '1wd' }, acceptance: { budget: '0.5wd' } } };

describe('a draft somebody else has saved meanwhile', () => {
  const mine = putAt(read, 'legs.transfer.budget', '4wh');
  const state = { base: { definition: read, etag: '"v1"' }, definition: mine, generation: 3 };

  it('keeps what each of the two changed', () => {
    const fresh = { definition: putAt(read, 'legs.acceptance.budget', '2wh'), etag: '"v2"' };
    expect(rebased(state, fresh)).toEqual({
      base: fresh,
      definition: { name: 'Đăng ký', legs: { transfer: { budget: '4wh' }, acceptance: { budget: '2wh' } } },
      generation: 4,
    });
  });

  it('holds to what was written here where both changed one place', () => {
    const fresh = { definition: putAt(read, 'legs.transfer.budget', '2wh'), etag: '"v2"' };
    expect(rebased(state, fresh).definition).toEqual(mine);
  });
});
