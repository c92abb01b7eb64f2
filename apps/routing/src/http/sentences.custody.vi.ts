/** What is wrong with a receipt or a key, and what to do about it, in Vietnamese. */
import type { CustodyCode, Sentence } from './sentences.js';

export const CUSTODY_VIETNAMESE: Readonly<Record<CustodyCode, Sentence>> = {
  'receipt-required': {
    title: 'Cơ quan đã đăng ký khóa ký riêng nên việc giao nhận này phải kèm biên nhận đã ký.',
    todo: 'Phần mềm của cơ quan ký biên nhận rồi gửi lại; nếu chưa có phần mềm, đề nghị thu hồi khóa ký đã đăng ký.',
  },
  'receipt-malformed': {
    title: 'Biên nhận bị cắt, thừa hoặc thiếu nội dung.',
    todo: 'Không phải lỗi của người dùng: báo bộ phận phụ trách phần mềm đang gửi.',
  },
  'receipt-forged': {
    title: 'Chữ ký của biên nhận không khớp với khóa nào của cơ quan.',
    todo: 'Ký lại bằng khóa cơ quan đã đăng ký.',
  },
  'receipt-key-expired': {
    title: 'Khóa đã ký biên nhận đã hết hạn.',
    todo: 'Đăng ký khóa mới cho cơ quan rồi ký lại.',
  },
  'receipt-key-rotated': {
    title: 'Khóa đã ký biên nhận đã được thay bằng khóa khác.',
    todo: 'Ký lại bằng khóa hiện hành của cơ quan.',
  },
  'receipt-key-revoked': {
    title: 'Khóa đã ký biên nhận đã bị thu hồi.',
    todo: 'Đăng ký khóa mới rồi ký lại; không dùng khóa này nữa.',
  },
  'receipt-foreign': {
    title: 'Biên nhận nói về cơ quan, hồ sơ hoặc việc khác với việc đang gửi.',
    todo: 'Ký biên nhận cho đúng việc này.',
  },
  'receipt-stale': {
    title: 'Hồ sơ đã có việc mới sau khi biên nhận được ký.',
    todo: 'Tải lại hồ sơ, xem thay đổi rồi ký lại.',
  },
  'receipt-from-future': {
    title: 'Biên nhận ghi thời điểm chưa tới: đồng hồ của cơ quan chạy nhanh.',
    todo: 'Chỉnh đồng hồ máy chủ của cơ quan cho đúng giờ rồi ký lại.',
  },
  'receipt-from-past': {
    title: 'Biên nhận ghi thời điểm trước sự kiện mà nó nêu: đồng hồ của cơ quan chạy chậm.',
    todo: 'Chỉnh đồng hồ máy chủ của cơ quan cho đúng giờ rồi ký lại.',
  },
  'receipt-replayed': {
    title: 'Biên nhận này đã được dùng.',
    todo: 'Ký biên nhận mới cho mỗi việc.',
  },
  'key-proof-invalid': {
    title: 'Chưa chứng minh được cơ quan đang giữ khóa bí mật của khóa đăng ký.',
    todo: 'Ký nội dung đăng ký bằng chính khóa mới, đúng mã cơ quan và giờ hiện tại.',
  },
  'key-registered-elsewhere': {
    title: 'Khóa này đã được đăng ký cho một cơ quan khác.',
    todo: 'Tạo khóa mới cho riêng cơ quan.',
  },
};
