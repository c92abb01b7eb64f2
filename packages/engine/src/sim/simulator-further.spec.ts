import { describe, it } from '@jest/globals';
import { survive } from '../../test/survive.js';

const MINUTES = 60_000;

// A file of its own, so that both halves run side by side.
describe('The office under further faults', () => {
  it('loses, doubles and misdates nothing in seeds 301 to 600', () => survive({ from: 301, to: 601 }), 60 * MINUTES);
});
