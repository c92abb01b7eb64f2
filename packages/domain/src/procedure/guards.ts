/**
 * Every guard of the dossier's machine: a sentence over the guard facts that is true or false, and the refusal given when it is
 * what stands in the way. Guards that only choose between two targets refuse with the general code; it never shows, because
 * exactly one of them holds.
 */
import type { RefusalCode } from '../kernel/refusal.js';
import type { GuardFacts } from './machine.js';
import type { Phase } from './phase.js';
import type { ProcedureVersion } from './procedure.js';
import { MAX_BOUNCES, MAX_REDIRECTS } from './procedure.js';

/** What the procedure version itself bounds. */
export interface GuardBounds {
  readonly maxRounds: number;
  readonly requiredConsultations: readonly string[];
}

interface Guard {
  readonly code: RefusalCode;
  readonly holds: (facts: GuardFacts, bounds: GuardBounds) => boolean;
}

const resumesTo = (phase: Phase): Guard => ({
  code: 'command-not-allowed',
  holds: ({ resumeTo }) => resumeTo === phase,
});

export const GUARDS = {
  dossierIsHeld: { code: 'command-not-allowed', holds: ({ heldForJurisdiction }) => heldForJurisdiction },
  /** Stands in the way only where the procedure does not cross a boundary: there nobody else may be competent. */
  receiverIsCompetent: { code: 'outside-boundary-scope', holds: ({ receiverIsCompetent }) => receiverIsCompetent },
  dossierWasReceived: { code: 'reception-correction-illegal', holds: ({ received }) => received },
  bouncesAreLeft: { code: 'transfer-attempts-exhausted', holds: ({ bounces }) => bounces < MAX_BOUNCES },
  bouncesAreExhausted: { code: 'transfer-not-lapsed', holds: ({ bounces }) => bounces >= MAX_BOUNCES },
  transferLapsed: { code: 'transfer-not-lapsed', holds: ({ lapsed }) => lapsed },
  redirectsAreLeft: { code: 'redirects-exhausted', holds: ({ redirects }) => redirects < MAX_REDIRECTS },
  redirectGoesHome: { code: 'command-not-allowed', holds: ({ redirectHome }) => redirectHome },
  redirectGoesOn: { code: 'command-not-allowed', holds: ({ redirectHome }) => !redirectHome },
  roundsAreLeft: {
    code: 'supplement-rounds-exhausted',
    holds: ({ supplementRounds }, { maxRounds }) => supplementRounds < maxRounds,
  },
  supplementIsOnItsWay: { code: 'command-not-allowed', holds: ({ supplementForwarding }) => supplementForwarding },
  askedBeforeReception: { code: 'command-not-allowed', holds: ({ supplementFrom }) => supplementFrom === 'submitted' },
  askedInProcessing: { code: 'command-not-allowed', holds: ({ supplementFrom }) => supplementFrom === 'processing' },
  /** An opinion the law demands is not replaced by withdrawing the question: only `answered` counts. */
  requiredConsultationsAreAnswered: {
    code: 'consultations-unanswered',
    holds: ({ consultations }, { requiredConsultations }) =>
      requiredConsultations.every((key) => consultations[key] === 'answered'),
  },
  resumesToAcceptance: resumesTo('awaitingAcceptance'),
  resumesToProcessing: resumesTo('processing'),
  resumesToSupplement: resumesTo('awaitingSupplement'),
  resumesToPayment: resumesTo('awaitingPayment'),
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof GUARDS;

export function isGuardName(name: string): name is GuardName {
  return Object.hasOwn(GUARDS, name);
}

/** The bounds a procedure version sets for its machine. */
export function boundsOf({ supplement, consultations }: ProcedureVersion): GuardBounds {
  return {
    maxRounds: supplement.maxRounds,
    requiredConsultations: consultations.filter((rule) => rule.requiredForDecision).map(({ key }) => key),
  };
}
