/** What is asked of the applicant and done for him: supplements, payment, withdrawal. */
import { refuse } from '../kernel/refusal.js';
import { timePassed } from '../sla/due-timeout.js';
import type { Decision } from './act.js';
import { fact } from './act.js';

export const requestSupplement: Decision<'requestSupplement'> = ({ command, file, at, phase }) => {
  const { components, reason } = command;
  const round = file.dossier.supplementRounds + 1;
  return [fact('dossier.supplementRequested.v1', { at, phase }, { round, components, reason })];
};

/** Handed in with the agency that asked, or at the counter of the receiving agency, which forwards it (DESIGN 4.4). */
export const provideSupplement: Decision<'provideSupplement'> = ({ command, file, at, phase, facts }) => {
  const { dossier } = file;
  const round = dossier.supplementRounds;
  const passedAt = timePassed(file, at);
  if (passedAt !== null) return refuse('supplement-timeout-passed', { round, passedAt });
  const { copy, documents } = command;
  const place = facts.party.agencyId === dossier.holder ? 'competent' : 'counter';
  return [fact('dossier.supplementProvided.v1', { at, phase }, { round, at: place, copy, documents })];
};

export const requestPayment: Decision<'requestPayment'> = ({ command, at, phase }) => {
  const { feeCode, amountVnd } = command;
  return [fact('dossier.paymentRequested.v1', { at, phase }, { feeCode, amountVnd })];
};

export const confirmPayment: Decision<'confirmPayment'> = ({ command, file, at, phase }) => {
  const passedAt = timePassed(file, at);
  if (passedAt !== null) return refuse('payment-timeout-passed', { passedAt });
  return [fact('dossier.paymentConfirmed.v1', { at, phase }, { receiptNumber: command.receiptNumber })];
};

/** Taken back by the applicant, before it is decided; whoever holds the dossier records it for him. */
export const withdraw: Decision<'withdraw'> = ({ at, phase }) => [fact('dossier.withdrawn.v1', { at, phase }, {})];
