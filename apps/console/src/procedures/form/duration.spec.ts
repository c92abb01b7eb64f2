import { describe, expect, it } from '@jest/globals';
import { durationFields, durationOf, isDuration } from './duration.js';

describe('a limit as a number beside a unit', () => {
  it.each(['1.5wd', '12wh', '30cd', 'sameDay', '0.25wd', '8', '', 'wd', '1.wd', '3 tuần'])('gives %p back', (text) => {
    expect(durationOf(durationFields(text))).toBe(text.replace(/\s/g, ''));
  });

  it('takes half a day written with a comma', () => {
    expect(durationOf({ amount: '1,5', unit: 'wd' })).toBe('1.5wd');
    expect(durationFields('1.5wd')).toEqual({ amount: '1.5', unit: 'wd' });
  });

  it('does not turn days into hours', () => {
    expect(durationOf({ ...durationFields('2wd'), unit: 'wh' })).toBe('2wh');
  });

  it.each(['1.5wd', '12wh', '30cd', 'sameDay'])('knows that a clock can run on %p', (text) => {
    expect(isDuration(text)).toBe(true);
  });

  it.each(['', 'wd', '0wd', '1.wd', '1.5cd', '08wh', '3 tuần', '1.55555wd'])(
    'knows that no clock can run on %p',
    (text) => {
      expect(isDuration(text)).toBe(false);
    },
  );
});
