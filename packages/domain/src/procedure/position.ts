/** Where a dossier stands, as the machine sees it: everything is derived, nothing is stored. */
import type { Dossier } from '../dossier/dossier.js';
import type { GuardFacts, Position } from './machine.js';
import type { ConsultationState } from './phase.js';
import type { ProcedureVersion } from './procedure.js';

/** The guard facts before the first fact of a dossier. */
export const NO_FACTS: GuardFacts = {
  receiverIsCompetent: false,
  heldForJurisdiction: false,
  received: false,
  bounces: 0,
  redirects: 0,
  lapsed: false,
  redirectHome: false,
  supplementRounds: 0,
  supplementFrom: null,
  supplementForwarding: false,
  resumeTo: null,
  consultations: {},
};

function consultationStates(dossier: Dossier, { consultations }: ProcedureVersion): GuardFacts['consultations'] {
  const states: Record<string, ConsultationState> = {};
  for (const { key } of consultations) states[key] = dossier.consultations[key]?.state ?? 'idle';
  return states;
}

/**
 * The position of a dossier (`null`: there is none yet). `extra` is what the command and the facts gathered for it add, for
 * example that the receiver was found competent.
 */
export function positionOf(
  dossier: Dossier | null,
  procedure: ProcedureVersion,
  extra: Partial<GuardFacts> = {},
): Position {
  if (dossier === null) return { phase: 'start', facts: { ...NO_FACTS, ...extra } };
  const { competentAgency, pin, transfer, suspension } = dossier;
  return {
    phase: dossier.phase,
    facts: {
      receiverIsCompetent: competentAgency === pin.receivingAgency,
      heldForJurisdiction: false,
      received: dossier.receivedAt !== null,
      bounces: dossier.bounces,
      redirects: dossier.redirects,
      lapsed: transfer?.lapsed ?? false,
      redirectHome: false,
      supplementRounds: dossier.supplementRounds,
      supplementFrom: dossier.supplementFrom,
      supplementForwarding: dossier.supplementForwarding,
      resumeTo: suspension?.resumeTo ?? null,
      consultations: consultationStates(dossier, procedure),
      ...extra,
    },
  };
}
