import { z } from 'zod';

const TIME_OF_DAY = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** A time on the Vietnamese wall clock, `07:30`; `24:00` is the end of the day. */
export const timeOfDaySchema = z.string().regex(TIME_OF_DAY).brand<'TimeOfDay'>();

export type TimeOfDay = z.infer<typeof timeOfDaySchema>;

/** The time written `HH:MM`. Throws RangeError when the text is none: parse with timeOfDaySchema what comes from outside. */
export function timeOfDay(text: string): TimeOfDay {
  if (!TIME_OF_DAY.test(text)) throw new RangeError(`no time of day: ${text}`);
  return text as TimeOfDay;
}

/** Minutes since 00:00, 0 to 1440. */
export function minutesOfTime(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The time `minutes` after 00:00 (0 to 1440), written `HH:MM`. */
export function timeOfMinutes(minutes: number): TimeOfDay {
  const written = [Math.floor(minutes / 60), minutes % 60].map((value) => String(value).padStart(2, '0')).join(':');
  return timeOfDay(written);
}
