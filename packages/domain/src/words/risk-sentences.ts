/** What each risk says, in words, for whoever shows it: server, console and alerts alike. Facts as `told` reads them. */
import type { RiskCause, RiskRuleName } from '../sla/risk/risk-causes.js';

/** What each rule is about. Vietnamese and English. */
export const RISK_NAMES: Readonly<Record<RiskRuleName, readonly [string, string]>> = {
  structuralInfeasibility: ['Quá hạn do cấu trúc thời hạn', 'Overdue by construction'],
  deliveryPending: ['Chờ biên nhận gửi', 'Delivery pending'],
  acceptancePending: ['Chờ tiếp nhận hồ sơ chuyển đến', 'Acceptance pending'],
  legAt50: ['Đã dùng nửa thời hạn', 'Half of a limit used'],
  legAt75: ['Đã dùng ba phần tư thời hạn', 'Three quarters of a limit used'],
  legAt100: ['Hết thời hạn', 'A limit used up'],
  remainingPlanExceedsRemainingTime: ['Việc còn lại dài hơn thời gian còn lại', 'More work left than time'],
  bouncedTwice: ['Bị chuyển trả nhiều lần', 'Sent back again and again'],
  supplementAboutToLapse: ['Sắp hết thời hạn dành cho người nộp', 'The applicant’s time runs out'],
  deskClosesBeforeDue: ['Cơ quan đóng cửa trước giờ đến hạn', 'The desk closes before the limit ends'],
  calendarProvisional: ['Lịch còn tạm tính', 'The calendar is provisional'],
  systemOutage: ['Hệ thống dùng chung gặp sự cố', 'A shared system is down'],
  openConflict: ['Khai báo mâu thuẫn với nhật ký', 'A claim contradicts the journal'],
  cannotBeComputed: ['Không tính được', 'Cannot be computed'],
};

