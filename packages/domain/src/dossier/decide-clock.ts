/** What changes time: suspension, extension, apology, stopping, and the correction of the reception time. */
import { isRefusal, refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import { timePassed } from '../sla/due-timeout.js';
import { promiseFor } from '../sla/promise.js';
import { workMinutes } from '../time/duration.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { Act, Decision } from './act.js';
import { fact } from './act.js';
import { correctionOf } from './correction.js';

/** An outage names the system that failed, because it relieves those who need it; no other ground does. */
export const suspend: Decision<'suspend'> = ({ command, at, phase }) => {
  const { ground, evidence, system = null } = command;
  if ((ground === 'systemOutage') !== (system !== null)) {
    return refuse('suspension-system-mismatch', { ground, system });
  }
  return [fact('dossier.suspended.v1', { at, phase }, { ground, system, evidence })];
};

export const resume: Decision<'resume'> = ({ at, phase }) => [fact('dossier.resumed.v1', { at, phase }, {})];

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

/** The legal clock must still be open and unbroken: an extension prolongs a limit, it does not heal a breach. */
function extensionRefusal({ command, file, at, facts }: Act<'extend'>): Refusal | null {
  const { extension } = facts.rules.procedure;
  const clock = file.clocks.find(({ id }) => id === 'legal');
  if (extension === null || clock === undefined || clock.status === 'stopped') {
    return refuse('extension-not-foreseen', { clock: clock?.status ?? null });
  }
  const day = facts.rules.legal.minutesPerDay;
  if (workMinutes(command.by, day) > workMinutes(extension.maximum, day)) {
    return refuse('extension-too-long', { by: command.by, maximum: extension.maximum });
  }
  const passed = clock.breached || (clock.dueAt !== null && minuteOf(at) > clock.dueAt);
  if (!passed) return null;
  return refuse('extension-after-due', { dueAt: clock.dueAt === null ? null : instantOf(clock.dueAt) });
}

/** Prolongs the limit where the procedure foresees it, each time by at most `extension.maximum`. */
export const extend: Decision<'extend'> = (act) => {
  const { command, at, phase } = act;
  const { by, legalBasis } = command;
  return extensionRefusal(act) ?? [fact('dossier.limitExtended.v1', { at, phase }, { by, legalBasis })];
};

/** An apology comes while the promise still stands (within its minute included) and gives a later date; it moves no clock. */
export const apologise: Decision<'apologise'> = ({ command, file, at, phase }) => {
  const { promise } = file.dossier;
  const { reason, newPromise } = command;
  if (promise === null || minuteOf(at) > minuteOf(promise.at)) {
    return refuse('apology-after-promise', { promise: promise?.at ?? null });
  }
  if (newPromise <= promise.at) return refuse('apology-date-not-later', { promise: promise.at, newPromise });
  return [fact('dossier.apologyIssued.v1', { at, phase }, { reason, newPromise })];
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
