/** A dossier with its clocks and segments, and what is gathered beside it before a decision. */
import type { ActingParty } from '../kernel/actor.js';
import type { AgencyId } from '../kernel/ids.js';
import type { Refusal } from '../kernel/refusal.js';
import type { Calendar } from '../calendar/calendar.js';
import type { ProcedureMachine } from '../procedure/build-machine.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import type { Clock } from '../sla/clock.js';
import type { Segment } from '../sla/segment.js';
import type { Instant } from '../time/instant.js';
import type { Dossier } from './dossier.js';
import type { DossierEvent, ResolutionFact } from './events.js';

/**
 * Everything that is folded from one journal. `segments` ends with the open one (none before reception or after the end);
 * earlier ones may be absent when the file was loaded for a decision: they never matter to it.
 */
export interface DossierFile {
  readonly dossier: Dossier;
  readonly clocks: readonly Clock[];
  readonly segments: readonly Segment[];
}

/** What the fold of one dossier needs beside its journal: all pinned, so a replay gives the same. */
export interface Rules {
  readonly procedure: ProcedureVersion;
  readonly machine: ProcedureMachine;
  /** National working days with the hours of the receiving agency's province, in the pinned version. */
  readonly legal: Calendar;
  /**
   * When an agency's desk is open, by the closures that were known at `knownAt` (left out: now); null where it keeps none. What was
   * reckoned before a closure was told stays as it was until a restatement says otherwise.
   */
  readonly desk: (agencyId: AgencyId, knownAt?: Instant) => Calendar | null;
  /** Another version of the procedure: what of an amended journal lies before its amendment is read by it (ADR 0029). Throws when it is gone. */
  readonly version?: (version: number) => Pick<Rules, 'procedure' | 'machine'>;
}

/** What a decision needs to know of an agency. A console-only agency has no software: the engine confirms deliveries for it. */
export interface AgencyFacts {
  readonly id: AgencyId;
  readonly provinceCode: string;
  readonly consoleOnly: boolean;
}

export interface DecideFacts {
  /** The time of the decision: becomes `recordedAt`, and `occurredAt` where the command declares none. */
  readonly now: Instant;
  readonly party: ActingParty;
  readonly rules: Rules;
  readonly agency: (id: AgencyId) => AgencyFacts | null;
  /** Outcome of `resolve` for the area facts of this command; null where the command asks for none. */
  readonly resolution: ResolutionFact | Refusal | null;
  /** The whole journal; gathered only for commands that re-fold it (`correctReception`). */
  readonly history: readonly DossierEvent[] | null;
}
