/** Verdicts, findings, ways out and costs in words: Vietnamese first. `{name}` stands for a fact. */
import type { Cost, ExampleKey, NotComputable, RouteClass, Verdict, WayOut } from '@lien-thong/domain';

type Pair = readonly [vietnamese: string, english: string];

export const VERDICT_SENTENCES: Readonly<Record<Verdict, Pair>> = {
  IMPOSSIBLE: [
    'Không thể giữ hạn: dù mọi bên làm nhanh nhất có thể, hồ sơ nào cũng quá hạn.',
    'It cannot be kept: however fast everybody works, every dossier is overdue.',
  ],
  OVERDUE_BY_CONSTRUCTION: [
    'Quá hạn từ trong quy định: mọi bên giữ đúng phần của mình mà hồ sơ nào cũng có thể quá hạn, nộp lúc nào cũng vậy.',
    'Overdue by construction: everybody may keep his own budget and every dossier may still be overdue, whenever it comes in.',
  ],
  START_DEPENDENT: [
    'Tùy lúc nộp: có những phút tiếp nhận mà hồ sơ có thể quá hạn dù mọi bên giữ đúng phần của mình.',
    'It depends on the start: from some minutes of reception a dossier may be overdue although everybody keeps his own budget.',
  ],
  SAFE_IF_DYNAMIC: [
    'Chỉ an toàn nếu hạn của các chặng sau được tính lại mỗi khi một chặng kết thúc.',
    'Safe only if the later legs are cut again whenever one has ended.',
  ],
  NOT_COMPUTABLE: [
    'Chưa tính được, nên không được coi là an toàn.',
    'It cannot be computed, so it does not count as safe.',
  ],
  SAFE: [
    'An toàn: nộp vào phút nào cũng kịp hạn nếu mỗi bên giữ đúng phần của mình.',
    'Safe: from every minute of reception the limit is kept if everybody keeps his own budget.',
  ],
};

export const REASON_SENTENCES: Readonly<Record<NotComputable['reason'], Pair>> = {
  'case-unknown': ['Thủ tục không có trường hợp {caseKey}', 'The procedure has no case {caseKey}'],
  'limit-unknown': [
    'Trường hợp {caseKey}, kênh {channel} không có thời hạn tính được',
    'Case {caseKey} has no limit a clock may use in the channel {channel}',
  ],
  'route-not-offered': [
    'Thủ tục không chuyển ra ngoài địa giới nên không có tuyến {route}',
    'The procedure crosses no boundary, so it has no route {route}',
  ],
  'processing-without-budget': [
    'Thủ tục không có bước nào: không biết việc giải quyết được kéo dài bao lâu',
    'The procedure has no step: nothing says how long the decision may take',
  ],
  'parallel-branches-with-pauses': [
    'Có lần tạm dừng chạy song song với một nhánh khác ({consultation}); bản này chưa tính được',
    'A pause runs beside another branch ({consultation}); this version does not compute that',
  ],
  'budget-broken': [
    'Ngân sách của chặng {leg} không phải là số đếm được',
    'The budget of {leg} is no number to count with',
  ],
  'calendar-missing': ['Thiếu lịch làm việc của {party}', 'There is no calendar of the {party}'],
  'calendar-never-open': [
    'Lịch làm việc không có phút nào mở cửa ({party}{calendar})',
    'A calendar has no open minute ({party}{calendar})',
  ],
  'year-not-loaded': ['Chưa có dữ liệu lịch năm {year}', 'The calendar of the year {year} is not loaded'],
  'every-start-leaves-loaded-years': [
    'Mọi phút tiếp nhận đều dẫn ra ngoài các năm đã có lịch',
    'Every start leads beyond the years that are loaded',
  ],
};

export const WAY_SENTENCES: Readonly<Record<WayOut, Pair>> = {
  asConfigured: ['Giữ như đang quy định', 'As it is configured'],
  clockFromCompetentReceipt: [
    'Tính hạn từ khi cơ quan có thẩm quyền nhận hồ sơ',
    'The clock starts when the competent agency has the dossier',
  ],
  transferExcluded: ['Không tính thời gian chuyển hồ sơ', 'The time of the transfer is not counted'],
  sameDayWithCutoff: [
    'Trả trong ngày; nộp sau 15:00 thì trả ngày làm việc tiếp theo',
    'The same day; received after 15:00, the next working day',
  ],
  electronicFirst: [
    'Xử lý trên bản điện tử trước, bản giấy đến sau',
    'Work begins on the electronic copy, the paper follows',
  ],
  splitBudgets: ['Chia lại ngân sách thời gian giữa các chặng', 'The budgets of the legs are split anew'],
  doNotOffer: ['Không đưa vào danh mục phi địa giới', 'It is not offered across boundaries'],
};

export const EXAMPLE_SENTENCES: Readonly<Record<ExampleKey, Pair>> = {
  monday0900: ['Thứ Hai 9:00', 'Monday 9:00'],
  friday1655: ['Thứ Sáu 16:55', 'Friday 16:55'],
  eveOfTet: ['Ngày làm việc cuối trước Tết, 16:55', 'The eve of Tết, 16:55'],
  eveOfMakeUpSaturday: ['Trước ngày thứ Bảy làm bù, 16:55', 'The eve of a make-up Saturday, 16:55'],
};

export const ROUTE_SENTENCES: Readonly<Record<RouteClass, Pair>> = {
  sameAgency: ['nơi nhận tự giải quyết', 'the receiver decides itself'],
  crosses: ['chuyển điện tử sang cơ quan khác', 'electronically to another agency'],
  crossesByPost: ['chuyển bản giấy qua bưu chính', 'on paper by the public post'],
};

export const COST_SENTENCES: Readonly<Record<Cost['kind'], Pair>> = {
  laterPromise: [
    'Người dân được hẹn muộn hơn, nhiều nhất {minutes} phút làm việc',
    'The applicant is promised up to {minutes} working minutes later',
  ],
  estimateOnly: ['Khi tiếp nhận chỉ hẹn dự kiến được', 'At reception the date can only be estimated'],
  shorterBudget: ['Chặng {leg} mất {minutes} phút', '{leg} gives up {minutes} minutes'],
  worksOnCopy: [
    'Nơi giải quyết làm trên bản sao và chịu trách nhiệm đến khi có bản giấy',
    'The decider works on the copy and answers for it until the paper is there',
  ],
  shorterLimit: [
    'Thời hạn ngắn đi {minutes} phút làm việc',
    'The limit itself becomes {minutes} working minutes shorter',
  ],
  travels: ['Người dân phải tự đến cơ quan có thẩm quyền', 'The applicant must go to the competent agency himself'],
};

export const UNKEEPABLE: Pair = [
  'Chặng {leg} không giữ được từ {unkeepable} trên {arrivals} phút đến: việc phải làm dài hơn ngân sách còn mở cửa',
  '{leg} cannot be kept from {unkeepable} of {arrivals} arrivals: the work ends after the last desk minute its budget allows',
];
