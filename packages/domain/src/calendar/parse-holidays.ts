import { csvField, parseCsvRecords } from '../jurisdiction/csv.js';
import type { CsvRecord } from '../jurisdiction/csv.js';
import { isoOfDay, parseIsoDay } from '../time/instant.js';
import { CalendarDataError } from './calendar.js';
import type { CalendarException, ExceptionKind, NationalLayer } from './layers.js';

const KINDS: ReadonlyMap<string, ExceptionKind> = new Map([
  ['public_holiday', 'holiday'],
  ['compensatory_day_off', 'compensatory'],
  ['swapped_day_off', 'swap'],
  ['makeup_workday', 'makeup'],
]);
const PROVISIONAL = '_provisional';
/** The yearly notice of Tết and National Day, by the labour ministry and since 2025 by the interior ministry. */
const YEARLY_NOTICE = /Thông báo \d+\/TB-/;

function exceptionOf(record: CsvRecord, row: number): CalendarException {
  const [date, name, notice] = [csvField(record, 'date'), csvField(record, 'name_vi'), csvField(record, 'source')];
  const kindText = csvField(record, 'kind');
  const provisional = kindText.endsWith(PROVISIONAL);
  const kind = KINDS.get(provisional ? kindText.slice(0, -PROVISIONAL.length) : kindText);
  const day = parseIsoDay(date);
  if (day === undefined) throw new CalendarDataError('holidayDateUnknown', { row, date });
  if (kind === undefined) throw new CalendarDataError('holidayKindUnknown', { row, kind: kindText });
  if (name === '' || notice === '') throw new CalendarDataError('holidayWithoutNotice', { row, date });
  return { date: isoOfDay(day), kind, name, notice, provisional };
}

/**
 * Rows of holidays.csv (date, name_vi, kind, source) as exceptions. Throws CalendarDataError naming the row (2 is the first
 * under the header), or an Error of the CSV reader when the text itself is broken.
 */
export function parseHolidays(csv: string): readonly CalendarException[] {
  return parseCsvRecords(csv).map((record, index) => exceptionOf(record, index + 2));
}

/**
 * The national layer of holidays.csv. A year counts as noticed when one of its rows rests on that year's ministry notice and
 * none is provisional; dates of every other year stay provisional.
 */
export function nationalLayer({ csv, version }: { readonly csv: string; readonly version: number }): NationalLayer {
  const exceptions = parseHolidays(csv);
  const years = new Set(exceptions.map(({ date }) => Number(date.slice(0, 4))));
  const noticedYears = [...years].filter((year) => {
    const rows = exceptions.filter(({ date }) => date.startsWith(`${year}-`));
    return rows.some(({ notice }) => YEARLY_NOTICE.test(notice)) && rows.every((row) => !row.provisional);
  });
  return { level: 'national', id: 'national', version, noticedYears, exceptions: [...exceptions] };
}
