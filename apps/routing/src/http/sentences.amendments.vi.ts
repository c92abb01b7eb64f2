/** Câu trả lời khi chuyển hồ sơ đang mở sang bản thủ tục khác, gia hạn và xin lỗi. */
import type { AmendmentCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const AMENDMENTS_VIETNAMESE: Pick<Sentences, AmendmentCode> = {
  'extension-unit-differs': {
    title: 'Thời gian gia hạn khác đơn vị với thời hạn giải quyết.',
    todo: 'Thời hạn tính bằng ngày thì gia hạn bằng ngày; tính bằng ngày hoặc giờ làm việc thì gia hạn như vậy.',
  },
  'apology-not-issued': {
    title: 'Chưa có văn bản xin lỗi nào để giao.',
    todo: 'Cơ quan giải quyết lập văn bản xin lỗi trước.',
  },
  'apology-already-delivered': {
    title: 'Văn bản xin lỗi đã được giao cho người nộp.',
    todo: 'Không cần làm gì thêm.',
  },
  'amendment-version-same': { title: 'Hồ sơ đã ở bản này.', todo: 'Chọn một bản khác của thủ tục.' },
  'amendment-procedure-differs': {
    title: 'Hai bản không cùng một thủ tục.',
    todo: 'Chỉ chuyển giữa các bản của cùng một mã thủ tục.',
  },
  'amendment-builder-differs': {
    title: 'Hai bản thủ tục được dựng theo hai cách khác nhau nên không so sánh được.',
    todo: 'Để hồ sơ ở bản cũ.',
  },
  'amendment-dossier-ended': { title: 'Hồ sơ đã kết thúc.', todo: 'Không có gì để chuyển.' },
  'amendment-dossier-decided': {
    title: 'Hồ sơ đã có quyết định; thời hạn của nó đã xong.',
    todo: 'Để hồ sơ ở bản đã giải quyết.',
  },
  'amendment-limit-unknown': {
    title: 'Bản mới không có thời hạn cho trường hợp và kênh nộp của hồ sơ.',
    todo: 'Bổ sung trường hợp ở bản thủ tục, hoặc để hồ sơ ở bản cũ.',
  },
  'amendment-criterion-differs': {
    title: 'Hai bản xác định thẩm quyền theo tiêu chí khác nhau.',
    todo: 'Đợi cơ quan giải quyết tiếp nhận xong, hoặc để hồ sơ ở bản cũ.',
  },
  'amendment-clock-start-differs': {
    title: 'Theo bản mới thời hạn đã phải bắt đầu từ lúc tiếp nhận.',
    todo: 'Đợi cơ quan giải quyết tiếp nhận xong, hoặc để hồ sơ ở bản cũ.',
  },
  'amendment-state-without-image': {
    title: 'Bước hồ sơ đang ở không có trong bản mới.',
    todo: 'Để hồ sơ ở bản cũ, hoặc bổ sung bước đó vào bản thủ tục mới.',
  },
  'amendment-cannot-be-completed': {
    title: 'Theo bản mới hồ sơ không còn đường tới kết quả.',
    todo: 'Để hồ sơ ở bản cũ, hoặc sửa bản mới.',
  },
  'amendment-citizen-act-lost': {
    title: 'Người nộp sẽ mất một việc đang được làm.',
    todo: 'Để hồ sơ ở bản cũ.',
  },
  'amendment-units-differ': {
    title: 'Thời hạn hai bản khác đơn vị nên không chia theo tỷ lệ hay cộng phần gia hạn được.',
    todo: 'Chọn cách tính lại từ đầu hoặc cách có lợi nhất cho người nộp, hoặc để hồ sơ ở bản cũ.',
  },
  'amendment-not-computable': {
    title: 'Không tính được thời hạn mới: lịch chưa tới ngày đó.',
    todo: 'Công bố lịch của các năm sau rồi làm lại.',
  },
  'amendment-moved-on': {
    title: 'Hồ sơ không còn ở bản được chuyển.',
    todo: 'Không cần làm gì: hồ sơ đã ở bản {version}.',
  },
  'amendment-overdue-unnamed': {
    title: 'Có hồ sơ thành quá hạn chỉ vì thay đổi này mà chưa được nêu tên khi duyệt.',
    todo: 'Xem danh sách hồ sơ thành quá hạn và nêu tên từng hồ sơ khi duyệt, hoặc chọn cách khác.',
  },
  'amendment-not-in-force': {
    title: 'Lần chuyển này không còn (hoặc chưa từng) có hiệu lực với hồ sơ.',
    todo: 'Không có gì để hoàn lại.',
  },
  'amendment-followed': {
    title: 'Sau lần chuyển này hồ sơ đã được chuyển tiếp lần khác.',
    todo: 'Hoàn lại lần chuyển sau cùng trước.',
  },
  'amendment-versions-unknown': {
    title: 'Có bản thủ tục chưa công bố hoặc không có.',
    todo: 'Chỉ chuyển giữa các bản đã công bố; chọn lại các bản.',
  },
  'amendment-target-not-in-force': {
    title: 'Bản đích chưa có hiệu lực hoặc đã hết hiệu lực.',
    todo: 'Đợi tới ngày hiệu lực của bản đó, hoặc chọn bản đang có hiệu lực.',
  },
  'amendment-not-open': {
    title: 'Lần chuyển không ở bước cho phép việc này.',
    todo: 'Tải lại để xem lần chuyển đang ở bước nào.',
  },
  'amendment-dry-run-stale': {
    title: 'Có thay đổi sau lần chạy thử đã xem.',
    todo: 'Chạy thử lại, xem kết quả mới rồi duyệt.',
  },
  'amendment-crossing': {
    title: 'Đang có lần chuyển khác trên cùng bản thủ tục.',
    todo: 'Đợi lần chuyển đó xong rồi duyệt lại.',
  },
  'amendment-named-unknown': {
    title: 'Có hồ sơ được nêu tên nhưng không có trong lần chạy thử.',
    todo: 'Bỏ tên các hồ sơ này khỏi phần nêu tên: {codes}.',
  },
  'amendment-revert-too-late': {
    title: 'Đã quá thời gian cho phép hoàn lại.',
    todo: 'Lập một lần chuyển mới về bản cũ.',
  },
};
