/** The state of a dossier: a fold of its journal (law 1). Clocks and segments are folds beside it, in `sla`. */
import type { AgencyId, DossierId, OfficerId } from '../kernel/ids.js';
import type { ConsultationState, Phase, SuspendablePhase } from '../procedure/phase.js';
import type { Instant } from '../time/instant.js';
import type { TransferRefusalReason } from './commands.js';
import type { CopyKind, AreaFacts } from './intake.js';
import type { Pin, PromiseFact, ResolutionFact } from './events.js';

export interface OpenConsultation {
  readonly state: Exclude<ConsultationState, 'idle'>;
  readonly agencyId: AgencyId;
  readonly requestedAt: Instant;
}

/** The transfer under way or last tried. `lapsed`: its delivery or acceptance clock breached, so a supervisor may act. */
export interface TransferState {
  readonly attempt: number;
  readonly to: AgencyId;
  readonly copy: CopyKind;
  readonly lapsed: boolean;
  /** Why the addressed agency sent it back; null unless it did. */
  readonly refusedFor: TransferRefusalReason | null;
}

export interface Suspension {
  readonly ground: 'systemOutage' | 'courtOrder' | 'forceMajeure';
  readonly system: string | null;
  readonly resumeTo: SuspendablePhase;
}

/** A recorded outage of a shared system, [from, to). */
export interface RelievedOutage {
  readonly revision: number;
  readonly system: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface DuringOutage {
  /** Shared systems that are down. */
  readonly down: readonly string[];
  /** The minute lies in a calendar day on which nothing could be done: a limit in calendar days rests. */
  readonly limitRests: boolean;
}

/** A claim about the past that contradicts the journal, and that nobody has settled yet. */
export interface OpenConflict {
  /** Number of its fact in the journal. */
  readonly conflict: number;
  readonly foundAt: Instant;
  readonly claimedBy: AgencyId | null;
  readonly officerId: OfficerId | null;
  readonly contradicts: { readonly seq: number; readonly type: string };
  /** The code by which the later fact would have been refused. */
  readonly rule: string;
}

export interface Dossier {
  readonly id: DossierId;
  readonly code: string;
  readonly codeProvisional: boolean;
  /** Provisional codes that still lead here. */
  readonly aliases: readonly string[];
  readonly pin: Pin;
  readonly phase: Phase;
  readonly jurisdiction: AreaFacts;
  readonly resolution: ResolutionFact | null;
  /** The agency found competent; after acceptance the one that took the dossier over. */
  readonly competentAgency: AgencyId | null;
  /** True once the competent agency has accepted (or is the receiver itself). */
  readonly accepted: boolean;
  /** Custody: who holds the dossier. Changes only on acceptance (law 6). */
  readonly holder: AgencyId;
  readonly assignee: OfficerId | null;
  readonly transfer: TransferState | null;
  readonly bounces: number;
  readonly redirects: number;
  readonly openSteps: readonly string[];
  readonly completedSteps: readonly string[];
  readonly consultations: Readonly<Record<string, OpenConsultation>>;
  readonly supplementRounds: number;
  /** Where a supplement round returns to. */
  readonly supplementFrom: 'submitted' | 'processing' | null;
  /** A supplement handed in on paper at the counter is on its way: a leg of the receiving agency (DESIGN 4.4). */
  readonly supplementForwarding: boolean;
  readonly suspension: Suspension | null;
  readonly resultCopy: CopyKind | null;
  readonly outcome: 'granted' | 'refused' | null;
  readonly notified: boolean;
  readonly promise: PromiseFact | null;
  readonly apologies: number;
  /** Letters of apology the receiving agency has handed over; absent until the first. */
  readonly apologiesDelivered?: number;
  readonly extensions: number;
  /** Working minutes by leg, where budgets were cut anew (ADR 0021); absent before, and where the procedure does not. */
  readonly subDeadlines?: Readonly<Record<string, number>>;
  /** By agency: the version of its closures the dossier was restated to; absent until one was. */
  readonly restatedDesks?: Readonly<Record<string, string>>;
  /** By id: the recorded outages that relieve it, each in its last revision (ADR 0028); absent while none does. */
  readonly outages?: Readonly<Record<string, RelievedOutage>>;
  /** Only while a journal is folded: what recorded outages do at that minute. Never stored: outages are told when they are over. */
  readonly duringOutage?: DuringOutage;
  /** Claims that contradict the journal; absent until there was one. */
  readonly openConflicts?: readonly OpenConflict[];
  readonly submittedAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Place in the journal, and the number of acts of parties (DESIGN §5, idempotency and versions). */
  readonly seq: number;
  readonly version: number;
  /** Time of the last fact a party declared; what comes next may not lie before it. */
  readonly lastFactAt: Instant;
  readonly recordedAt: Instant;
  readonly hash: string;
}
