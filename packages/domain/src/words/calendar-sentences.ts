/** What is wrong with a calendar version, in words, for whoever shows it. `{name}` stands for a fact of the finding. */
import type { CalendarRule } from '../calendar/check-layer.js';

/** Vietnamese and English. */
export const CALENDAR_SENTENCES: Readonly<Record<CalendarRule, readonly [string, string]>> = {
  dateListedTwice: [
    'Ngày {date} xuất hiện hai lần ({first}, {second})',
    'The day {date} comes twice ({first}, {second})',
  ],
  swapsOverlap: [
    'Hai lần hoán đổi trùng ngày {date} ({first}, {second})',
    'Two swaps meet on {date} ({first}, {second})',
  ],
  makeupOnHoliday: [
    'Ngày làm bù {date} là ngày nghỉ lễ',
    'The day {date}, to be worked for another, is a public holiday',
  ],
  makeupOnWorkingDay: [
    'Ngày làm bù {date} vốn đã là ngày làm việc',
    'The day {date}, to be worked for another, is a working day anyway',
  ],
  swapOnDayOff: ['Ngày nghỉ hoán đổi {date} vốn là ngày nghỉ', 'The swapped day off {date} is a day off anyway'],
  swapWithoutMakeup: [
    'Năm {year}: nghỉ hoán đổi {swapped} ngày nhưng làm bù {worked} ngày',
    'In {year} {swapped} days are swapped off and {worked} worked for them',
  ],
  dateOutsideCalendar: [
    'Ngày {date} nằm ngoài lịch ({first} đến {last})',
    'The day {date} lies outside the calendar ({first} to {last})',
  ],
  yearWithoutDays: [
    'Năm {year} được coi là đã có thông báo nhưng không có ngày nào',
    'The year {year} is called final and has not a single day',
  ],
  yearNotFinal: [
    'Năm {year} được coi là chính thức nhưng ngày {date} còn tạm tính',
    'The year {year} is called final, but {date} is still provisional',
  ],
  kindNotForThisCalendar: [
    'Loại ngày “{kind}” không thuộc lịch này ({calendar})',
    'A day of the kind “{kind}” does not belong to this calendar ({calendar})',
  ],
  noOpenMinute: ['Năm {year} không có phút làm việc nào', 'The calendar has not one open minute ({year})'],
  workingDaysDiffer: [
    'Các ngày làm việc dài ngắn khác nhau ({minutes} phút)',
    'Working days differ in length ({minutes} minutes)',
  ],
  legalWeekdaysDiffer: [
    'Giờ làm việc các ngày trong tuần khác nhau (từ {period})',
    'The legal hours of the weekdays differ (from {period})',
  ],
  legalHoursOnWeekend: [
    'Có giờ hành chính vào thứ bảy hoặc chủ nhật (từ {period})',
    'There are legal hours on a weekend (from {period})',
  ],
  pastChangeWithoutReason: [
    'Ngày {date} đã qua mà thay đổi: phải nêu lý do',
    'The day {date} is past and changes: a reason is needed',
  ],
  nothingChanges: ['Không có gì thay đổi so với bản hiện hành', 'Nothing differs from the version in force'],
};
