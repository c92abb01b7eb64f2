/** Phases of a dossier (DESIGN 4.1). `start` is the machine's pseudo state before the first fact; no dossier is ever stored in it. */
export const OPEN_PHASES = [
  'submitted',
  'received',
  'jurisdictionPending',
  'inTransfer',
  'awaitingAcceptance',
  'transferReturned',
  'processing',
  'awaitingSupplement',
  'awaitingPayment',
  'suspended',
  'decided',
  'resultInTransfer',
  'readyForReturn',
] as const;
export const FINAL_PHASES = ['receptionRefused', 'returned', 'withdrawn', 'closed'] as const;
export const PHASES = [...OPEN_PHASES, ...FINAL_PHASES] as const;

export type OpenPhase = (typeof OPEN_PHASES)[number];
export type FinalPhase = (typeof FINAL_PHASES)[number];
export type Phase = (typeof PHASES)[number];

/** Phases a suspension may interrupt and return to: processing and everything that waits (DESIGN 4.1, row suspend). */
export const SUSPENDABLE_PHASES = [
  'processing',
  'awaitingAcceptance',
  'awaitingSupplement',
  'awaitingPayment',
] as const;
export type SuspendablePhase = (typeof SUSPENDABLE_PHASES)[number];

export const CONSULTATION_STATES = ['idle', 'open', 'answered', 'cancelled'] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];

/** True once nothing more can happen to the dossier except a correction of its reception time. */
export function isFinal(phase: Phase): phase is FinalPhase {
  return (FINAL_PHASES as readonly Phase[]).includes(phase);
}

/** Tells a phase of a dossier from any other name, the machine's `start` included. */
export function isPhase(name: string): name is Phase {
  return (PHASES as readonly string[]).includes(name);
}
