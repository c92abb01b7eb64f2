/** Which starts breach, as it is shown: shares, hours, weekdays, dates. */
import { instantOf } from '@lien-thong/domain';
import type { Breaches } from '@lien-thong/domain';
import { z } from 'zod';

const counted = { starts: z.int(), breaching: z.int() };

export const breachesSchema = z
  .strictObject({
    ...counted,
    share: z.number().describe('Tỷ lệ phút tiếp nhận bị quá hạn, 0 đến 1 · share of the starts that breach'),
    worstSlack: z
      .int()
      .describe('Còn lại ở phút xấu nhất; âm là quá hạn · left at the worst start; negative: exceeded'),
    worstStart: z.string().describe('RFC 3339, UTC'),
    worstStarts: z.int().describe('Starts that have the worst slack'),
    hours: z.array(z.strictObject({ hour: z.int(), ...counted })).describe('0–23, Asia/Ho_Chi_Minh'),
    weekdays: z.array(z.strictObject({ weekday: z.int(), ...counted })).describe('1 = Monday to 7 = Sunday'),
    dates: z.array(z.strictObject({ date: z.string(), ...counted })).describe('Days with at least one breaching start'),
  })
  .meta({ id: 'Breaches' });
export type BreachesView = z.infer<typeof breachesSchema>;

export function breachesView(breaches: Breaches): BreachesView {
  const { starts, breaching, share, worstSlack, worstStart, worstStarts, hours, weekdays, dates } = breaches;
  return {
    ...{ starts, breaching, share, worstSlack, worstStarts },
    worstStart: instantOf(worstStart),
    hours: hours.map((hour) => ({ ...hour })),
    weekdays: weekdays.map((weekday) => ({ ...weekday })),
    dates: dates.map((date) => ({ ...date })),
  };
}
