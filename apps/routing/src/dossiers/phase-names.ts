/** What a phase is called, in Vietnamese and English (reference: Thông tư 01/2018/TT-VPCP, and the wording of one-stop portals). */
import { PHASES } from '@lien-thong/domain';
import type { Phase } from '@lien-thong/domain';
import { z } from 'zod';

export const PHASE_NAMES: Readonly<Record<Phase, readonly [string, string]>> = {
  submitted: ['Mới nộp, chờ tiếp nhận', 'Submitted, waiting to be received'],
  received: ['Đã tiếp nhận', 'Received'],
  jurisdictionPending: ['Đã tiếp nhận, chờ xác định cơ quan có thẩm quyền', 'Received, competent agency being found'],
  inTransfer: ['Đang chuyển đến cơ quan có thẩm quyền', 'On its way to the competent agency'],
  awaitingAcceptance: ['Đã đến, chờ cơ quan có thẩm quyền tiếp nhận', 'Delivered, waiting to be accepted'],
  transferReturned: ['Bị trả lại cơ quan tiếp nhận', 'Sent back to the receiving agency'],
  processing: ['Đang giải quyết', 'Being processed'],
  awaitingSupplement: ['Chờ bổ sung hồ sơ', 'Waiting for the applicant to supplement it'],
  awaitingPayment: ['Chờ nộp phí, lệ phí hoặc nghĩa vụ tài chính', 'Waiting for payment'],
  suspended: ['Tạm dừng giải quyết', 'Suspended'],
  decided: ['Đã có kết quả, chưa chuyển', 'Decided, result not sent yet'],
  resultInTransfer: ['Kết quả đang được chuyển về nơi tiếp nhận', 'Result on its way back'],
  readyForReturn: ['Đã có kết quả, mời đến nhận', 'Result ready to be collected'],
  receptionRefused: ['Từ chối tiếp nhận', 'Not received'],
  returned: ['Đã trả kết quả', 'Result returned'],
  withdrawn: ['Người nộp đã rút hồ sơ', 'Withdrawn by the applicant'],
  closed: ['Dừng giải quyết', 'Closed'],
};

/** Fields of a view that tell the phase. */
export const phaseNameSchema = { phase: z.enum(PHASES), phaseName: z.string(), phaseNameEn: z.string() };

export function phaseName(phase: Phase): { phase: Phase; phaseName: string; phaseNameEn: string } {
  const [name, nameEn] = PHASE_NAMES[phase];
  return { phase, phaseName: name, phaseNameEn: nameEn };
}
