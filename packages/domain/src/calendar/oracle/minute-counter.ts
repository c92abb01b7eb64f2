/**
 * A second opinion on working time, written from the text of the rules and sharing nothing with the calendars it judges: it
 * reads holidays.csv itself, counts days month by month, keeps one flag per minute and counts flags. No sums are carried
 * from day to day.
 */
export interface OracleHours {
  /** Hours of Monday … Sunday, `07:30-11:30,13:30-17:30`; empty when closed. */
  readonly week: readonly string[];
  /** Hours of a Saturday worked for a swapped day. */
  readonly makeUp: string;
}

export interface HolidayRow {
  readonly date: string;
  readonly kind: string;
  /** Days since the oracle's first day. */
  readonly day: number;
}

export interface MinuteCounter {
  /** Minutes from 1970-01-01T00:00Z to 00:00 (UTC+7) of 1 January of the first year. */
  readonly firstMinute: number;
  readonly dayCount: number;
  readonly rows: readonly HolidayRow[];
  isOpen(minute: number): boolean;
  workedOn(day: number): number;
  /** Open minutes in [a, b), looking at every minute. */
  countEveryMinute(a: number, b: number): number;
  /** The same, passing whole days by their own number of open minutes. */
  count(a: number, b: number): number;
  /** First minute x ≥ a such that n open minutes lie in [a, x). */
  walk(a: number, n: number): number;
}

const monthLengths = (year: number): number[] => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
};

/** Every date from 1 January `from` to 31 December `to`, as texts, in order. */
function datesOf(from: number, to: number): string[] {
  const dates: string[] = [];
  for (let year = from; year <= to; year++) {
    monthLengths(year).forEach((length, month) => {
      for (let day = 1; day <= length; day++) {
        dates.push(`${year}-${`${month + 1}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`);
      }
    });
  }
  return dates;
}

/** The first and third column of each line; only the second and fourth are ever quoted or contain commas. */
function readRows(csv: string, dates: readonly string[]): HolidayRow[] {
  const rows: HolidayRow[] = [];
  for (const line of csv.split('\n').slice(1)) {
    if (line.trim() === '') continue;
    const date = line.slice(0, 10);
    const kind = /,(public_holiday|compensatory_day_off|swapped_day_off|makeup_workday)(?:_provisional)?,/.exec(
      line,
    )?.[1];
    if (kind === undefined) throw new Error(`row without a kind: ${line}`);
    rows.push({ date, kind, day: dates.indexOf(date) });
  }
  return rows;
}

function openMinutes(hours: string): boolean[] {
  const open = Array.from({ length: 1440 }, () => false);
  for (const block of hours === '' ? [] : hours.split(',')) {
    const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = block.split(/[-:]/).map(Number);
    for (let minute = h1 * 60 + m1; minute < h2 * 60 + m2; minute++) open[minute] = true;
  }
  return open;
}

/** Holidays of a year no notice speaks of: the five days the law itself dates. */
function isFixedHoliday(date: string, lastYearInFile: number): boolean {
  const [year, monthDay] = [Number(date.slice(0, 4)), date.slice(5)];
  if (year <= lastYearInFile) return false;
  return ['01-01', '04-30', '05-01', '09-02', '11-24'].includes(monthDay);
}

interface OracleSource {
  readonly csv: string;
  readonly hours: OracleHours;
  readonly years: readonly [first: number, last: number];
}

/** Flags of all minutes of the years; 1 January of the first year must be a Monday (2024 is). */
function flagMinutes(
  { csv, hours, years }: OracleSource,
  dates: readonly string[],
  rows: readonly HolidayRow[],
): Uint8Array {
  const flags = new Uint8Array(dates.length * 1440);
  const lastYearInFile = Math.max(
    ...csv
      .split('\n')
      .slice(1)
      .map((line) => Number(line.slice(0, 4))),
  );
  if (years[0] !== 2024) throw new Error('the week is counted from Monday 1 January 2024');
  const week = hours.week.map(openMinutes);
  const makeUp = openMinutes(hours.makeUp);
  dates.forEach((date, day) => {
    const row = rows.find((candidate) => candidate.date === date);
    let open = week[day % 7] ?? [];
    if (row !== undefined) open = row.kind === 'makeup_workday' ? makeUp : [];
    else if (isFixedHoliday(date, lastYearInFile)) open = [];
    open.forEach((isOpen, minute) => {
      if (isOpen) flags[day * 1440 + minute] = 1;
    });
  });
  return flags;
}

/** Builds the counter for some hours and years. */
export function minuteCounter(source: OracleSource): MinuteCounter {
  const dates = datesOf(...source.years);
  const rows = readRows(source.csv, dates);
  const flags = flagMinutes(source, dates, rows);
  const firstMinute = datesOf(1970, source.years[0] - 1).length * 1440 - 7 * 60;
  const perDay = dates.map(
    (_, day) => flags.subarray(day * 1440, day * 1440 + 1440).filter((flag) => flag === 1).length,
  );
  const flag = (index: number): number => {
    const value = flags[index];
    if (value === undefined) throw new Error(`minute ${index} is outside the oracle`);
    return value;
  };
  const countEveryMinute = (a: number, b: number): number => {
    let open = 0;
    for (let minute = a; minute < b; minute++) open += flag(minute - firstMinute);
    return open;
  };
  const count = (a: number, b: number): number => {
    let open = 0;
    for (let minute = a; minute < b;) {
      const index = minute - firstMinute;
      const wholeDay = index % 1440 === 0 && minute + 1440 <= b;
      open += wholeDay ? (perDay[index / 1440] ?? 0) : flag(index);
      minute += wholeDay ? 1440 : 1;
    }
    return open;
  };
  const walk = (a: number, n: number): number => {
    let [minute, left] = [a, n];
    while (left > 0) {
      const index = minute - firstMinute;
      const ofDay = index % 1440 === 0 ? (perDay[index / 1440] ?? 0) : left;
      const wholeDay = ofDay < left;
      left -= wholeDay ? ofDay : flag(index);
      minute += wholeDay ? 1440 : 1;
    }
    return minute;
  };
  return {
    firstMinute,
    dayCount: dates.length,
    rows,
    isOpen: (minute) => flag(minute - firstMinute) === 1,
    workedOn: (day) => perDay[day] ?? 0,
    countEveryMinute,
    count,
    walk,
  };
}
