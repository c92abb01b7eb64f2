import { describe, it } from '@jest/globals';
import { survive } from '../../test/survive.js';

const MINUTES = 60_000;

// A file of its own, so that both halves run side by side.
describe('The office under further faults', () => {
  it('loses, doubles and misdates nothing in seeds 501 to 1000', () => survive({ from: 501, to: 1001 }), 60 * MINUTES);
});
