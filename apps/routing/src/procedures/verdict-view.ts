/** What is known of a version's timeline, as it is shown and kept. */
import { VERDICTS } from '@lien-thong/domain';
import type { TimelineVerdict } from '@lien-thong/domain';
import { z } from 'zod';

export const verdictSchema = z
  .strictObject({
    verdict: z
      .enum(VERDICTS)
      .describe(
        'NOT_PROVEN: chưa chứng minh được gì, không phải là an toàn · nothing was shown, which is not the same as safe',
      ),
    method: z.enum(['arithmetic', 'everyStart']),
    routes: z.array(
      z.strictObject({
        caseKey: z.string(),
        channel: z.enum(['counter', 'online', 'post']),
        crossesBoundary: z.boolean(),
        limit: z.string(),
        minutesPerDay: z.int(),
        verdict: z.enum(VERDICTS),
        slack: z
          .int()
          .nullable()
          .describe('Số phút làm việc còn lại; âm: trễ hạn từ đầu · minutes left of the limit; negative: overdue'),
        promiseSlack: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'TimelineVerdict' });
export type VerdictView = z.infer<typeof verdictSchema>;

export function verdictView({ verdict, method, routes }: TimelineVerdict): VerdictView {
  return { verdict, method, routes: routes.map((route) => ({ ...route, limit: String(route.limit) })) };
}

/** The least that any route leaves; null where none can be counted. */
export function leastSlack({ routes }: TimelineVerdict): number | null {
  const known = routes.flatMap(({ slack }) => slack ?? []);
  return known.length === 0 ? null : Math.min(...known);
}
