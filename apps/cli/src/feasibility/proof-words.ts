/** Verdicts, routes, parties and reasons as people say them. */
import { amountOf, isSameDay, localIso, unitOf } from '@lien-thong/domain';
import type {
  Channel,
  Duration,
  Minute,
  NotComputable,
  ProcedureVersion,
  RouteClass,
  Verdict,
  WayOut,
} from '@lien-thong/domain';
import type { Words } from '../words.js';

export const VERDICT_WORDS: Readonly<Record<Verdict, Words>> = {
  SAFE: { vi: 'AN TOÀN', en: 'SAFE' },
  SAFE_IF_DYNAMIC: { vi: 'AN TOÀN NẾU CHIA LẠI', en: 'SAFE IF RE-CUT' },
  START_DEPENDENT: { vi: 'TÙY LÚC NỘP', en: 'DEPENDS ON START' },
  OVERDUE_BY_CONSTRUCTION: { vi: 'ĐƯƠNG NHIÊN QUÁ HẠN', en: 'OVERDUE BY CONSTRUCTION' },
  IMPOSSIBLE: { vi: 'KHÔNG THỂ KỊP', en: 'IMPOSSIBLE' },
  NOT_COMPUTABLE: { vi: 'KHÔNG TÍNH ĐƯỢC', en: 'CANNOT BE COMPUTED' },
};

export const ROUTE_WORDS: Readonly<Record<RouteClass, Words>> = {
  sameAgency: { vi: 'cùng cơ quan', en: 'same agency' },
  crosses: { vi: 'chuyển điện tử', en: 'crosses' },
  crossesByPost: { vi: 'chuyển bưu chính', en: 'crosses by post' },
};

export const CHANNEL_WORDS: Readonly<Record<Channel, Words>> = {
  counter: { vi: 'quầy', en: 'counter' },
  online: { vi: 'trực tuyến', en: 'online' },
  post: { vi: 'bưu chính', en: 'post' },
};

export const WAY_WORDS: Readonly<Record<WayOut, Words>> = {
  asConfigured: { vi: 'như đang cấu hình', en: 'as configured' },
  clockFromCompetentReceipt: { vi: 'tính giờ từ khi nơi giải quyết nhận', en: 'clock from competent receipt' },
  transferExcluded: { vi: 'không tính thời gian chuyển', en: 'transfer excluded' },
  sameDayWithCutoff: { vi: 'trong ngày, chốt 15:00', en: 'same day, cut-off 15:00' },
  electronicFirst: { vi: 'làm trên bản điện tử trước', en: 'electronic first' },
  splitBudgets: { vi: 'chia lại ngân sách', en: 'budgets split anew' },
  doNotOffer: { vi: 'không nhận ngoài địa giới', en: 'not offered across boundaries' },
};

export const REASON_WORDS: Readonly<Record<NotComputable['reason'], Words>> = {
  'case-unknown': { vi: 'không có trường hợp này', en: 'there is no such case' },
  'limit-unknown': { vi: 'kênh này không có thời hạn', en: 'this channel has no limit' },
  'route-not-offered': { vi: 'thủ tục không chuyển đi đâu', en: 'the procedure crosses no boundary' },
  'processing-without-budget': { vi: 'không có bước xử lý nào', en: 'there is no step of processing' },
  'parallel-branches-with-pauses': {
    vi: 'vừa có nhánh song song vừa có tạm dừng',
    en: 'branches run beside one another while a pause may be asked for',
  },
  'budget-broken': { vi: 'ngân sách không phải là số phút', en: 'a budget is no number of minutes' },
  'calendar-missing': { vi: 'thiếu lịch', en: 'a calendar is missing' },
  'calendar-never-open': { vi: 'lịch không có phút làm việc nào', en: 'a calendar is never open' },
  'year-not-loaded': { vi: 'năm chưa có trong lịch', en: 'a year is not loaded' },
  'every-start-leaves-loaded-years': {
    vi: 'nộp lúc nào cũng dẫn ra ngoài các năm đã nạp',
    en: 'every start leads out of the loaded years',
  },
};

const LEGS: Readonly<Record<string, Words>> = {
  transfer: { vi: 'chuyển hồ sơ', en: 'transfer' },
  acceptance: { vi: 'xác nhận tiếp nhận', en: 'acceptance' },
  resultTransfer: { vi: 'chuyển kết quả', en: 'result transfer' },
  supplement: { vi: 'chờ bổ sung', en: 'supplement' },
  payment: { vi: 'chờ nộp phí', en: 'payment' },
};

/** A leg by its key, `step:appraisal` by the name the procedure gives it. */
export function legWords(key: string, { steps, consultations }: ProcedureVersion): Words {
  const known = LEGS[key];
  if (known !== undefined) return known;
  const named =
    steps.find((step) => `step:${step.key}` === key) ?? consultations.find((one) => `consultation:${one.key}` === key);
  return named === undefined ? { vi: key, en: key } : { vi: named.name, en: named.nameEn };
}

const PARTIES: Readonly<Record<string, Words>> = {
  receiver: { vi: 'nơi tiếp nhận', en: 'receiver' },
  decider: { vi: 'nơi giải quyết', en: 'decider' },
  carrier: { vi: 'bưu chính', en: 'carrier' },
  applicant: { vi: 'người nộp', en: 'applicant' },
};
export function partyWords(party: string): Words {
  const consulted = { vi: `nơi được hỏi ${party.slice(10)}`, en: party };
  return PARTIES[party] ?? consulted;
}

const UNITS = {
  wd: { vi: 'ngày làm việc', en: 'working days' },
  wh: { vi: 'giờ làm việc', en: 'working hours' },
  cd: { vi: 'ngày', en: 'calendar days' },
} as const;

/** `1,5 ngày làm việc`. */
export function limitWords(limit: Duration): Words {
  if (isSameDay(limit)) return { vi: 'trong ngày', en: 'same day' };
  const amount = amountOf(limit as Parameters<typeof amountOf>[0]);
  const { vi, en } = UNITS[unitOf(limit) as keyof typeof UNITS];
  return { vi: `${amount.replace('.', ',')} ${vi}`, en: `${amount} ${en}` };
}

const WEEKDAYS = {
  vi: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** A minute as a wall clock in Vietnam shows it: `T5 12/02/2026 08:01`. */
export function wallClock(minute: Minute): Words {
  const [date = '', time = ''] = localIso(minute).split('T');
  const [year, month, day] = date.split('-');
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const at = time.slice(0, 5);
  return { vi: `${WEEKDAYS.vi[weekday]} ${day}/${month}/${year} ${at}`, en: `${WEEKDAYS.en[weekday]} ${date} ${at}` };
}

/** `62,4 %`. */
export function percentWords(share: number): Words {
  const text = (share * 100).toFixed(1);
  return { vi: `${text.replace('.', ',')} %`, en: `${text} %` };
}
