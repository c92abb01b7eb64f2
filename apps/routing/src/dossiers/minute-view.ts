/** Why one minute counted or not, with the sentence in both languages. */
import { MINUTE_VERDICTS, instantOf, instantSchema } from '@lien-thong/domain';
import type { ExplainedMinute } from '@lien-thong/domain';
import { z } from 'zod';
import { MINUTE_ENGLISH, MINUTE_VIETNAMESE } from '../http/sentences.minutes.js';
import { daySchema, dayView, restSchema, restView } from './counted-day-view.js';

export const minuteSchema = z
  .strictObject({
    from: instantSchema,
    verdict: z.enum(MINUTE_VERDICTS),
    sentence: z.string(),
    sentenceEn: z.string(),
    epoch: z.int().nullable(),
    nth: z.int().nullable().describe('Phút thứ mấy được tính · its number among the counted minutes of the epoch'),
    rest: restSchema.nullable(),
    day: daySchema.nullable().describe('The whole day, with the notice it rests on'),
  })
  .meta({ id: 'ExplainedMinute' });

export function minuteView(minute: ExplainedMinute): z.infer<typeof minuteSchema> {
  const { verdict, epoch, nth, rest, day } = minute;
  const facts = {
    ...{ nth: `${nth}`, grounds: rest?.grounds.map(({ code }) => code).join(', ') ?? '' },
    day: day === null ? '' : [day.date, day.name, day.notice].filter((each) => each !== null).join(', '),
  };
  return {
    ...{ from: instantOf(minute.minute), verdict, epoch, nth },
    sentence: MINUTE_VIETNAMESE[verdict](facts),
    sentenceEn: MINUTE_ENGLISH[verdict](facts),
    rest: rest === null ? null : restView(rest),
    day: day === null ? null : dayView(day),
  };
}
