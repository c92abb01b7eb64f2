/**
 * The rule worked out minute by minute for every start of a year, from the rows of holidays.csv and a wall clock; it shares no code with
 * what it judges. Office hours 07:30–11:30 and 13:30–17:30, Monday to Friday and make-up Saturdays.
 */
const OPEN: readonly (readonly [number, number])[] = [
  [450, 690],
  [810, 1050],
];
const DAY = 480;
const MS_PER_MINUTE = 60_000;
const HANOI_MS = 7 * 3_600_000;

export interface PlainLimit {
  /** `3wd`, `15cd`, `sameDay`. */
  readonly limit: string;
  /** Minutes after midnight; received later than this, a same-day limit ends a working day later. */
  readonly cutoff: number | null;
  /** Whether the limit is charged with the transfer. */
  readonly transferCounts: boolean;
  readonly wayBack: boolean;
}

export interface PlainAnswer {
  readonly left: number;
  readonly worstStart: string;
  /** Of the starts, from which so many minutes of deciding come too late. */
  readonly lateShare: (work: number) => number;
}

interface Days {
  readonly dates: readonly string[];
  readonly isWorked: readonly boolean[];
  /** Worked days before each day, and in all. */
  readonly workedBefore: readonly number[];
}

function daysFrom(holidays: string, [first, last]: readonly [string, string]): Days {
  const rows = holidays.split('\n').flatMap((line) => {
    const found = /^(\d{4}-\d\d-\d\d),(?:"[^"]*"|[^,]*),(\w+?)(?:_provisional)?,/.exec(line);
    return found === null ? [] : [[found[1] ?? '', found[2] ?? ''] as const];
  });
  const kinds = new Map(rows);
  const dates: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
    dates.push(new Date(at).toISOString().slice(0, 10));
  }
  const isWorked = dates.map((date) => {
    const kind = kinds.get(date);
    const isWeekend = [0, 6].includes(new Date(date).getUTCDay());
    return kind === undefined ? !isWeekend : kind === 'makeup_workday';
  });
  const workedBefore = [0];
  for (const worked of isWorked) workedBefore.push((workedBefore.at(-1) ?? 0) + (worked ? 1 : 0));
  return { dates, isWorked, workedBefore };
}

/** Worked minutes of a day before a minute of the day. */
const before = (minute: number): number =>
  OPEN.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(minute, to) - from), 0);

function rolled({ isWorked }: Days, day: number): number {
  let at = day;
  while (isWorked[at] !== true) at += 1;
  return at;
}

/** For each day of reception: minutes to the end of the limit when the limit begins at that minute of it. */
function minutesFrom(rule: PlainLimit, days: Days, day: number): (minute: number) => number {
  const amount = Number.parseFloat(rule.limit);
  if (rule.limit.endsWith('wd')) return () => amount * DAY;
  const until = (due: number): number => ((days.workedBefore[due] ?? 0) - (days.workedBefore[day] ?? 0) + 1) * DAY;
  if (rule.limit !== 'sameDay') {
    const whole = until(rolled(days, day + amount));
    return (minute) => whole - before(minute);
  }
  const [today, tomorrow] = [until(day), until(rolled(days, day + 1))];
  return (minute) => (rule.cutoff !== null && minute > rule.cutoff ? tomorrow : today) - before(minute);
}

/** Every start minute of the year in turn. */
export function byHand(rule: PlainLimit, holidays: string, year: number): PlainAnswer {
  const days = daysFrom(holidays, [`${year}-01-01`, `${year + 1}-12-31`]);
  const legs = (rule.transferCounts ? DAY : 0) + (rule.wayBack ? DAY : 0);
  const lefts = new Int32Array(366 * DAY);
  let starts = 0;
  let worst = { left: Number.POSITIVE_INFINITY, date: '', minute: 0 };
  days.dates.forEach((date, day) => {
    if (!date.startsWith(String(year)) || days.isWorked[day] !== true) return;
    const minutes = minutesFrom(rule, days, day);
    for (const [from, to] of OPEN) {
      for (let minute = from; minute < to; minute += 1) {
        const left = minutes(minute) - legs;
        lefts[starts] = left;
        starts += 1;
        if (left < worst.left) worst = { left, date, minute };
      }
    }
  });
  const worstStart = new Date(Date.parse(worst.date) + worst.minute * MS_PER_MINUTE - HANOI_MS).toISOString();
  const lateShare = (work: number): number => {
    let late = 0;
    for (let at = 0; at < starts; at += 1) if ((lefts[at] ?? 0) < work) late += 1;
    return late / starts;
  };
  return { left: worst.left, worstStart, lateShare };
}
