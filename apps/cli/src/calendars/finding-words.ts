/** What is wrong with calendars, in words: those of the service (infra/guards holds one against the other), and those of files. */
import type { CalendarRule } from '@lien-thong/domain';
import type { Words } from '../words.js';

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

/** Findings of this command: data before they are calendars, and years as they stand beside one another. */
const OF_FILES = {
  schemaViolation: ['Không đúng dạng: {reason}', 'Not as the schema says: {reason}'],
  holidayDateUnknown: ['Ngày “{date}” không có thật', 'There is no day “{date}”'],
  holidayKindUnknown: ['Không có loại ngày “{kind}”', 'There is no kind of day “{kind}”'],
  holidayWithoutNotice: ['Ngày {date} không nêu tên hoặc thông báo', 'The day {date} names no occasion or no notice'],
  blockEndsBeforeItBegins: ['Ca làm việc kết thúc trước khi bắt đầu', 'A block ends before it begins'],
  blocksOverlapOrOutOfOrder: ['Các ca chồng nhau hoặc sai thứ tự', 'Blocks overlap or are out of order'],
  periodsOutOfOrder: ['Các giai đoạn giờ làm việc sai thứ tự', 'Periods of hours are out of order'],
  onlyAClosureClosesPartOfADay: ['Chỉ “closure” mới đóng một phần ngày', 'Only a closure closes part of a day'],
  onlyClosuresHere: ['Lớp này chỉ nhận “closure”', 'Only closures belong to this layer'],
  noNational: ['Không có lịch nghỉ lễ toàn quốc', 'There are no national days'],
  noProvince: ['Không có giờ hành chính của tỉnh nào', 'There are no legal hours of any province'],
  severalNationals: ['Có {count} lịch toàn quốc; chỉ được một', 'There are {count} national layers; only one can hold'],
  yearMissing: [
    'Năm {year} không có ngày nào, ở giữa các năm có',
    'The year {year} has not a single day, between years that do',
  ],
  fixedDayMissing: [
    'Thiếu ngày lễ {date} (Bộ luật Lao động Điều 112)',
    'The holiday {date} is missing (Labour Code art. 112)',
  ],
  weekendNotCompensated: [
    'Năm {year}: {weekend} ngày lễ trùng ngày nghỉ tuần nhưng chỉ nghỉ bù {compensated} ngày (Bộ luật Lao động Điều 111)',
    'In {year} {weekend} holidays fall on a weekend and {compensated} days compensate them (Labour Code art. 111)',
  ],
  yearProvisional: [
    'Năm {year} chưa có thông báo chính thức: mọi hạn rơi vào năm này là tạm tính',
    'The year {year} has no notice yet: what falls due in it is provisional',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type FileRule = keyof typeof OF_FILES;

const sentenceOf = (code: string): readonly [string, string] | undefined =>
  (CALENDAR_SENTENCES as Readonly<Record<string, readonly [string, string]>>)[code] ??
  (OF_FILES as Readonly<Record<string, readonly [string, string]>>)[code];

/** The sentence of a finding; its name where there is none. */
export function findingWords(code: string, facts: Readonly<Record<string, string | number>>): Words {
  const [vi, en] = sentenceOf(code) ?? [code, code];
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '–'));
  return { vi: filled(vi), en: filled(en) };
}
