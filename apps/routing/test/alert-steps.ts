/** Alerts as their rows have them, for specs that ask the database instead of the API. */
import { verifyAlerts } from '../src/alerts/verify-alerts.js';
import { AlertLoop } from '../src/alerts/alert-loop.js';
import type { Instant } from '@lien-thong/domain';
import type { Pool } from 'pg';
import type { LiveReference } from '../src/reference/live-reference.js';
import { READ_POOL, REFERENCE } from '../src/runtime/tokens.js';
import type { TestApp } from './app.js';

export interface AlertSeen {
  readonly id: string;
  readonly rule: string;
  readonly cause_code: string;
  readonly owner_kind: string;
  readonly owner_agency: string | null;
  readonly decision: string;
  readonly system: string | null;
  readonly state: string;
  readonly level: string;
  readonly members: number;
  readonly members_total: number;
  readonly members_withdrawn: number;
  readonly stage: number;
  readonly escalates_at: number | null;
  readonly close_reason: string | null;
}

/** The wall stands before the owner of the tables too: from here on he is let in as the ledger is. */
export async function lookBehindTheWall(office: TestApp): Promise<void> {
  await office.identities.run(`select set_config('app.scope', 'ledger', false)`);
}

/** Everything that has happened is in the alerts. */
export function settle(office: TestApp): Promise<void> {
  return office.app.get(AlertLoop).settle();
}

export async function alertsOf(office: TestApp, where: Partial<AlertSeen> = {}): Promise<readonly AlertSeen[]> {
  await settle(office);
  const rows = (await office.identities.run('select * from alert order by opened_at, key')) as unknown as AlertSeen[];
  return rows.filter((row) => Object.entries(where).every(([key, value]) => row[key as keyof AlertSeen] === value));
}

export interface MemberSeen {
  readonly dossier_id: string;
  readonly clock_id: string;
  readonly level: string;
  readonly code: string;
  readonly told: readonly string[];
  readonly rung_at: number | null;
  readonly close_reason: string | null;
}

export async function membersOf(office: TestApp, alertId: string): Promise<readonly MemberSeen[]> {
  const rows = await office.identities.run(
    'select * from alert_member where alert_id = $1 order by joined_n, dossier_id',
    [alertId],
  );
  return rows as unknown as MemberSeen[];
}

export async function kindsOf(office: TestApp, alertId: string): Promise<readonly string[]> {
  const rows = await office.identities.run('select kind from alert_event where alert_id = $1 order by n', [alertId]);
  return rows.map(({ kind }) => String(kind));
}

/** What `verify` says of the alerts, when everything is settled: nothing, and nothing left out. */
export async function faultsOf(
  office: TestApp,
): Promise<{ readonly pending: number; readonly findings: readonly unknown[] }> {
  await settle(office);
  const now = (await office.now()) as Instant;
  const { pending, findings } = await verifyAlerts(
    office.app.get<Pool>(READ_POOL),
    office.app.get<LiveReference>(REFERENCE),
    { now },
  );
  return { pending, findings };
}
