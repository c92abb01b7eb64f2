/** Who may give which command (DESIGN 4.1, column "who"), as data. */
import type { ActingParty } from '../kernel/actor.js';
import { refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import { mayKnow } from './audience.js';
import type { Command, CommandType } from './commands.js';
import type { Dossier } from './dossier.js';
import type { Relation } from './relations.js';
import { stands } from './relations.js';

/** The actor needs one of the relations named. `holder` where the table says "receiving; competent": each in its own phase. */
export const ENTITLED: { readonly [T in CommandType]: readonly Relation[] } = {
  submit: ['receiving'],
  receive: ['receiving'],
  refuseReception: ['receiving'],
  resolveJurisdiction: ['receiving', 'coordinator'],
  transfer: ['receiving'],
  confirmDelivery: ['addressed', 'engine'],
  acceptTransfer: ['addressed'],
  refuseTransfer: ['addressed'],
  recallTransfer: ['receiving'],
  redirectTransfer: ['supervisorOverBoth'],
  assign: ['holder'],
  startStep: ['competent'],
  completeStep: ['competent'],
  requestConsultation: ['competent'],
  answerConsultation: ['consulted'],
  cancelConsultation: ['competent'],
  requestSupplement: ['holder'],
  provideSupplement: ['receiving', 'competent'],
  requestPayment: ['competent'],
  confirmPayment: ['competent'],
  suspend: ['competent', 'addressed', 'engine'],
  resume: ['competent', 'addressed', 'engine'],
  decide: ['competent'],
  dispatchResult: ['competent'],
  confirmResultArrival: ['receiving'],
  notifyApplicant: ['receiving'],
  returnResult: ['receiving'],
  withdraw: ['holder'],
  close: ['holder', 'engine'],
  extend: ['competent'],
  apologise: ['competent'],
  deliverApology: ['receiving'],
  correctReception: ['receiving'],
  // Whose fact it is, and who could have stated the late one then, is asked of the journal.
  correctTime: ['receiving', 'competent', 'addressed', 'consulted'],
  enterLate: ['receiving', 'competent', 'addressed'],
  resolveConflict: ['receiving', 'competent', 'coordinator'],
};

/** Only a coordinator names the agency himself; a clerk's facts go through the rules of competence. */
function relationsFor(command: Command): readonly Relation[] {
  return command.type === 'resolveJurisdiction' && command.decision !== undefined
    ? ['coordinator']
    : ENTITLED[command.type];
}

/** Whether the actor may ever give this kind of command to the dossier as it stands, whatever its state. */
export function isEntitled(dossier: Dossier, party: ActingParty, type: CommandType): boolean {
  return ENTITLED[type].some((relation) => stands(relation, { dossier, party }));
}

/** The first dossier of a command is opened by any agency for itself; any other command needs a dossier. */
function openingRefusal(command: Command, party: ActingParty): Refusal | null {
  const opens = command.type === 'submit' || (command.type === 'receive' && command.intake !== undefined);
  if (!opens) return refuse('dossier-not-found');
  const forAnAgency = party.kind === 'clerk' && party.agencyId !== null;
  return forAnAgency ? null : refuse('actor-not-entitled', { command: command.type, needs: ENTITLED[command.type] });
}

/**
 * Null when the actor may give the command. Refusals: `dossier-not-found` for who may not even know of the dossier;
 * `actor-not-entitled` with the relations of which one is needed.
 */
export function entitlementRefusal(dossier: Dossier | null, command: Command, party: ActingParty): Refusal | null {
  if (dossier === null) return openingRefusal(command, party);
  if (!mayKnow(dossier, party)) return refuse('dossier-not-found');
  const needs = relationsFor(command);
  const entitled = needs.some((relation) => stands(relation, { dossier, party, command }));
  return entitled ? null : refuse('actor-not-entitled', { command: command.type, needs });
}
