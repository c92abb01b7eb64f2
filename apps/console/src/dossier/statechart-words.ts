import { catalogue } from '../words/catalogue.js';

export const statechartWords = catalogue(
  {
    heading: 'Sơ đồ trạng thái',
    show: 'Xem sơ đồ trạng thái của thủ tục',
    label: (now: string) => `Sơ đồ trạng thái của thủ tục. Hồ sơ đang ở: ${now}.`,
    key: 'Khung đậm là nơi hồ sơ đang ở, nền sẫm là trạng thái đã qua.',
    smaller: 'Thu nhỏ',
    larger: 'Phóng to',
    way: 'Đường đã đi',
    next: 'Từ đây có thể',
    nothing: 'Không còn bước nào: hồ sơ đã kết thúc.',
    arrow: (command: string, to: string) => `${command} → ${to}`,
    scroll: 'Sơ đồ, cuộn được',
  },
  {
    heading: 'Statechart',
    show: 'Show the statechart of the procedure',
    label: (now) => `Statechart of the procedure. The dossier is in: ${now}.`,
    key: 'A heavy frame is where the dossier is, a dark ground what it has passed.',
    smaller: 'Smaller',
    larger: 'Larger',
    way: 'The way taken',
    next: 'From here',
    nothing: 'No further step: the dossier has ended.',
    arrow: (command, to) => `${command} → ${to}`,
    scroll: 'Drawing, can be scrolled',
  },
);
