/** A version of a calendar as a form: texts as they are typed, and the definition they make. Pure. */
import type { CalendarDefinition, CalendarVersion } from '@lien-thong/client';
import { composed } from '../words/fold.js';
import { blocksOf, hoursText } from './hours-text.js';
import type { CalendarDay, DayKind } from './year-grid.js';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export type Kind = 'national' | 'province' | 'desk';

export interface DayLine {
  /** Of this form only, so that a row keeps its fields when others come and go. */
  readonly key: string;
  readonly date: string | null;
  readonly kind: DayKind;
  readonly name: string;
  readonly notice: string;
  readonly provisional: boolean;
  /** `07:30–11:30`; empty: the whole day. */
  readonly closed: string;
}

export interface PeriodLine {
  readonly key: string;
  readonly from: string | null;
  readonly notice: string;
  /** `07:30–11:30, 13:30–17:30`; empty: closed. */
  readonly week: Readonly<Record<Weekday, string>>;
}

export interface CalendarForm {
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuer: string;
  readonly link: string;
  readonly reason: string;
  readonly noticedYears: readonly number[];
  readonly periods: readonly PeriodLine[];
  readonly days: readonly DayLine[];
}

/** What the form is made of: a version that is read, or a definition that was typed. */
export type Written = Pick<CalendarVersion, 'exceptions'> &
  Partial<Pick<CalendarDefinition, 'notice' | 'reason' | 'noticedYears' | 'hours'>>;

/** A version as the service shows it, without what it says of itself. */
export function writtenOf({ notice, reason, noticedYears, hours, exceptions }: CalendarVersion): Written {
  return {
    exceptions,
    ...(notice === null ? {} : { notice }),
    ...(reason === null ? {} : { reason }),
    ...(noticedYears === null ? {} : { noticedYears }),
    ...(hours === null ? {} : { hours }),
  };
}

/** `mark` sets the rows of one reading apart from those of another. */
export function formOf({ notice, reason, noticedYears, hours, exceptions }: Written, mark = ''): CalendarForm {
  return {
    ...{ number: notice?.number ?? '', issuedOn: notice?.issuedOn ?? null, issuer: notice?.issuer ?? '' },
    ...{ link: notice?.link ?? '', reason: reason ?? '', noticedYears: noticedYears ?? [] },
    periods: (hours ?? []).map(({ from, week, notice: basis }, i) => ({
      ...{ key: `period ${mark}${i}`, from: from ?? null, notice: basis },
      week: Object.fromEntries(WEEKDAYS.map((day) => [day, hoursText(week[day])])) as PeriodLine['week'],
    })),
    days: exceptions.map((day, i) => ({
      ...{ key: `day ${mark}${i}`, date: day.date, kind: day.kind, name: day.name, notice: day.notice },
      ...{ provisional: day.provisional, closed: day.closed === undefined ? '' : hoursText([day.closed]) },
    })),
  };
}

/** What the form says; null while something in it is empty or unreadable. */
export function definitionOf(form: CalendarForm, kind: Kind): CalendarDefinition | null {
  const exceptions = form.days.map(exceptionOf);
  const hours = form.periods.map(periodOf);
  const [number, issuer, link, reason] = [form.number, form.issuer, form.link, form.reason].map(composed) as [
    ...[string, string, string, string],
  ];
  if (number === '' || issuer === '' || form.issuedOn === null) return null;
  if (!exceptions.every((day) => day !== null) || !hours.every((period) => period !== null)) return null;
  return {
    notice: { number, issuedOn: form.issuedOn, issuer, ...(link === '' ? {} : { link }) },
    ...(reason === '' ? {} : { reason }),
    ...(kind === 'national' ? { noticedYears: form.noticedYears } : {}),
    ...(kind === 'province' ? { hours } : {}),
    exceptions,
  };
}

function exceptionOf({ date, kind, name, notice, provisional, closed }: DayLine): CalendarDay | null {
  const blocks = blocksOf(closed);
  if (date === null || composed(name) === '' || composed(notice) === '' || blocks === null) return null;
  if (blocks.length > 1) return null;
  const [block] = kind === 'closure' ? blocks : [];
  const part = block === undefined ? {} : { closed: block };
  return { date, kind, name: composed(name), notice: composed(notice), provisional, ...part };
}

type Period = NonNullable<CalendarDefinition['hours']>[number];

function periodOf({ from, notice, week }: PeriodLine): Period | null {
  const days = WEEKDAYS.map((day) => [day, blocksOf(week[day])] as const);
  if (composed(notice) === '' || days.some(([, blocks]) => blocks === null)) return null;
  return {
    ...(from === null ? {} : { from }),
    week: Object.fromEntries(days) as Period['week'],
    notice: composed(notice),
  };
}

/** Whether a line lacks something: what is marked beside it. */
export function isComplete(line: DayLine): boolean {
  return exceptionOf(line) !== null;
}

/** A new version begins with all days of the one before, without its notice: it rests on another. */
export function begun(former: CalendarVersion | null): CalendarForm {
  if (former === null) return formOf({ exceptions: [] });
  const { notice: _notice, reason: _reason, ...rest } = writtenOf(former);
  return formOf(rest);
}
