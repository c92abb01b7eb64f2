import { timeOfDay } from '../time/time-of-day.js';
import type { DayHours, WeekHours } from './layers.js';
import { dayHoursSchema } from './layers.js';

/** Hours written `07:30-11:30,13:30-17:30`; an empty text is a closed day. Throws a zod error when they are not in order. */
function dayHours(text: string): DayHours {
  const blocks = text === '' ? [] : text.split(',');
  return dayHoursSchema.parse(
    blocks.map((block) => {
      const [from = '', to = ''] = block.split('-');
      return { from: timeOfDay(from), to: timeOfDay(to) };
    }),
  );
}

/**
 * A week of equal weekdays and a closed weekend, with the days named in `except` different:
 * `officeWeek('07:30-11:30,13:30-17:30', { sat: '07:30-11:30' })`. Throws RangeError for a text that is no time of day.
 */
export function officeWeek(weekday: string, except: { readonly [D in keyof WeekHours]?: string } = {}): WeekHours {
  const hours = dayHours(weekday);
  const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: [], sun: [] };
  const different = Object.entries(except).map(([day, text]) => [day, dayHours(text)]);
  return { ...week, ...(Object.fromEntries(different) as Partial<WeekHours>) };
}
