/** Words for the problems of this side; those of the service bring their own. */

/** Codes of this side: the service was never heard, or said nothing one can read. */
export type LocalCode = 'unreachable' | 'answer-unreadable' | 'stopped';

interface Words {
  readonly title: string;
  readonly titleEn: string;
  readonly todo: string;
  readonly todoEn: string;
}

export const SENTENCES: Readonly<Record<LocalCode, Words>> = {
  unreachable: {
    title: 'Không liên lạc được với máy chủ Liên Thông.',
    titleEn: 'The Liên Thông service cannot be reached.',
    todo: 'Kiểm tra đường truyền; việc đã xếp hàng sẽ được gửi khi có đường truyền trở lại.',
    todoEn: 'Check the line; what is queued is sent when it is back.',
  },
  'answer-unreadable': {
    title: 'Câu trả lời không đúng định dạng.',
    titleEn: 'The answer is not in the form that was agreed.',
    todo: 'Kiểm tra địa chỉ máy chủ và các máy trung gian (proxy).',
    todoEn: 'Check the address of the service and any proxy on the way.',
  },
  stopped: {
    title: 'Yêu cầu đã bị dừng.',
    titleEn: 'The request was stopped by its caller.',
    todo: 'Gửi lại nếu vẫn cần.',
    todoEn: 'Send it again if it is still wanted.',
  },
};
