import { describe, it } from '@jest/globals';
import { survive } from '../../test/survive.js';

const MINUTES = 60_000;

// A file of its own, so that both halves run side by side.
describe('The office under further faults', () => {
  it(
    'loses, doubles and misdates nothing in seeds 1001 to 2000',
    () => survive({ from: 1001, to: 2001 }),
    60 * MINUTES,
  );
});
