/** Two agencies that know nothing of each other, one that is consulted by the first, and a supervisor: what attackers start from. */
import { randomUUID } from 'node:crypto';
import type { FeedDraft } from '@lien-thong/engine';
import type { PoolClient } from 'pg';
import { INSERT_KEYS, INSERT_SECRETS } from '../src/store/agency-keys.js';
import type { LatenessAccount } from '../src/lateness/lateness-account.js';
import { replaceAccounts } from '../src/lateness/lateness-rows.js';
import { openPrivates } from '../src/store/private-store.js';
import type { Receipt } from '../src/store/receipt-rows.js';
import { LEDGER_WRITES, inTransaction } from '../src/store/transactions.js';
import { agency, batchOf, personOf, receivedBy } from './dossiers.js';
import type { SampleDossier } from './dossiers.js';
import { openDatabase } from './opened.js';
import type { Opened } from './opened.js';

/** A received `mine`, B is consulted on it, C received `theirs`; S supervises province 31, where A and B are. */
export const [A, B, C, S] = [agency('wall-a'), agency('wall-b'), agency('wall-c'), agency('wall-s')];
export const mine = receivedBy(A, [{ agencyId: B, role: 'consulted' }]);
export const theirs = receivedBy(C);

/** Tables without a dossier in them: reference data, directory, identities and the books of TypeORM. */
export const NO_DOSSIER: readonly string[] = [
  ...['province', 'commune', 'old_unit', 'old_unit_successor', 'agency', 'competence'],
  ...['procedure_draft', 'procedure_counter', 'procedure_retirement', 'administration_key'],
  ...['procedure_version', 'catalogue_procedure', 'calendar_version', 'holiday'],
  ...['calendar_draft', 'calendar_counter', 'restatement_run', 'outage_revision', 'outage_run'],
  ...[
    'officer',
    'account',
    'account_role',
    'supervised_area',
    'api_key',
    'api_key_use',
    'session',
    'installation',
    'migration',
  ],
];
/** For the ledger alone: counters of agencies and codes, how far its readers are, and what was amended or could not be restated. */
export const COUNTERS: readonly string[] = [
  'code_counter',
  'feed_counter',
  'relay_cursor',
  'agency_key',
  'agency_key_secret',
  'restatement_stuck',
  'follower',
  'follower_cursor',
  'alert_watch',
  'amendment',
  'amendment_dossier',
];
/** Alerts have several dossiers; who sees which is judged by their own specs. */
export const ALERTS: readonly string[] = ['alert', 'alert_scope', 'alert_event'];
/** What was done to people, keys and competences: behind a scope of its own, judged by its own spec. */
const JOURNALS: readonly string[] = ['people_journal'];
/** One row each that says nothing of a dossier: anybody may read when somebody last swept, and the last number of the alerts. */
const PULSES: readonly string[] = ['sweep_look', 'alert_counter'];

type Settings = Readonly<Record<string, string>>;

export class Wall {
  private constructor(
    readonly opened: Opened,
    /** Every other table there is. */
    readonly dossierTables: readonly string[],
  ) {}

