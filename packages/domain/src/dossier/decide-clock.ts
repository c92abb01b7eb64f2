/** What changes time: suspension, stopping, and the correction of the reception time. */
import { isRefusal, refuse } from '../kernel/refusal.js';
import { timePassed } from '../sla/due-timeout.js';
import { promiseFor } from '../sla/promise.js';
import type { Act, Decision } from './act.js';
import { fact } from './act.js';
import { correctionOf } from './revision/correction.js';

/** An outage names the system that failed, because it relieves those who need it; no other ground does. */
export const suspend: Decision<'suspend'> = ({ command, at, phase }) => {
  const { ground, evidence, system = null } = command;
  if ((ground === 'systemOutage') !== (system !== null)) {
    return refuse('suspension-system-mismatch', { ground, system });
  }
  return [fact('dossier.suspended.v1', { at, phase }, { ground, system, evidence })];
};

export const resume: Decision<'resume'> = ({ command, at, phase }) => {
  const { evidence } = command;
  return [fact('dossier.resumed.v1', { at, phase }, evidence === undefined ? {} : { evidence })];
};

/** A timeout is a ground only once the applicant's time has passed; the others rest on the legal text they name. */
function isGroundMet({ command, file, at }: Act<'close'>): boolean {
  switch (command.ground) {
    case 'supplementTimeout':
      return file.dossier.phase === 'awaitingSupplement' && timePassed(file, at) !== null;
    case 'paymentTimeout':
      return file.dossier.phase === 'awaitingPayment' && timePassed(file, at) !== null;
    case 'courtOrder':
    case 'legalGround':
      return true;
  }
}

export const close: Decision<'close'> = (act) => {
  const { command, file, at, phase } = act;
  const { ground, legalBasis } = command;
  if (!isGroundMet(act)) return refuse('close-ground-not-met', { ground, phase: file.dossier.phase });
  return [fact('dossier.closed.v1', { at, phase }, { ground, legalBasis })];
};

/** Corrects when the dossier was received; the journal is folded again as if it had come in then (DESIGN 4.8). */
export const correctReception: Decision<'correctReception'> = (act) => {
  const { command, file, at, phase, facts } = act;
  const correction = correctionOf(act);
  if (isRefusal(correction)) return correction;
  const { pin, resolution } = file.dossier;
  const { from, to } = correction;
  const promise = promiseFor({ pin, resolution, receivedAt: to, rules: facts.rules });
  const approvedBy = command.approvedBy ?? null;
  const data = { from, to, reason: command.reason, approvedBy, promise };
  return [fact('dossier.receptionCorrected.v1', { at, phase }, data)];
};
