import { describe, expect, it } from '@jest/globals';
import { calendarInWords, calendarVersionInWords, calendarVersionWords } from './calendar-version.js';

const speech = (language: 'vi' | 'en') => ({
  words: calendarVersionWords[language],
  province: (code: string) => (code === '31' ? 'Hải Phòng' : code),
  agency: () => 'phường Đông Hải',
});

describe('the calendars a date was reckoned by', () => {
  it('are named with their versions', () => {
    expect(calendarVersionInWords('national@3+31@1', speech('vi'))).toBe('lịch cả nước bản 3 và lịch Hải Phòng bản 1');
    expect(calendarVersionInWords('national@3+31@1', speech('en'))).toBe(
      'the national calendar, version 3 and the calendar of Hải Phòng, version 1',
    );
    expect(calendarVersionInWords('national@3+31@1+haiphong-dong-hai@2', speech('vi'))).toContain(
      'giờ mở cửa của phường Đông Hải bản 2',
    );
  });

  it('are named without them, and one of a kind not known yet stands as it is', () => {
    expect(calendarInWords('legal:31', speech('vi'))).toBe('lịch Hải Phòng');
    expect(calendarInWords('desk:haiphong-dong-hai', speech('vi'))).toBe('giờ mở cửa của phường Đông Hải');
    expect(calendarInWords('moon', speech('vi'))).toBe('moon');
  });
});