  static async build(): Promise<Wall> {
    const opened = await openDatabase();
    const directory = [A, B, C, S].map(
      (id) => `('${id}', 'H99.${id.slice(-1)}', '${id}', '${id}', 'commune', 'department',
        '${id === C ? '48' : '31'}', null, null, false, null, '2025-07-01', null, 'no')`,
    );
    await opened.migrator.query(`insert into agency values ${directory.join(', ')}`);
    await opened.migrator.query(`insert into supervised_area values ('${S}', '31')`);
    for (const sample of [mine, theirs]) await take(opened, sample);
    for (const { receiving } of [mine, theirs]) await keepKey(opened, receiving);
    const { rows } = await opened.migrator.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not relispartition order by 1`,
    );
    const known = [...NO_DOSSIER, ...COUNTERS, ...ALERTS, ...JOURNALS, ...PULSES];
    return new Wall(
      opened,
      rows.map(({ name }) => name).filter((name) => !known.includes(name)),
    );
  }

  /** Runs statements as `app` with these settings, in a transaction that is rolled back. */
  async as<T>(settings: Settings, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.opened.app.connect();
    try {
      await client.query('begin');
      for (const setting of Object.entries(settings)) await client.query('select set_config($1, $2, true)', setting);
      return await work(client);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  /** Dossiers of which that table shows a row. */
  async seen(settings: Settings, table: string): Promise<string[]> {
    const column = table === 'dossier' ? 'id' : 'dossier_id';
    const { rows } = await this.as(settings, (client) =>
      client.query<{ id: string }>(`select distinct ${column} as id from ${table}`),
    );
    return rows.map(({ id }) => id).sort();
  }

  /** The same for every table, by its name. */
  async seenOnEach(settings: Settings, tables = this.dossierTables): Promise<Record<string, string[]>> {
    const seen: Record<string, string[]> = {};
    for (const table of tables) seen[table] = await this.seen(settings, table);
    return seen;
  }

  /** What `seenOnEach` gives when the named tables show those dossiers and the others nothing. */
  expected(dossiers: readonly string[], tables: readonly string[]): Record<string, readonly string[]> {
    return Object.fromEntries(this.dossierTables.map((table) => [table, tables.includes(table) ? dossiers : []]));
  }

  /** What becomes of a statement: the words of its refusal, or how many rows it touched. */
  async attempt(settings: Settings, sql: string): Promise<string> {
    const outcome: unknown = await this.as(settings, (client) => client.query(sql)).then(
      ({ rowCount }) => `${rowCount} rows`,
      (reason: unknown) => reason,
    );
    return outcome instanceof Error ? outcome.message : String(outcome);
  }

  close(): Promise<void> {
    return this.opened.close();
  }
}

function receiptBy(agencyId: Receipt['agencyId']): Receipt {
  const digest = 'ab'.repeat(32);
  return { jti: randomUUID(), kind: 'offer', agencyId, kid: `kid-${agencyId}`, digest, previous: null, jws: 'a.b.c' };
}

/** A key of the agency, and its private half, as the hub keeps them. */
async function keepKey({ app }: Opened, agencyId: Receipt['agencyId']): Promise<void> {
  const kid = `kid-${agencyId}`;
  const times = { validFrom: '2026-01-01T00:00:00.000Z' as never, validTo: null, rotatedAt: null, revokedAt: null };
  await inTransaction(app, LEDGER_WRITES, async (wire) => {
    const { statement, values } = INSERT_KEYS;
    await wire.send(statement, values([{ kid, agencyId, heldBy: 'hub', x: 'x', ...times }]));
    await wire.send(
      INSERT_SECRETS.statement,
      INSERT_SECRETS.values([{ kid, master: 'm1', wrapped: Buffer.alloc(60) }]),
    );
  });
}

function lateBy(dossierId: SampleDossier['id'], sender: Receipt['agencyId']): LatenessAccount {
  const owner = { kind: 'agency', agencyId: sender } as const;
  const span = { from: 10, to: 20, minutes: 10 } as Pick<
    LatenessAccount['stretches'][number],
    'from' | 'to' | 'minutes'
  >;
  const stretches = [{ ...span, owner, leg: 'processing', kind: 'ownExcess', dueTo: owner }] as const;
  const dossier = { dossierId, procedureCode: '1.004873', sender, receiver: sender };
  return {
    ...dossier,
    state: 'late',
    reason: null,
    provisional: false,
    minutes: 10,
    since: span.from,
    until: span.to,
    stretches,
  };
}

/** A finding of an alert about the dossier, and an outage that gave it something back. */
async function concern({ app }: Opened, dossierId: SampleDossier['id']): Promise<void> {
  const [alertId, outageId] = [randomUUID(), randomUUID()];
  await inTransaction(app, LEDGER_WRITES, async (wire) => {
    for (const { name, text, about } of [
      { name: 'wall-member', text: MEMBER, about: alertId },
      { name: 'wall-outage', text: RELIEVED, about: outageId },
    ])
      await wire.send({ name, text }, [about, dossierId]);
  });
}

const MEMBER = `insert into alert_member
  (alert_id, dossier_id, clock_id, epoch, joined_n, level, code, facts, told, opened_at, changed_n)
  values ($1, $2, 'legal', 1, 1, 'breached', 'overdue', '{}', '{}', now(), 1)`;
const RELIEVED = `insert into outage_dossier (outage_id, revision, dossier_id, seq, state) values ($1, 1, $2, 1, 'relieved')`;

/** Puts a row of the dossier into every table there is for one. */
async function take(opened: Opened, { id, code, receiving, write }: SampleDossier): Promise<void> {
  await opened.store.transaction(async (tx) => {
    await tx.takeCodes([{ scope: receiving, day: '261123', count: 1 }]);
    const feed: FeedDraft[] = [{ agencyId: receiving, dossierId: id, seq: 1, eventId: '', view: 'full' }];
    const answer = { dossierId: id, code, version: 1, seq: 1, phase: 'received', eventIds: [] } as const;
    const answers = [{ agencyId: receiving, key: 'k-1', fingerprint: 'f', dossierId: id, answer }];
    const aliased = { ...write, dossier: { ...write.dossier, aliases: [`TAM.${code}`] } };
    const receipts = [{ dossierId: id, seq: 1, payload: receiptBy(receiving) }];
    await tx.write(batchOf([aliased], { feed, answers, receipts, privates: [personOf(id, 'Nguyễn Thị Bảo Vệ')] }));
  });
  await inTransaction(opened.app, LEDGER_WRITES, (wire) => replaceAccounts(wire, [id], [lateBy(id, receiving)]));
  await concern(opened, id);
  await opened.store.advanceRelayCursors([{ agencyId: receiving, relayed: 1 }]);
  const reader = { agencyId: receiving, supervises: [], reader: 'officer-1', purpose: 'spec' };
  await openPrivates({ pool: opened.app, ring: opened.ring }, id, reader);
}
