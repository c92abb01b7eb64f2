/** Which agencies a dossier concerns, and what of each fact they are told. */
import type { ActingParty } from '../kernel/actor.js';
import type { AgencyId } from '../kernel/ids.js';
import { isFinal } from '../procedure/phase.js';
import type { Dossier } from './dossier.js';
import type { DossierEvent, EventOf } from './events.js';
import type { DossierFile } from './file.js';
import { isTransferOpen } from './relations.js';

export type PartyRole = 'receiving' | 'competent' | 'addressed' | 'consulted';
export interface DossierParty {
  readonly agencyId: AgencyId;
  readonly role: PartyRole;
}

/** `full`: the fact as it is. `snapshot`: the history up to it. `part`: a fact of the agency's own consultation. */
export type AudienceView = 'full' | 'snapshot' | 'part';
export interface Listener {
  readonly agencyId: AgencyId;
  readonly view: AudienceView;
}

/**
 * Agencies that are party to the dossier as it stands: the receiver, the agency it was last sent to or that has taken it over,
 * and everyone consulted. An agency found competent is none before the dossier is sent to it.
 */
export function partiesOf(dossier: Dossier): readonly DossierParty[] {
  const parties: DossierParty[] = [{ agencyId: dossier.pin.receivingAgency, role: 'receiving' }];
  if (dossier.accepted && dossier.competentAgency !== null) {
    parties.push({ agencyId: dossier.competentAgency, role: 'competent' });
  } else if (dossier.transfer !== null) {
    parties.push({ agencyId: dossier.transfer.to, role: 'addressed' });
  }
  const consulted = new Set(Object.values(dossier.consultations).map(({ agencyId }) => agencyId));
  for (const agencyId of consulted) parties.push({ agencyId, role: 'consulted' });
  return parties;
}

/** Whether the agency is party to the dossier as it stands (what it was party to before is the journal's to tell). */
export function isParty(file: DossierFile, agencyId: AgencyId): boolean {
  return partiesOf(file.dossier).some((party) => party.agencyId === agencyId);
}

/** Whether the actor may know of the dossier: an agency that is party, a supervisor over one, the engine. */
export function mayKnow(dossier: Dossier, party: ActingParty): boolean {
  if (party.kind === 'engine') return true;
  const agencies = partiesOf(dossier).map(({ agencyId }) => agencyId);
  if (party.kind === 'supervisor') return agencies.some((agencyId) => party.supervises.includes(agencyId));
  return party.agencyId !== null && agencies.includes(party.agencyId);
}

/** Agencies that are told everything while the dossier stands so: one that sent it back or lost it is told no more. */
function toldEverything(dossier: Dossier | null): readonly AgencyId[] {
  if (dossier === null) return [];
  const told = [dossier.pin.receivingAgency];
  if (dossier.accepted && dossier.competentAgency !== null) told.push(dossier.competentAgency);
  if (dossier.transfer !== null && isTransferOpen(dossier)) told.push(dossier.transfer.to);
  return told;
}

/** The consultation that facts entered together are about: all of one, or none of any. */
function opinionIn(facts: EventOf<'dossier.lateFactsEntered.v1'>['data']['facts']): string | null {
  for (const { data } of facts) {
    const about = typeof data === 'object' && data !== null && 'consultation' in data ? data.consultation : null;
    if (typeof about === 'string') return about;
  }
  return null;
}

/** The consultation a fact belongs to: named by it, or by the clock whose rung it reports. */
export function consultationOf(event: DossierEvent): string | null {
  switch (event.type) {
    case 'dossier.consultationRequested.v1':
    case 'dossier.consultationAnswered.v1':
    case 'dossier.consultationCancelled.v1':
      return event.data.consultation;
    case 'dossier.timeCorrected.v1':
      return event.data.opinion;
    case 'dossier.lateFactsEntered.v1':
      return opinionIn(event.data.facts);
    case 'dossier.conflictFound.v1':
      return event.data.claim.kind === 'lateFacts' ? opinionIn(event.data.claim.facts) : null;
    case 'dossier.clockWarned.v1':
    case 'dossier.clockRunsLow.v1':
    case 'dossier.clockBreached.v1':
      return event.data.clockId.startsWith('consultation:') ? event.data.clockId.slice('consultation:'.length) : null;
    default:
      return null;
  }
}

function consultedAbout(before: Dossier | null, after: Dossier, event: DossierEvent): readonly AgencyId[] {
  const own = consultationOf(event);
  const ends = isFinal(after.phase) && before !== null && !isFinal(before.phase);
  return Object.entries(after.consultations)
    .filter(([key, { state }]) => key === own || (ends && state === 'open'))
    .map(([, { agencyId }]) => agencyId);
}

/**
 * Who is told of a fact, fixed when it is written. Receiver and competent agency: everything. An agency the fact brings in: the
 * history as a snapshot. One that the fact takes out still learns of that. Consulted agencies: only the facts of their own
 * consultation, and the end of the dossier that ends it.
 */
export function audienceOf(before: Dossier | null, after: Dossier, event: DossierEvent): readonly Listener[] {
  const [was, is] = [toldEverything(before), toldEverything(after)];
  const views = new Map<AgencyId, AudienceView>();
  for (const agencyId of consultedAbout(before, after, event)) views.set(agencyId, 'part');
  for (const agencyId of was) views.set(agencyId, 'full');
  for (const agencyId of is) views.set(agencyId, before === null || was.includes(agencyId) ? 'full' : 'snapshot');
  return [...views].map(([agencyId, view]) => ({ agencyId, view }));
}
