import { describe, expect, it } from '@jest/globals';
import { instantOfText, instantOrNull } from './instant-text.js';

describe('an instant as Postgres prints it', () => {
  it.each([
    ['2026-11-23 02:00:00+00', '2026-11-23T02:00:00.000Z'],
    ['2026-11-23 02:00:00.5+00', '2026-11-23T02:00:00.500Z'],
    ['2026-11-23 02:00:00.123+00', '2026-11-23T02:00:00.123Z'],
    ['2026-11-23 02:00:00.123987+00', '2026-11-23T02:00:00.123Z'],
  ])('%s is %s', (text, instant) => {
    expect(instantOfText(text)).toBe(instant);
  });

  it('is refused under any time zone but UTC, because the hour would be wrong', () => {
    expect(() => instantOfText('2026-11-23 09:00:00+07')).toThrow(RangeError);
    expect(() => instantOfText('2026-11-23 07:30:00+05:30')).toThrow(RangeError);
  });

  it('may be missing', () => {
    expect(instantOrNull(null)).toBeNull();
  });
});
