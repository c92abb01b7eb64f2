/** Alerts in words: what each common cause says, and what there is to do about it. Facts as `told` reads them. */
import type { AlertCause, AlertDuty } from '../alerts/ground.js';
import type { Stage } from '../alerts/alert.js';
import type { CommandType } from '../dossier/commands.js';
import { RISK_SENTENCES } from './risk-sentences.js';

type Pair = readonly [vietnamese: string, english: string];

/** `{agency}`: who can do something; `{dossiers}`: how many the reader may know of; `{system}`, `{about}`: procedure version or calendar. */
export const ALERT_SENTENCES: Readonly<Record<AlertCause, Pair>> = {
  infeasible: [
    'Thủ tục {about}: thời hạn các khâu cộng lại vượt thời hạn giải quyết; {dossiers} hồ sơ sẽ quá hạn dù ai cũng đúng hạn phần mình.',
    'Procedure {about}: the legs together exceed the limit; {dossiers} dossiers will be overdue even if everybody keeps his own.',
  ],
  transitStuck: [
    'Hồ sơ treo trên đường chuyển: {dossiers} hồ sơ gửi tới {agency} chưa có biên nhận đã đến.',
    'Stuck on the way: {dossiers} dossiers were sent to {agency}, and nobody has confirmed their arrival.',
  ],
  receiverSlow: [
    '{agency} chưa tiếp nhận {dossiers} hồ sơ đã chuyển đến.',
    '{agency} has not accepted {dossiers} dossiers that were delivered to it.',
  ],
  holderSlow: [
    '{agency} đang giữ {dossiers} hồ sơ sắp hết hoặc đã quá thời hạn.',
    '{agency} holds {dossiers} dossiers whose limit runs out or has run out.',
  ],
  planTooLong: [
    'Tại {agency}, {dossiers} hồ sơ có việc còn lại dài hơn thời gian còn lại.',
    'At {agency}, {dossiers} dossiers have more work to go than time.',
  ],
  sentToAndFro: [
    '{dossiers} hồ sơ bị chuyển trả nhiều lần; hiện cần {agency} xử lý.',
    '{dossiers} dossiers were sent back again and again; {agency} has to act.',
  ],
  applicantAwaited: [
    '{dossiers} hồ sơ chờ người nộp, sắp hết hoặc đã hết thời hạn; {agency} cần nhắc.',
    '{dossiers} dossiers wait for the applicant, whose time runs out or has; {agency} should remind him.',
  ],
  deskCloses: [
    '{agency} đóng cửa trước giờ đến hạn của {dossiers} hồ sơ.',
    '{agency} closes before the limit of {dossiers} dossiers ends.',
  ],
  systemDown: [
    'Hệ thống {system} gặp sự cố: {dossiers} hồ sơ không thể đi tiếp.',
    '{system} is down: {dossiers} dossiers cannot go on.',
  ],
  conflictUnsettled: [
    '{dossiers} hồ sơ có khai báo trái với nhật ký chưa được giải quyết; cần một người thứ hai của {agency}.',
    '{dossiers} dossiers have a claim that contradicts their journal; a second person, of {agency}, has to settle it.',
  ],
  calendarDoesNotReach: [
    'Không tính được thời hạn của {dossiers} hồ sơ: lịch {about} không có dữ liệu đến ngày cần tính.',
    'The limits of {dossiers} dossiers cannot be computed: calendar {about} does not reach that far.',
  ],
  jurisdictionUnknown: [
    'Chưa xác định được cơ quan có thẩm quyền của {dossiers} hồ sơ tại {agency}.',
    'It is not known who has jurisdiction over {dossiers} dossiers at {agency}.',
  ],
  noPromise: [
    'Không tính được ngày hẹn trả của {dossiers} hồ sơ tại {agency}.',
    'The promised date of {dossiers} dossiers at {agency} cannot be computed.',
  ],
};

/** What a single finding under an alert says: as the risk, or that a clock came to a rung of its own. */
export const FINDING_SENTENCES: Readonly<Record<keyof typeof RISK_SENTENCES | 'rungReached', Pair>> = {
  ...RISK_SENTENCES,
  timeRunsOut: [
    'Người nộp sắp hết {clock:clock}, đến {dueAt:instant}; quá hạn thì hồ sơ bị kết thúc.',
    'The applicant’s time for {clock:clock} runs out, at {dueAt:instant}; after that the dossier is closed.',
  ],
  rungReached: [
    '{clock:clock} đã đến mốc cảnh báo ({rungs}); đến hạn {dueAt:instant}.',
    '{clock:clock} came to a warning ({rungs}); due {dueAt:instant}.',
  ],
};

/** Duties where no command would help at once. */
export const DUTY_NAMES: Readonly<Record<AlertDuty, Pair>> = {
  hurry: ['Hoàn thành việc đang giữ', 'Finish what is held'],
  remind: ['Nhắc người nộp', 'Remind the applicant'],
  restoreSystem: ['Khắc phục hệ thống', 'Bring the system back'],
  find: ['Tìm nguyên nhân và dữ liệu còn thiếu', 'Find out what is missing'],
};

/** Commands an alert may advise. */
export const ADVISED_ACTS: Readonly<Partial<Record<CommandType, Pair>>> = {
  recallTransfer: ['Thu hồi hồ sơ đã chuyển', 'Recall the transfer'],
  redirectTransfer: ['Chuyển hướng hồ sơ', 'Redirect the transfer'],
  transfer: ['Chuyển lại hồ sơ', 'Send it again'],
  resolveConflict: ['Giải quyết mâu thuẫn', 'Settle the conflict'],
  resolveJurisdiction: ['Xác định cơ quan có thẩm quyền', 'Find who has jurisdiction'],
  extend: ['Gia hạn', 'Extend the limit'],
  apologise: ['Xin lỗi và hẹn lại ngày trả', 'Apologise and promise another date'],
  provideSupplement: ['Nhận bổ sung của người nộp', 'Take in the supplement'],
  confirmPayment: ['Xác nhận đã nộp tiền', 'Confirm the payment'],
  close: ['Dừng giải quyết', 'Close the dossier'],
  suspend: ['Tạm dừng giải quyết', 'Suspend'],
  resume: ['Tiếp tục giải quyết', 'Resume'],
};

/** Links of the chain of supervision. */
export const STAGE_NAMES: Readonly<Record<Stage, Pair>> = {
  unit: ['Lãnh đạo đơn vị', 'Leaders of the unit'],
  commune: ['Lãnh đạo xã, phường', 'Leadership of the commune'],
  province: ['Trung tâm cấp tỉnh', 'Provincial centre'],
};
