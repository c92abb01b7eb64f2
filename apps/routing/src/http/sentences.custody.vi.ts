/** What is wrong with a receipt or a key, and what to do about it, in Vietnamese. */
import type { CustodyCode, Sentence } from './sentences.js';

export const CUSTODY_VIETNAMESE: Readonly<Record<CustodyCode, Sentence>> = {
  'receipt-required': {
    title: 'Cơ quan đã đăng ký khóa ký riêng nên việc giao nhận này phải kèm biên nhận đã ký.',
    todo: 'Đọc GET /v1/dossiers/{code}/receipts, ký biên nhận bằng khóa của cơ quan rồi gửi lại trong trường receipt.',
  },
  'receipt-malformed': {
    title: 'Biên nhận không đúng dạng JWS: bị cắt, thừa hoặc thiếu nội dung.',
    todo: 'Gửi nguyên vẹn JWS rút gọn (ba phần) với alg EdDSA và typ lien-thong-receipt+jwt.',
  },
  'receipt-forged': {
    title: 'Chữ ký của biên nhận không khớp với khóa nào của cơ quan.',
    todo: 'Ký lại bằng khóa đã đăng ký; kiểm tra kid trong danh mục khóa của cơ quan.',
  },
  'receipt-key-expired': {
    title: 'Khóa đã ký biên nhận đã hết hạn.',
    todo: 'Đăng ký khóa mới tại POST /v1/agencies/{id}/keys rồi ký lại.',
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
    todo: 'Ký biên nhận cho đúng việc này; trường field cho biết điểm không khớp.',
  },
  'receipt-stale': {
    title: 'Hồ sơ đã có việc mới sau khi biên nhận được ký.',
    todo: 'Đọc lại GET /v1/dossiers/{code}/receipts, xem thay đổi rồi ký lại theo vị trí mới.',
  },
  'receipt-from-future': {
    title: 'Biên nhận ghi thời điểm chưa tới: đồng hồ của cơ quan chạy nhanh.',
    todo: 'Chỉnh đồng hồ máy chủ (NTP) rồi ký lại.',
  },
  'receipt-from-past': {
    title: 'Biên nhận ghi thời điểm trước sự kiện mà nó nêu: đồng hồ của cơ quan chạy chậm.',
    todo: 'Chỉnh đồng hồ máy chủ (NTP) rồi ký lại.',
  },
  'receipt-replayed': {
    title: 'Biên nhận này đã được dùng.',
    todo: 'Ký biên nhận mới với jti mới cho mỗi việc.',
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
