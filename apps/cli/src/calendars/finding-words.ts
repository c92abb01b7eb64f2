/** What is wrong with calendars, in words: as the service says it, and what only files can have. */
import { CALENDAR_SENTENCES, filledIn } from '@lien-thong/domain/words';
import type { Words } from '../words.js';

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
  return { vi: filledIn(vi, facts), en: filledIn(en, facts) };
}
