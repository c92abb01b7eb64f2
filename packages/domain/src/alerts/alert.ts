/** An alert: one common cause, the dossiers under it, and what people made of it. A fold of its own events; never deleted. */
import type { AgencyId, OfficerId } from '../kernel/ids.js';
import type { Instant, Minute } from '../time/instant.js';
import type { AlertLevel, CommonCause } from './ground.js';

/**
 * `settled`: a person closed it although the facts still stand; it keeps its members, and comes back when one of them gets worse or a
 * further dossier joins. `resolved`: the facts are gone. `withdrawn`: there never was a ground, by what is known now.
 */
export const ALERT_STATES = ['open', 'acknowledged', 'snoozed', 'settled', 'resolved', 'withdrawn'] as const;
export type AlertStatus = (typeof ALERT_STATES)[number];

/** The chain of supervision: the owner's own leaders, the leadership of its commune, the provincial centre. */
export const STAGES = ['unit', 'commune', 'province'] as const;
export type Stage = (typeof STAGES)[number];

/** A stage and the agencies whose supervisors stand there. */
export interface ChainLink {
  readonly stage: Stage;
  readonly agencies: readonly AgencyId[];
}

/** Open members at each level. */
export type LevelCounts = Readonly<Record<AlertLevel, number>>;
export const NO_MEMBERS: LevelCounts = { unknown: 0, warning: 0, high: 0, breached: 0 };

/** A person as alerts name him: by id, never by name. */
export interface AlertPerson {
  readonly officerId: OfficerId;
  readonly agencyId: AgencyId;
}

/** What a person did last: told to another who comes after him without having seen it. */
export interface LastAct {
  readonly kind: string;
  readonly by: OfficerId;
  readonly at: Instant;
}

export interface Alert extends CommonCause {
  readonly id: string;
  readonly key: string;
  readonly status: AlertStatus;
  /** The worst of its open members; once closed, the last it had. */
  readonly level: AlertLevel;
  readonly counts: LevelCounts;
  /** Members that ever joined, and those of them whose ground was withdrawn. */
  readonly membersTotal: number;
  readonly membersWithdrawn: number;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  /** Links of the chain that exist for it, from the lowest; where it stands now is `stage`, counted from 0. */
  readonly chain: readonly ChainLink[];
  readonly stage: number;
  /** When it goes to the next link unless somebody reacts; null where somebody has, or none is left, or the calendar does not reach. */
  readonly escalatesAt: Minute | null;
  readonly acknowledgedBy: OfficerId | null;
  readonly acknowledgedAt: Instant | null;
  readonly snoozedUntil: Instant | null;
  readonly assignedTo: OfficerId | null;
  readonly closedAt: Instant | null;
  readonly closeReason: string | null;
  /** Acts of persons so far: what a page compares before it acts on what it shows. */
  readonly version: number;
  readonly lastAct: LastAct | null;
}

/** Open members in all. */
export function membersOf({ counts }: Pick<Alert, 'counts'>): number {
  return counts.unknown + counts.warning + counts.high + counts.breached;
}

/** Whether it still holds its key: a finding of the same cause joins it instead of opening another. */
export function holdsKey({ status }: Pick<Alert, 'status'>): boolean {
  return status !== 'resolved' && status !== 'withdrawn';
}
