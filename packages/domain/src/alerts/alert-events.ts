/** What is written down of an alert: its own journal, append-only, numbered in commit order over all alerts. */
import type { AgencyId, OfficerId } from '../kernel/ids.js';
import type { Instant, Minute } from '../time/instant.js';
import type { AlertPerson, ChainLink, LevelCounts, Stage } from './alert.js';
import type { AlertLevel, CommonCause } from './ground.js';

/** Why a ground can turn out never to have been: the facts that read a journal anew. */
export const WITHDRAWALS = [
  'calendarRestated',
  'receptionCorrected',
  'timeCorrected',
  'outageRelieved',
  'versionAmended',
] as const;
export type Withdrawal = (typeof WITHDRAWALS)[number];

/** `resolved`: by the facts; `moved`: the same finding has another owner or decision now, and stands in another alert. */
export type Departure = 'resolved' | 'moved' | Withdrawal;

/** Who wrote it: a person, or the engine. */
export type AlertActor = { readonly kind: 'engine' } | ({ readonly kind: 'person' } & AlertPerson);

interface Data {
  /** Everything the alert is from its first moment, its first members included. */
  readonly opened: CommonCause & {
    readonly key: string;
    readonly joined: LevelCounts;
    readonly chain: readonly ChainLink[];
    readonly escalatesAt: Minute | null;
  };
  readonly joined: { readonly joined: LevelCounts };
  /** Members whose level moved: counted out of the one and into the other; `told`: further rungs were reached. */
  readonly changed: { readonly before: LevelCounts; readonly after: LevelCounts; readonly told: number };
  readonly left: { readonly left: LevelCounts; readonly why: Readonly<Partial<Record<Departure, number>>> };
  /** It calls again: after a snooze, or because it got worse. */
  readonly reopened: {
    readonly why: 'worse' | 'breach' | 'snoozeOver' | 'unsnoozed' | 'joined';
    readonly escalatesAt: Minute | null;
  };
  /** `dueAt`: the true minute, however late it was noticed. */
  readonly escalated: {
    readonly stage: Stage;
    readonly link: number;
    readonly to: readonly AgencyId[];
    readonly dueAt: Minute;
    readonly escalatesAt: Minute | null;
  };
  readonly acknowledged: { readonly note: string | null };
  readonly snoozed: { readonly until: Instant; readonly reason: string | null };
  readonly assigned: { readonly to: OfficerId };
  readonly settled: { readonly reason: string };
  readonly resolved: { readonly level: AlertLevel };
  /** The withdrawals of its members, commonest first. */
  readonly withdrawn: { readonly reason: Withdrawal };
}

export type AlertEventKind = keyof Data;
export const ALERT_EVENT_KINDS = [
  ...['opened', 'joined', 'changed', 'left', 'reopened', 'escalated'],
  ...['acknowledged', 'snoozed', 'assigned', 'settled', 'resolved', 'withdrawn'],
] as readonly AlertEventKind[];

export type AlertFact = {
  [Kind in AlertEventKind]: { readonly kind: Kind; readonly data: Data[Kind] };
}[AlertEventKind];

/** A fact with when and by whom. */
export type AlertEvent = AlertFact & {
  readonly alertId: string;
  readonly at: Instant;
  readonly actor: AlertActor;
};
