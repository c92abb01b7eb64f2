/** What a sender wants to know of an agency before he chooses it. */
import { agencySchema, instantSchema } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRefSchema } from './agency-ref.js';

/** Over how many days receipts are looked at. */
export const RECEIPT_DAYS = 90;

export const receptionSchema = z
  .strictObject({
    agency: agencyRefSchema,
    at: instantSchema,
    openNow: z.boolean().nullable().describe('Null where the calendar does not reach'),
    opensAt: instantSchema
      .nullable()
      .describe('Lần mở cửa kế tiếp khi đang đóng · when the desk opens next; null while it is open, or unknown'),
    desk: agencySchema.shape.deskHours.describe('As in the view of the agency; null: the legal hours of its province'),
    line: z
      .enum(['bus', 'feed', 'console'])
      .nullable()
      .describe(
        'console: chỉ dùng giao diện web; feed, bus: có phần mềm riêng · its own software confirmed a delivery lately, and is offered a broker (bus) or not (feed); null: not known',
      ),
    receipts: z
      .strictObject({
        days: z.int(),
        count: z.int().describe('Hồ sơ điện tử đã đến · electronic transfers that were delivered in these days'),
        medianMinutes: z.int().nullable().describe('Working minutes from dispatch to delivery; null without any'),
        accepted: z.int().describe('Transfers it accepted in these days'),
        medianAcceptanceMinutes: z.int().nullable().describe('Working minutes from delivery to acceptance'),
        lastAt: instantSchema.nullable().describe('The latest delivery in these days'),
      })
      .describe('Lấy từ các đồng hồ đã dừng · of clocks that have stopped; nothing of any dossier is told'),
    waiting: z
      .int()
      .describe('Đang chuyển đến, chưa tiếp nhận · transfers on their way to it that it has not accepted'),
  })
  .meta({ id: 'Reception' });
export type ReceptionView = z.infer<typeof receptionSchema>;
