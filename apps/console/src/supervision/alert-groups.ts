/** Alerts put together by what threatens or by what can be done; counters over them; which of them a filter lets through. */
import type { Alert, AlertList } from '@lien-thong/client';

export type Level = Alert['level'];
export type Cause = Alert['cause'];

/** The gravest first; what cannot be computed stands last and is never good. */
export const LEVELS = ['breached', 'high', 'warning', 'unknown'] as const satisfies readonly Level[];

export interface Board {
  readonly at: string;
  readonly alerts: readonly Alert[];
  readonly counts: AlertList['counts'];
  /** False where the service has more alerts than were read. */
  readonly complete: boolean;
}

export type GroupedBy = 'cause' | 'decision';

export interface AlertGroup {
  readonly key: string;
  readonly alerts: readonly Alert[];
}

const keyOf = (alert: Alert, by: GroupedBy): string => (by === 'cause' ? alert.cause : alert.decision.act);

/** Groups in the order in which the service names their first alert: the gravest comes first, nothing is left out or doubled. */
export function grouped(alerts: readonly Alert[], by: GroupedBy): readonly AlertGroup[] {
  const groups = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const key = keyOf(alert, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [alert]);
    else group.push(alert);
  }
  return [...groups].map(([key, members]) => ({ key, alerts: members }));
}

/** A counter at the head of the board: of levels, or of causes. */
export interface Counter {
  readonly name: 'breached' | 'high' | 'warning' | 'unknown' | 'stuck' | 'infeasible';
  readonly levels: readonly Level[];
  readonly causes: readonly Cause[];
}

/** The first four share all alerts out among them; the last two look at the same ones by cause. */
export const COUNTERS: readonly Counter[] = [
  { name: 'breached', levels: ['breached'], causes: [] },
  { name: 'high', levels: ['high'], causes: [] },
  { name: 'warning', levels: ['warning'], causes: [] },
  { name: 'unknown', levels: ['unknown'], causes: [] },
  { name: 'stuck', levels: [], causes: ['transitStuck', 'receiverSlow'] },
  { name: 'infeasible', levels: [], causes: ['infeasible'] },
];

/** From the very list that is shown; where that is not all there is, from what the service counted with it. */
export function countOf({ levels, causes }: Counter, { alerts, counts, complete }: Board): number {
  if (complete) return alerts.filter((alert) => levels.includes(alert.level) || causes.includes(alert.cause)).length;
  const byLevel = levels.reduce((sum, level) => sum + (counts.byLevel[level] ?? 0), 0);
  return causes.reduce((sum, cause) => sum + (counts.byCause[cause] ?? 0), byLevel);
}

export interface AlertFilter {
  /** With commas; undefined: all. */
  readonly level?: string | undefined;
  readonly cause?: string | undefined;
  readonly decision?: string | undefined;
  readonly agency?: string | undefined;
}

const lets = (wanted: string | undefined, value: string | null): boolean =>
  wanted === undefined || (value !== null && wanted.split(',').includes(value));

export function filtered(alerts: readonly Alert[], { level, cause, decision, agency }: AlertFilter): readonly Alert[] {
  return alerts.filter(
    (alert) =>
      lets(level, alert.level) &&
      lets(cause, alert.cause) &&
      lets(decision, alert.decision.act) &&
      lets(agency, alert.owner.agency?.id ?? null),
  );
}

/** Agencies that have something to do, each once, by name. */
export function ownersOf(alerts: readonly Alert[]): readonly NonNullable<Alert['owner']['agency']>[] {
  const owners = new Map(alerts.flatMap(({ owner: { agency } }) => (agency === null ? [] : [[agency.id, agency]])));
  return [...owners.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}
