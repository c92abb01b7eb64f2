/** The starts of a proof by day and hour, as they are shown: one row a day, one column an hour in which anybody can begin. */
import { HOURS_OF_DAY, isoOfDay, plusDays } from '@lien-thong/domain';
import type { StartGrid } from '@lien-thong/domain';
import { z } from 'zod';

const minutes = z.array(z.int().min(0).max(60));

export const startGridSchema = z
  .strictObject({
    hours: z
      .array(z.int().min(0).max(23))
      .describe('Các cột: giờ có người tiếp nhận · the columns: hours in which somebody receives, Asia/Ho_Chi_Minh'),
    days: z
      .array(
        z.strictObject({
          date: z.string(),
          starts: minutes.describe('Số phút tiếp nhận, theo từng cột · minutes of reception, by column'),
          breaching: minutes.describe('Có thể quá hạn · of these: from which it may be overdue'),
          unavoidable: minutes.describe('Chắc chắn quá hạn · of these: from which it is, however quick everybody is'),
          excluded: minutes.describe('Beside the starts: paths leave the loaded years, nothing is known'),
        }),
      )
      .describe('Mọi ngày có tiếp nhận; ngày không có là ngày đóng cửa · every day with receptions; others are closed'),
  })
  .meta({ id: 'StartGrid' });
export type StartGridView = z.infer<typeof startGridSchema>;

const HOURS = Array.from({ length: HOURS_OF_DAY }, (_, hour) => hour);

export function startGridView(grid: StartGrid): StartGridView {
  const { firstDay, days, starts, breaching, unavoidable, excluded } = grid;
  const isOpen = (day: number, hour: number): boolean => {
    const cell = day * HOURS_OF_DAY + hour;
    return starts[cell] !== 0 || excluded[cell] !== 0;
  };
  const open = Array.from({ length: days }, (_, day) => day).filter((day) => HOURS.some((hour) => isOpen(day, hour)));
  const hours = HOURS.filter((hour) => open.some((day) => isOpen(day, hour)));
  const row = (counts: Uint8Array, day: number): number[] =>
    hours.map((hour) => counts[day * HOURS_OF_DAY + hour] ?? 0);
  return {
    hours,
    days: open.map((day) => ({
      date: isoOfDay(plusDays(firstDay, day)),
      ...{ starts: row(starts, day), breaching: row(breaching, day) },
      ...{ unavoidable: row(unavoidable, day), excluded: row(excluded, day) },
    })),
  };
}
