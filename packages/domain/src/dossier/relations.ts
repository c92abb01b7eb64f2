/** What an actor can be to a dossier. Every right in `entitlement.ts` is one of these. */
import type { ActingParty } from '../kernel/actor.js';
import type { AgencyId } from '../kernel/ids.js';
import type { Command } from './commands.js';
import type { Dossier } from './dossier.js';

export const RELATIONS = [
  /** Took the dossier in at its counter. */
  'receiving',
  /** Found competent, and has accepted (or is the receiver itself). */
  'competent',
  /** The agency the dossier was last sent to, whether it has accepted or not. */
  'addressed',
  /** Asked for an opinion. */
  'consulted',
  /** Has the dossier in custody. */
  'holder',
  /** Watches over the receiving agency, the one it was sent to, and the one it shall go to. */
  'supervisorOverBoth',
  /** Watches over the receiving agency: the provincial coordinator of an unknown jurisdiction. */
  'coordinator',
  /** This system itself, and its operator. */
  'engine',
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface Question {
  readonly dossier: Dossier;
  readonly party: ActingParty;
  /** Left out when it is asked in general (for a view). */
  readonly command?: Command;
}

/** True while a transfer is on its way or waits at its destination. */
export function isTransferOpen(dossier: Dossier): boolean {
  const phase = dossier.suspension?.resumeTo ?? dossier.phase;
  return phase === 'inTransfer' || phase === 'awaitingAcceptance';
}

/** The agency an officer or its software acts for; null for a supervisor, who watches and does no clerk's work, and the engine. */
function actsFor(party: ActingParty): AgencyId | null {
  return party.kind === 'clerk' ? party.agencyId : null;
}

function isConsulted({ dossier, party, command }: Question): boolean {
  const agencies = Object.values(dossier.consultations).map(({ agencyId }) => agencyId);
  const named = command?.type === 'answerConsultation' ? dossier.consultations[command.consultation] : undefined;
  const agencyId = actsFor(party);
  // A consultation nobody was asked in is the machine's to refuse, for any consulted agency.
  return agencyId !== null && (named === undefined ? agencies.includes(agencyId) : named.agencyId === agencyId);
}

function overBoth({ dossier, party, command }: Question): boolean {
  const concerned = [dossier.pin.receivingAgency];
  if (dossier.transfer !== null && isTransferOpen(dossier)) concerned.push(dossier.transfer.to);
  if (command?.type === 'redirectTransfer' && command.to !== null) concerned.push(command.to);
  return party.kind === 'supervisor' && concerned.every((agencyId) => party.supervises.includes(agencyId));
}

const HOLDS: { readonly [R in Relation]: (question: Question) => boolean } = {
  receiving: ({ dossier, party }) => actsFor(party) === dossier.pin.receivingAgency,
  competent: ({ dossier, party }) => dossier.accepted && actsFor(party) === dossier.competentAgency,
  addressed: ({ dossier, party }) => dossier.transfer !== null && actsFor(party) === dossier.transfer.to,
  consulted: isConsulted,
  holder: ({ dossier, party }) => actsFor(party) === dossier.holder,
  supervisorOverBoth: overBoth,
  coordinator: ({ dossier, party }) =>
    party.kind === 'supervisor' && party.supervises.includes(dossier.pin.receivingAgency),
  engine: ({ party }) => party.kind === 'engine',
};

/** Whether the actor stands in that relation to the dossier. Pure. */
export function stands(relation: Relation, question: Question): boolean {
  return HOLDS[relation](question);
}
