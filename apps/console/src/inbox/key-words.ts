import { catalogue } from '../words/catalogue.js';

/** A line a key. */
export const keyWords = catalogue(
  {
    title: 'Phím tắt của Hộp việc',
    key: 'Phím',
    does: 'Việc',
    keys: [
      'J : hồ sơ sau',
      'K : hồ sơ trước',
      '1 : việc tiếp theo: tiếp nhận, chuyển, nhận bàn giao, trả kết quả … theo trạng thái của hồ sơ',
      '2 : yêu cầu bổ sung',
      '3 : từ chối tiếp nhận hoặc trả lại hồ sơ chuyển đến',
      'H : giao cho đồng nghiệp (bàn giao)',
      '/ : tìm hồ sơ',
      '? : bảng này',
    ].join('\n'),
    on: 'Dùng phím tắt một phím',
    typing: 'Phím tắt không chạy khi đang gõ chữ (kể cả Telex, VNI) hoặc khi có hộp thoại. Mỗi việc vẫn phải xác nhận.',
  },
  {
    title: 'Keys of the inbox',
    key: 'Key',
    does: 'What it does',
    keys: [
      'J : next dossier',
      'K : dossier before',
      '1 : the next act: receive, transfer, accept, return the result …, by the state of the dossier',
      '2 : request a supplement',
      '3 : refuse to receive, or send an incoming dossier back',
      'H : hand it over to a colleague',
      '/ : find a dossier',
      '? : this table',
    ].join('\n'),
    on: 'Use single keys',
    typing:
      'Keys rest while you type (input methods included) and while a dialog is open. Every act is still confirmed.',
  },
);
