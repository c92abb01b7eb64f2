import { catalogue } from '../words/catalogue.js';

export const helpWords = catalogue(
  {
    title: 'Hướng dẫn',
    again: 'Xem lại phần giới thiệu',
    step: (now: string, all: string) => `Bước ${now} / ${all}`,
    next: 'Tiếp',
    back: 'Quay lại',
    done: 'Bắt đầu làm việc',
    clerk: {
      title: 'Cho cán bộ một cửa',
      steps: {
        queues: {
          title: 'Việc của tôi xếp theo phút còn lại',
          text: 'Hộp việc chia hồ sơ theo việc phải làm: chờ tiếp nhận, chờ chuyển, chờ biên nhận, đang xử lý, trả kết quả. Trong mỗi hàng, hồ sơ mà chặng của đơn vị mình còn ít phút làm việc nhất đứng đầu. “Không tính được” không bao giờ hiện màu xanh.',
        },
        act: {
          title: 'Mỗi việc có lý do bên cạnh',
          text: 'Chọn một hồ sơ: nút đầu tiên là việc nên làm; việc chưa làm được thì ghi rõ vì sao. Bấm “Xem trước” để biết hạn nào sẽ đổi trước khi gửi. Chuyển đi chưa phải là đã nhận: hồ sơ chỉ đổi nơi giữ khi bên kia tiếp nhận.',
        },
        line: {
          title: 'Mất mạng vẫn không mất việc',
          text: 'Việc đã bấm được lưu trên máy này, gửi lại khi có mạng, và chỉ ghi là xong khi máy chủ đã trả lời. Góc trên luôn cho biết đường truyền và số việc chờ gửi.',
        },
        keys: {
          title: 'Làm bằng bàn phím',
          text: 'J, K: hồ sơ kế, trước. 1, 2, 3: tiếp nhận, yêu cầu bổ sung, từ chối. Dấu / để tìm, ? để xem mọi phím. Khi đang gõ tiếng Việt các phím này tự tắt.',
        },
      },
    },
    supervisor: {
      title: 'Cho người giám sát',
      steps: {
        alerts: {
          title: 'Cảnh báo nói rõ ai và vì sao',
          text: 'Mỗi cảnh báo gom những hồ sơ cùng một nguyên nhân, nêu ai phải xử lý, từ phút nào, và quyết định nào đang làm được. Nhận xử lý, hẹn nhắc, giao người: tất cả ghi tên và giờ.',
        },
        delays: {
          title: 'Nghẽn ở cặp nào',
          text: 'Ma trận gửi – nhận cho thấy phút chậm giữa từng cặp cơ quan; bản đồ thời gian còn lại cho thấy nơi nào sắp quá hạn. Bấm vào ô để xem hồ sơ.',
        },
        wall: {
          title: 'Màn hình lớn và bản in',
          text: 'Bấm “Màn hình lớn” để treo ở phòng họp: tự cập nhật, đọc được từ xa. Mọi danh sách đều in được.',
        },
      },
    },
    admin: {
      title: 'Cho người cấu hình quy trình',
      steps: {
        proof: {
          title: 'Chứng minh trước khi công bố',
          text: 'Khi sửa thời hạn, hệ thống tính ngay cho mọi phút tiếp nhận trong năm: có giữ được không, phút nào vỡ, và cách sửa nhỏ nhất. Bản không an toàn chỉ công bố được khi có tên người duyệt và lý do.',
        },
        second: {
          title: 'Người soạn không tự công bố',
          text: 'Bản nháp do một người soạn, người khác công bố, có hiệu lực sớm nhất từ ngày mai. Hồ sơ đang mở giữ bản cũ, trừ khi được chuyển bản có chạy thử.',
        },
        calendars: {
          title: 'Lịch và danh bạ',
          text: 'Ngày nghỉ, làm bù, giờ làm việc đều dẫn thông báo làm căn cứ và được xem trước hồ sơ nào đổi hạn. Danh bạ cho biết ai có thẩm quyền, tìm được cả tên xã cũ, gõ không dấu.',
        },
      },
    },
    auditor: {
      title: 'Cho người kiểm tra',
      steps: {
        explain: {
          title: 'Mỗi con số đều giải thích được',
          text: 'Trong hồ sơ, “Giải thích cách tính” nêu từng khối giờ, ngày nghỉ kèm thông báo, lần tạm dừng kèm căn cứ. Chứng cứ tải về kiểm tra được ngoại tuyến.',
        },
        reports: {
          title: 'Báo cáo tự khớp',
          text: 'Mỗi số trong báo cáo bấm được tới đúng những hồ sơ đứng sau nó; tử số, mẫu số luôn hiện cùng nhau.',
        },
      },
    },
  },
  {
    title: 'Guide',
    again: 'Show the introduction again',
    step: (now, all) => `Step ${now} of ${all}`,
    next: 'Next',
    back: 'Back',
    done: 'Begin to work',
    clerk: {
      title: 'For clerks of the one-stop centre',
      steps: {
        queues: {
          title: 'My work, by the minutes left',
          text: 'The inbox sorts dossiers by what has to be done: receive, transfer, waiting for a receipt, in process, results. In each queue the dossier whose leg at your office has the fewest working minutes left comes first. “Cannot be computed” is never shown as good.',
        },
        act: {
          title: 'Every act with its reason beside it',
          text: 'Choose a dossier: the first button is the act of the moment; what cannot be done says why. “Preview” shows which due minutes would change before anything is sent. Sent is not accepted: custody moves only when the other side accepts.',
        },
        line: {
          title: 'No connection, and nothing is lost',
          text: 'An act is kept on this machine, sent again when there is a line, and called done only when the server has answered. The top of the page always shows the line and what waits for it.',
        },
        keys: {
          title: 'By keyboard',
          text: 'J, K: next and previous dossier. 1, 2, 3: accept, ask for a supplement, refuse. / searches, ? lists all keys. While you type they are off.',
        },
      },
    },
    supervisor: {
      title: 'For supervisors',
      steps: {
        alerts: {
          title: 'Alerts that name who and why',
          text: 'An alert gathers the dossiers of one cause, names who has to act, since which minute, and the decision that is available. Taking it in hand, snoozing and assigning carry a name and a time.',
        },
        delays: {
          title: 'Where it is stuck',
          text: 'The matrix of senders and receivers shows minutes of delay for each pair; the map of time left shows where dossiers will be late. Press a cell to see them.',
        },
        wall: {
          title: 'Wall screen and print',
          text: '“Wall screen” is for the meeting room: it refreshes itself and can be read from afar. Every list can be printed.',
        },
      },
    },
    admin: {
      title: 'For those who configure timelines',
      steps: {
        proof: {
          title: 'Proved before it is published',
          text: 'While you change a limit, every minute of reception of the year is reckoned: whether it can be kept, which minutes break it, and the smallest change that mends it. What is not safe is published only under a name and with a reason.',
        },
        second: {
          title: 'Who drafts does not publish',
          text: 'One person drafts, another publishes, in force from tomorrow at the earliest. Open dossiers stay on their version unless they are moved, after a dry run.',
        },
        calendars: {
          title: 'Calendars and directory',
          text: 'Holidays, make-up days and office hours cite their notice and are previewed: which dossiers get another due minute. The directory says who is competent; old place names and typing without accents are understood.',
        },
      },
    },
    auditor: {
      title: 'For auditors',
      steps: {
        explain: {
          title: 'Every number explains itself',
          text: 'In a dossier, “Explain this date” lists each block of hours, each holiday with its notice, each pause with its ground. Evidence can be downloaded and checked offline.',
        },
        reports: {
          title: 'Reports that agree with themselves',
          text: 'Each number of a report leads to the very dossiers behind it; numerators stand beside their denominators.',
        },
      },
    },
  },
);
