/** What the dossier's machine is asked, and what it answers. The machine itself is built in `build-machine.ts`. */
import type { CommandType } from '../dossier/commands.js';
import type { RefusalCode } from '../kernel/refusal.js';
import type { ConsultationState, Phase, SuspendablePhase } from './phase.js';

/** What the guards look at: derived from the dossier and the command for each question, never stored. */
export interface GuardFacts {
  readonly receiverIsCompetent: boolean;
  /** The caller asked to hold the dossier because nobody competent was found. */
  readonly heldForJurisdiction: boolean;
  /** It has a reception time: not so in `submitted`, nor once it was withdrawn or closed from there. */
  readonly received: boolean;
  readonly bounces: number;
  readonly redirects: number;
  readonly lapsed: boolean;
  /** The supervisor hands the dossier back to the receiver instead of on to another agency. */
  readonly redirectHome: boolean;
  readonly supplementRounds: number;
  readonly supplementFrom: 'submitted' | 'processing' | null;
  readonly supplementForwarding: boolean;
  readonly resumeTo: SuspendablePhase | null;
  readonly consultations: Readonly<Record<string, ConsultationState>>;
}

/** Where a dossier stands: `start` before its first fact. */
export interface Position {
  readonly phase: Phase | 'start';
  readonly facts: GuardFacts;
}

/** A command as the machine sees it; consultation commands name their region. */
export interface Signal {
  readonly type: CommandType;
  readonly consultation?: string;
}

/** Yes with the phase that follows, or no with the code of the guard that said so (`command-not-allowed` when no edge exists). */
export type Answer =
  { readonly allowed: true; readonly phase: Phase } | { readonly allowed: false; readonly code: RefusalCode };
