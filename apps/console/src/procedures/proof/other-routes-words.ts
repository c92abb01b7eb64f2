/** Words of the routes beside the one that is looked at. */
import { catalogue } from '../../words/catalogue.js';

export const otherRoutesWords = catalogue(
  {
    title: 'Các tuyến khác',
    asking: (done: string, of: string) => `Đã tính ${done}/${of} tuyến khác; tự tính tiếp khi bạn ngừng gõ.`,
    same: 'Cùng hai cơ quan, cùng nội dung đang soạn. Khi công bố, hệ thống xét mọi giờ làm việc của mọi cơ quan.',
    waiting: 'chờ tính',
    notAsked: 'chưa hỏi được',
  },
  {
    title: 'Other routes',
    asking: (done, of) => `${done} of ${of} other routes are computed; it goes on by itself when you stop typing.`,
    same: 'The same two agencies, what is written now. Publishing looks at all hours of all agencies.',
    waiting: 'not computed yet',
    notAsked: 'could not be asked',
  },
);
