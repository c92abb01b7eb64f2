/** The decision and the way of its result back to the applicant. */
import { ask } from '../procedure/ask.js';
import { positionOf } from '../procedure/position.js';
import type { Decision } from './act.js';
import { fact } from './act.js';

export const decideOutcome: Decision<'decide'> = ({ command, at, phase }) => {
  const { outcome, documents } = command;
  return [fact('dossier.decided.v1', { at, phase }, { outcome, documents })];
};

/** Sends the result to the receiving agency; for one without software the electronic result has arrived with that. */
export const dispatchResult: Decision<'dispatchResult'> = ({ command, file, at, phase, facts }) => {
  const { dossier } = file;
  const { machine, procedure } = facts.rules;
  const sent = fact('dossier.resultDispatched.v1', { at, phase }, { copy: command.copy });
  const receiver = facts.agency(dossier.pin.receivingAgency);
  if (command.copy !== 'electronic' || receiver?.consoleOnly !== true) return [sent];
  const answer = ask(machine, { ...positionOf(dossier, procedure), phase }, { type: 'confirmResultArrival' });
  if (!answer.allowed) throw new Error(`no receipt of the result possible in ${phase}`);
  return [sent, fact('dossier.resultArrived.v1', { at, phase: answer.phase }, {})];
};

export const confirmResultArrival: Decision<'confirmResultArrival'> = ({ at, phase }) => [
  fact('dossier.resultArrived.v1', { at, phase }, {}),
];

export const notifyApplicant: Decision<'notifyApplicant'> = ({ command, at, phase }) => [
  fact('dossier.applicantNotified.v1', { at, phase }, { means: command.means }),
];

export const returnResult: Decision<'returnResult'> = ({ command, at, phase }) => [
  fact('dossier.resultReturned.v1', { at, phase }, { means: command.means }),
];
