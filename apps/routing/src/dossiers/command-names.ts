/** What a command is called on a button or an arrow, in Vietnamese and English. */
import { COMMAND_TYPES } from '@lien-thong/domain';
import type { CommandType } from '@lien-thong/domain';
import { ACT_GUIDE } from './act-guide.js';

const ENGLISH: Readonly<Record<CommandType, string>> = {
  submit: 'Submit',
  receive: 'Receive',
  refuseReception: 'Refuse reception',
  resolveJurisdiction: 'Find the competent agency',
  transfer: 'Transfer',
  confirmDelivery: 'Confirm delivery',
  acceptTransfer: 'Accept the transfer',
  refuseTransfer: 'Send back',
  recallTransfer: 'Recall the transfer',
  redirectTransfer: 'Redirect',
  assign: 'Assign an officer',
  startStep: 'Start a step',
  completeStep: 'Complete a step',
  requestConsultation: 'Ask for an opinion',
  answerConsultation: 'Give the opinion',
  cancelConsultation: 'Cancel the consultation',
  requestSupplement: 'Ask for a supplement',
  provideSupplement: 'Take the supplement in',
  requestPayment: 'Ask for payment',
  confirmPayment: 'Confirm payment',
  suspend: 'Suspend',
  resume: 'Resume',
  decide: 'Decide',
  dispatchResult: 'Send the result',
  confirmResultArrival: 'Confirm the result has arrived',
  notifyApplicant: 'Notify the applicant',
  returnResult: 'Return the result',
  withdraw: 'Withdraw',
  close: 'Close',
  extend: 'Extend the limit',
  apologise: 'Apologise, promise anew',
  deliverApology: 'Hand over the apology',
  correctReception: 'Correct the reception time',
  correctTime: 'Correct a time',
  enterLate: 'Enter late facts',
  resolveConflict: 'Resolve a conflict',
};

export const COMMAND_NAMES: Readonly<Record<CommandType, readonly [string, string]>> = Object.fromEntries(
  COMMAND_TYPES.map((type) => [type, [ACT_GUIDE[type].vi, ENGLISH[type]] as const]),
) as Record<CommandType, readonly [string, string]>;
