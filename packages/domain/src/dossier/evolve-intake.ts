/** How a dossier comes to be, and how it gets its number and its competent agency. */
import type { Dossier } from './dossier.js';
import type { DossierEvent, EventOf, ResolutionFact } from './events.js';
import { JournalFault } from './journal-fault.js';

type Intake = EventOf<'dossier.received.v1' | 'dossier.jurisdictionResolved.v1'>;

/** A new number takes the place of a provisional one, which keeps leading here (DESIGN 4.7). */
function numbered(dossier: Dossier, code: string): Pick<Dossier, 'code' | 'aliases'> {
  const renamed = code !== dossier.code;
  return { code, aliases: renamed ? [...dossier.aliases, dossier.code] : dossier.aliases };
}

/** A receiver that is competent itself has custody and acceptance in one. */
function competent(dossier: Dossier, resolution: ResolutionFact | null): Partial<Dossier> {
  const competentAgency = resolution?.agencyId ?? null;
  return { resolution, competentAgency, accepted: competentAgency === dossier.pin.receivingAgency };
}

export function intakeChange(dossier: Dossier, event: Intake): Partial<Dossier> {
  const { data } = event;
  const change = {
    ...numbered(dossier, data.code),
    ...competent(dossier, data.resolution),
    codeProvisional: data.codeProvisional,
  };
  if (event.type === 'dossier.jurisdictionResolved.v1') return change;
  const { pin, jurisdiction, promise } = event.data;
  return { ...change, pin, jurisdiction, promise, receivedAt: event.occurredAt };
}

/** What every dossier begins with. */
function blank(event: EventOf<'dossier.submitted.v1' | 'dossier.received.v1'>): Dossier {
  const { pin, jurisdiction, code, codeProvisional } = event.data;
  return {
    id: event.dossierId,
    code,
    codeProvisional,
    aliases: [],
    pin,
    phase: event.phase,
    jurisdiction,
    resolution: null,
    competentAgency: null,
    accepted: false,
    holder: pin.receivingAgency,
    assignee: null,
    transfer: null,
    bounces: 0,
    redirects: 0,
    openSteps: [],
    completedSteps: [],
    consultations: {},
    supplementRounds: 0,
    supplementFrom: null,
    supplementForwarding: false,
    suspension: null,
    resultCopy: null,
    outcome: null,
    notified: false,
    promise: null,
    apologies: 0,
    extensions: 0,
    submittedAt: null,
    receivedAt: null,
    endedAt: null,
    seq: event.seq,
    version: 1,
    lastFactAt: event.occurredAt,
    recordedAt: event.recordedAt,
    hash: event.hash,
  };
}

/** The dossier its first fact makes. Throws JournalFault when the journal begins with anything but a submission or a reception. */
export function openedBy(event: DossierEvent): Dossier {
  if (event.type === 'dossier.submitted.v1') return { ...blank(event), submittedAt: event.occurredAt };
  if (event.type !== 'dossier.received.v1') throw new JournalFault(`a journal cannot begin with ${event.type}`);
  const dossier = blank(event);
  return { ...dossier, ...intakeChange(dossier, event) };
}
