/** A version of a calendar as an admin sends it: the notice it rests on, and all days and hours of its layer. */
import { calendarExceptionSchema, hoursPeriodSchema } from '@lien-thong/domain';
import type { CalendarLayer, Instant, ProvinceLayer } from '@lien-thong/domain';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import type { FieldError } from '../http/problem.js';
import type { CalendarKey } from './calendar-name.js';

const words = (max: number) => z.string().max(max).regex(/\S/);

export const noticeSchema = z
  .strictObject({
    number: words(100).describe('Số, ký hiệu · number and symbol: 9441/TB-BNV'),
    issuedOn: z.iso.date().describe('Ngày ban hành · date of issue'),
    issuer: words(200).describe('Cơ quan ban hành · who issued it'),
    link: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional()
      .describe('Nơi đọc toàn văn · where it can be read'),
  })
  .meta({ id: 'CalendarNotice' });
export type Notice = z.infer<typeof noticeSchema>;

export const calendarBodySchema = z
  .strictObject({
    notice: noticeSchema,
    reason: words(2_000).optional().describe('Cần có khi ngày đã qua thay đổi · needed where days of the past change'),
    noticedYears: z
      .array(z.int().min(1970).max(9999))
      .max(100)
      .optional()
      .describe('Chỉ của lịch quốc gia: năm đã có thông báo; các năm khác là tạm tính · years that are final'),
    hours: z.array(hoursPeriodSchema).min(1).max(50).optional().describe('Chỉ của lịch tỉnh · of a province only'),
    exceptions: z.array(calendarExceptionSchema).max(3_000).describe('Toàn bộ, không chỉ phần thêm · all of them'),
  })
  .meta({ id: 'CalendarDefinition' });
export type CalendarBody = z.infer<typeof calendarBodySchema>;

const missing = (field: string): FieldError => ({ field, reason: 'phải có', reasonEn: 'is required' });
const foreign = (field: string): FieldError => ({
  ...{ field, reason: 'không thuộc loại lịch này', reasonEn: 'does not belong to this kind of calendar' },
});

function fieldErrors({ layer }: CalendarKey, { noticedYears, hours }: CalendarBody): FieldError[] {
  const errors: FieldError[] = [];
  if (layer === 'national' && noticedYears === undefined) errors.push(missing('noticedYears'));
  if (layer !== 'national' && noticedYears !== undefined) errors.push(foreign('noticedYears'));
  if (layer === 'province' && hours === undefined) errors.push(missing('hours'));
  if (layer !== 'province' && hours !== undefined) errors.push(foreign('hours'));
  return errors;
}

/** The layer the body stands for. Throws the `Problem` invalid-body where it has what is not its own, or lacks what is. */
export function layerFrom(
  key: CalendarKey,
  body: CalendarBody,
  { version, knownFrom }: { readonly version: number; readonly knownFrom?: Instant | undefined },
): CalendarLayer {
  const errors = fieldErrors(key, body);
  if (errors.length > 0) throw new Problem('invalid-body', {}, errors);
  const { exceptions, noticedYears = [], hours = [] } = body;
  const common = { id: key.layerId, version, exceptions };
  switch (key.layer) {
    case 'national':
      return { level: 'national', noticedYears, ...common };
    case 'province':
      return { level: 'province', hours: hours as ProvinceLayer['hours'], ...common };
    case 'closure':
      return { level: 'closure', ...common, ...(knownFrom === undefined ? {} : { knownFrom }) };
  }
}
