/** Labels and hints of the fields, in the words of the office. */
import { catalogue } from '../words/catalogue.js';
import type { FieldName } from './form.js';

interface FieldWords {
  readonly label: string;
  readonly hint?: string;
}

const vi: Readonly<Record<FieldName, FieldWords>> = {
  hold: { label: 'Cơ quan giải quyết' },
  reason: { label: 'Lý do' },
  note: { label: 'Lời ghi', hint: 'Chỉ hai cơ quan đọc được; được mã hóa, không nằm trong nhật ký.' },
  receipt: {
    label: 'Biên nhận đã ký',
    hint: 'Chỉ khi cơ quan có khóa ký riêng: dán chuỗi JWS do phần mềm của cơ quan ký. Để trống: hệ thống ký thay.',
  },
  by: { label: 'Căn cứ xác định' },
  agencyId: { label: 'Cơ quan', hint: 'Gõ tên, không cần dấu.' },
  legalBasis: { label: 'Căn cứ pháp lý', hint: 'Văn bản, điều, khoản. Ví dụ: Nghị định 61/2018/NĐ-CP Điều 19.' },
  place: {
    label: 'Nơi làm căn cứ',
    hint: 'Chỉ khai lại khi nơi đã khai chưa đúng. Tên xã, phường hiện nay hoặc trước 01/7/2025, không cần dấu.',
  },
  copy: { label: 'Hình thức', hint: 'Bản giấy cần phiếu giao nhận kèm theo.' },
  suggestedAgency: { label: 'Nơi có thẩm quyền, nếu biết', hint: 'Gõ tên, không cần dấu.' },
  destination: { label: 'Chuyển đi đâu' },
  to: { label: 'Cơ quan nhận', hint: 'Gõ tên, không cần dấu.' },
  officerId: { label: 'Cán bộ' },
  step: { label: 'Bước xử lý' },
  consultation: { label: 'Nội dung lấy ý kiến' },
  outcome: { label: 'Kết quả' },
  components: { label: 'Giấy tờ còn thiếu', hint: 'Mỗi dòng một giấy tờ.' },
  documents: {
    label: 'Giấy tờ kèm theo',
    hint: 'Máy tính mã băm (SHA-256) của tệp ngay tại đây; nội dung tệp không được tải lên.',
  },
  feeCode: { label: 'Khoản phải nộp' },
  amountVnd: { label: 'Số tiền (đồng)', hint: 'Số nguyên, ví dụ 100000.' },
  receiptNumber: { label: 'Số biên lai', hint: 'Chữ không dấu, số, dấu chấm, gạch. Ví dụ BL-0001.' },
  ground: { label: 'Căn cứ' },
  system: { label: 'Hệ thống gặp sự cố' },
  evidence: { label: 'Số văn bản, thông báo', hint: 'Viết không dấu, không khoảng trắng. Ví dụ QD-12/2026.' },
  means: { label: 'Hình thức' },
  extension: {
    label: 'Thêm bao lâu',
    hint: 'Theo đơn vị của thời hạn: 1wd = 1 ngày làm việc, 4wh = 4 giờ làm việc, 10cd = 10 ngày.',
  },
  approvedBy: { label: 'Người thứ hai đồng ý', hint: 'Bắt buộc khi thay đổi quá tám giờ, hoặc khi thủ tục quy định.' },
  newPromise: { label: 'Hẹn trả lại vào' },
  receivedAt: { label: 'Thời điểm tiếp nhận đúng' },
  fact: { label: 'Sự việc cần sửa', hint: 'Chỉ sự việc do đơn vị của bạn ghi.' },
  corrected: { label: 'Thời điểm đúng' },
  late: { label: 'Sự việc', hint: 'Ghi theo thứ tự đã xảy ra.' },
  conflict: { label: 'Mâu thuẫn' },
  resolution: { label: 'Kết luận' },
};

const en: Readonly<Record<FieldName, FieldWords>> = {
  hold: { label: 'Agency that decides' },
  reason: { label: 'Reason' },
  note: { label: 'Words', hint: 'Read by the two agencies only; encrypted, not part of the journal.' },
  receipt: {
    label: 'Signed receipt',
    hint: 'Only where the agency has a key of its own: paste the JWS its software signed. Left empty: the system signs.',
  },
  by: { label: 'Found by' },
  agencyId: { label: 'Agency', hint: 'Type its name; accents are not needed.' },
  legalBasis: { label: 'Legal basis', hint: 'Text, article, clause. For instance: Nghị định 61/2018/NĐ-CP Điều 19.' },
  place: {
    label: 'Place that decides',
    hint: 'Only where the one declared was wrong. Name of a commune of now or of before 1 July 2025; accents are not needed.',
  },
  copy: { label: 'Form', hint: 'Paper goes with a hand-over slip.' },
  suggestedAgency: { label: 'Competent agency, if known', hint: 'Type its name; accents are not needed.' },
  destination: { label: 'Where to' },
  to: { label: 'Receiver', hint: 'Type its name; accents are not needed.' },
  officerId: { label: 'Officer' },
  step: { label: 'Step' },
  consultation: { label: 'Opinion on' },
  outcome: { label: 'Outcome' },
  components: { label: 'Papers that are missing', hint: 'One on each line.' },
  documents: {
    label: 'Papers',
    hint: 'The digest (SHA-256) of the file is computed here; what is in the file is not uploaded.',
  },
  feeCode: { label: 'To be paid for' },
  amountVnd: { label: 'Amount (đồng)', hint: 'A whole number, for instance 100000.' },
  receiptNumber: {
    label: 'Number of the receipt',
    hint: 'Letters without accents, digits, points, dashes. For instance BL-0001.',
  },
  ground: { label: 'Ground' },
  system: { label: 'System that is down' },
  evidence: { label: 'Number of the paper', hint: 'Without accents or spaces. For instance QD-12/2026.' },
  means: { label: 'By' },
  extension: {
    label: 'How much longer',
    hint: 'In the unit of the limit: 1wd = 1 working day, 4wh = 4 working hours, 10cd = 10 days.',
  },
  approvedBy: {
    label: 'Second person who agrees',
    hint: 'Needed beyond eight hours, or where the procedure asks for one.',
  },
  newPromise: { label: 'New promise' },
  receivedAt: { label: 'Right time of reception' },
  fact: { label: 'Fact to be corrected', hint: 'Only facts your agency wrote.' },
  corrected: { label: 'Right time' },
  late: { label: 'Facts', hint: 'In the order in which they happened.' },
  conflict: { label: 'Conflict' },
  resolution: { label: 'Conclusion' },
};

export const fieldWords = catalogue(vi, en);