/** Why. Vietnamese and English; `{name:kind}` stands for a fact of the cause. */
export const RISK_SENTENCES: Readonly<Record<RiskCause, readonly [string, string]>> = {
  legsExceedLimit: [
    'Dù ai cũng đúng hạn phần mình, hồ sơ vẫn quá hạn giải quyết: các khâu cộng lại vượt thời hạn {slack:short}.',
    'Even if everybody keeps his own limit the dossier is overdue: the legs together exceed the limit by {slack:short}.',
  ],
  legsExceedPromise: [
    'Dù ai cũng đúng hạn phần mình, không kịp trả kết quả theo giấy hẹn: vượt {promiseSlack:short}.',
    'Even if everybody keeps his own limit the result misses the promised date by {promiseSlack:short}.',
  ],
  noReceipt: [
    'Hồ sơ đã gửi nhưng chưa có biên nhận đã đến; chờ chậm nhất đến {dueAt:instant}.',
    'Sent, and no receipt of its arrival yet; expected by {dueAt:instant}.',
  ],
  noReceiptLapsed: [
    'Hồ sơ treo: đã gửi mà không có biên nhận đã đến, quá hạn từ {dueAt:instant}. Không cơ quan nào xác nhận đang giữ bản chuyển.',
    'Stuck on the way: sent without a receipt of its arrival, overdue since {dueAt:instant}. No agency confirms that it has the transfer.',
  ],
  notAccepted: [
    'Hồ sơ đã đến nhưng chưa được tiếp nhận; hạn tiếp nhận {dueAt:instant}.',
    'Arrived, and not accepted yet; to be accepted by {dueAt:instant}.',
  ],
  notAcceptedLapsed: [
    'Hồ sơ đã đến mà không được tiếp nhận, quá hạn tiếp nhận từ {dueAt:instant}.',
    'Arrived and not accepted; overdue since {dueAt:instant}.',
  ],
  halfUsed: [
    'Đã dùng {percent}% của {clock:clock}; đến hạn {dueAt:instant}.',
    '{percent} % of {clock:clock} is used; due {dueAt:instant}.',
  ],
  threeQuartersUsed: [
    'Sắp đến hạn: đã dùng {percent}% của {clock:clock}; đến hạn {dueAt:instant}.',
    'Nearly due: {percent} % of {clock:clock} is used; due {dueAt:instant}.',
  ],
  allUsed: [
    'Đã dùng hết {clock:clock} lúc {dueAt:instant}; chưa tính là quá hạn cho đến hết khoảng thời gian ghi trên giấy hẹn.',
    '{clock:clock} was used up at {dueAt:instant}; it is not yet overdue by the day or half day it is judged by.',
  ],
  overdue: [
    'Quá hạn: {clock:clock} đã hết lúc {dueAt:instant}.',
    'Overdue: {clock:clock} was used up at {dueAt:instant}.',
  ],
  planExceedsLimit: [
    'Việc còn lại theo kế hoạch {planned:minutes}, thời hạn chỉ còn {left:minutes}.',
    'By plan there are {planned:minutes} to go, and {left:minutes} left.',
  ],
  leastExceedsLimit: [
    'Việc còn lại ít nhất {least:minutes}, thời hạn chỉ còn {left:minutes}: không thể kịp.',
    'At least {least:minutes} to go, and {left:minutes} left: it cannot be kept.',
  ],
  sentBackTwice: [
    'Hồ sơ bị chuyển trả {bounces} lần; lần thứ {bound} thì phải do cấp giám sát quyết định.',
    'Sent back {bounces} times; at the {bound}th a supervisor decides.',
  ],
  attemptsExhausted: [
    'Hồ sơ bị chuyển trả {bounces} lần: phải do cấp giám sát quyết định nơi giải quyết.',
    'Sent back {bounces} times: a supervisor has to decide where it goes.',
  ],
  timeRunsOut: [
    'Người nộp còn {left:minutes} trong {clock:clock}, đến {dueAt:instant}; quá hạn thì hồ sơ bị kết thúc.',
    'The applicant has {left:minutes} left for {clock:clock}, until {dueAt:instant}; after that the dossier is closed.',
  ],
  timePassed: [
    'Đã hết {clock:clock} dành cho người nộp lúc {dueAt:instant}; hồ sơ được kết thúc.',
    'The applicant’s time for {clock:clock} ended at {dueAt:instant}; the dossier is to be closed.',
  ],
  deskClosesFirst: [
    'Cơ quan đang giữ đóng cửa lúc {closesAt:instant}, trước giờ đến hạn {dueAt:instant}: phải xong trước khi đóng cửa.',
    'The holder’s desk closes at {closesAt:instant}, before the limit ends at {dueAt:instant}: it has to be done before.',
  ],
  deskStaysClosed: [
    'Cơ quan đang giữ không mở cửa nữa trước giờ đến hạn {dueAt:instant}.',
    'The holder’s desk does not open again before the limit ends at {dueAt:instant}.',
  ],
  yearWithoutNotice: [
    'Ngày đến hạn còn tạm tính: lịch {calendar} có năm chưa có thông báo ngày nghỉ.',
    'The due date is provisional: calendar {calendar} has a year whose notice of holidays is not loaded.',
  ],
  requiredSystemDown: [
    'Hệ thống {systems} đang gặp sự cố, trong khi {clock:clock} cần dùng đến.',
    '{systems} is down, and {clock:clock} needs it.',
  ],
  suspendedByOutage: [
    'Hồ sơ tạm dừng do sự cố hệ thống {system}; khi khắc phục xong phải có người cho tiếp tục.',
    'Suspended because {system} is down; somebody has to resume it when that is over.',
  ],
  claimContradictsJournal: [
    'Khai báo lúc {foundAt:instant} (mâu thuẫn số {conflict}) trái với sự kiện số {contradicts} trong nhật ký: chưa có hiệu lực, phải có người thứ hai giải quyết.',
    'A claim made at {foundAt:instant} (conflict {conflict}) contradicts fact {contradicts} of the journal: it has no effect, and a second person has to settle it.',
  ],
  calendarDoesNotReach: [
    'Không tính được thời hạn: lịch {calendar} không có dữ liệu đến ngày cần tính.',
    'The limit cannot be computed: calendar {calendar} does not reach that far.',
  ],
  jurisdictionUnknown: [
    'Chưa xác định được cơ quan có thẩm quyền giải quyết.',
    'It is not known which agency has jurisdiction.',
  ],
  noPromise: ['Không tính được ngày hẹn trả kết quả.', 'The date on which the result is promised cannot be computed.'],
};
