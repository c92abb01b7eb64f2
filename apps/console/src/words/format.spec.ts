import { describe, expect, it } from '@jest/globals';
import { dayText, fieldsOf, instantOfFields, instantText, isoDayOf, minutesText, shareText } from './format.js';
import { folded } from './fold.js';

describe('how an office writes time', () => {
  it('shows an instant by the clock of Viet Nam, day before month', () => {
    expect(instantText('2026-11-25T08:01:00Z')).toBe('15:01 25/11/2026');
    expect(instantText('2026-12-31T17:30:00Z')).toBe('00:30 01/01/2027');
    expect(dayText('2026-02-03')).toBe('03/02/2026');
  });

  it('writes working minutes as hours and minutes, with their sign', () => {
    expect(['0', '25', '60', '460', '-40', '-135'].map((n) => minutesText(Number(n), 'vi'))).toEqual([
      ...['0ph', '25ph', '1g', '7g40', '−40ph', '−2g15'],
    ]);
    expect(minutesText(460, 'en')).toBe('7h40');
  });

  it('says nothing of a share of nothing', () => {
    expect(shareText(0, 0, 'vi')).toBeNull();
    expect(shareText(2713, 2764, 'vi')).toBe('98,2%');
  });
});

describe('what somebody types into a field for a day or a moment', () => {
  it('is read day before month, with slashes, points or dashes', () => {
    expect(['25/11/2026', '5.1.2026', '05-01-2026'].map(isoDayOf)).toEqual(['2026-11-25', '2026-01-05', '2026-01-05']);
  });

  it('is no day when the calendar has none', () => {
    expect(['31/02/2026', '29/02/2027', '13/13/2026', '2026-01-05', ''].map(isoDayOf)).toEqual([
      ...[null, null, null, null, null],
    ]);
    expect(isoDayOf('29/02/2028')).toBe('2028-02-29');
  });

  it('is a moment on the clock of Viet Nam', () => {
    expect(instantOfFields('25/11/2026', '15:01')).toBe('2026-11-25T15:01:00+07:00');
    expect(instantOfFields('25/11/2026', '7g05')).toBe('2026-11-25T07:05:00+07:00');
    expect(instantOfFields('25/11/2026', '24:00')).toBeNull();
    expect(instantOfFields('25/11/2026', '12:60')).toBeNull();
  });

  it('comes back as it was shown', () => {
    const { day, time } = fieldsOf('2026-11-25T08:01:00Z');
    expect(new Date(instantOfFields(day, time) ?? '').toISOString()).toBe('2026-11-25T08:01:00.000Z');
  });
});

describe('text as it is searched', () => {
  it('knows neither accents nor case nor how a letter is composed', () => {
    expect(folded('  Phường  ĐÔNG Hải ')).toBe('phuong dong hai');
    expect(folded('Đông Hải'.normalize('NFD'))).toBe(folded('đông hải'.normalize('NFC')));
  });
});
