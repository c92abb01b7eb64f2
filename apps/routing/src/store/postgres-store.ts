import type { FeedItem, JournalEntry, Store, StoreTransaction, StoredJournal } from '@lien-thong/engine';
import type { AgencyId, DossierId } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { binaryArray } from './binary-array.js';
import type { Statement } from './columns.js';
import { NEXT_DUE } from './due-statements.js';
import { READ_FEED, readFeedItem } from './feed-rows.js';
import { journalEntries, storedJournals } from './journal-entries.js';
import { KnownDossiers } from './known-dossiers.js';
import { PostgresTransaction } from './postgres-transaction.js';
import type { KeyRing } from './private-crypto.js';
import type { RowReader } from './raw-row.js';
import { LEDGER_LOOK_UPS, LEDGER_READS, LEDGER_WRITES, askOnce, feedReads, inTransaction } from './transactions.js';

const DOSSIER_OF_CODE: Statement = {
  name: 'dossier-of-code',
  text: `select id from dossier where code = $1 union all select dossier_id from dossier_alias where code = $1 limit 1`,
};
/** Another database, another history of this one (a restored backup) or another count by hand: another line of numbers. */
const FEED_EPOCH: Statement = {
  name: 'feed-epoch',
  text: `select i.feed_epoch || '-' || left(md5(concat_ws(' ', c.system_identifier, d.oid, left(pg_walfile_name(
      pg_current_wal_lsn()), 8))), 12)
    from installation i, pg_control_system() c, pg_database d where d.datname = current_database()`,
};
const RELAY_CURSORS: Statement = {
  name: 'relay-cursors',
  text: `select f.agency_id, coalesce(r.relayed, 0), f.last from feed_counter f left join relay_cursor r using (agency_id)`,
};
const ADVANCE_CURSORS: Statement = {
  name: 'advance-cursors',
  text: `insert into relay_cursor as r (agency_id, relayed)
    select s.agency_id, max(s.relayed) from unnest($1::text[], $2::int8[]) as s (agency_id, relayed) group by 1 order by 1
    on conflict (agency_id) do update set relayed = excluded.relayed where r.relayed < excluded.relayed`,
};
const PAGE_OF_IDS: Statement = {
  name: 'page-of-ids',
  text: `select id from dossier where id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') order by id limit $2`,
};

/** The store in Postgres: named statements on pooled connections, as the login `app`, in the scope of the ledger. */
export class PostgresStore implements Store {
  private readonly known = new KnownDossiers();

  constructor(
    private readonly pool: Pool,
    private readonly ring: KeyRing,
    /** Whose feed a reader's request names: his own. */
    private readonly feedNamed: (reader: AgencyId) => AgencyId = (reader) => reader,
  ) {}

  async transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    const opened: PostgresTransaction[] = [];
    const result = await inTransaction(this.pool, LEDGER_WRITES, (wire) => {
      const tx = new PostgresTransaction(wire, this.ring, this.known);
      opened.push(tx);
      return work(tx);
    });
    for (const tx of opened) tx.committed();
    return result;
  }

  async dossierIdOf(code: string): Promise<DossierId | null> {
    const known = this.known.idOf(code);
    if (known !== undefined) return known;
    const [row] = await this.read(DOSSIER_OF_CODE, [code]);
    if (row === undefined) return null;
    const id = row.text() as DossierId;
    this.known.leads(code, id);
    return id;
  }

  async nextDueMinute(): Promise<number | null> {
    const [row] = await askOnce(this.pool, LEDGER_LOOK_UPS, { statement: NEXT_DUE });
    return row === undefined ? null : row.integer();
  }

  async readFeed(agencyId: AgencyId, after: number, limit: number): Promise<readonly FeedItem[]> {
    const values = [this.feedNamed(agencyId), after, limit];
    return (await askOnce(this.pool, feedReads(agencyId), { statement: READ_FEED, values })).map(readFeedItem);
  }

  async feedEpoch(): Promise<string> {
    const [row] = await this.read(FEED_EPOCH);
    if (row === undefined) throw new Error('the table installation is empty');
    return row.text();
  }

  async relayCursors(): Promise<ReadonlyMap<AgencyId, { readonly relayed: number; readonly last: number }>> {
    const rows = await this.read(RELAY_CURSORS);
    return new Map(rows.map((row) => [row.text() as AgencyId, { relayed: row.integer(), last: row.integer() }]));
  }

  async advanceRelayCursors(
    cursors: readonly { readonly agencyId: AgencyId; readonly relayed: number }[],
  ): Promise<void> {
    if (cursors.length === 0) return;
    const agencies = binaryArray(
      'text',
      cursors.map(({ agencyId }) => agencyId),
    );
    const relayed = binaryArray(
      'int8',
      cursors.map((cursor) => cursor.relayed),
    );
    await askOnce(this.pool, LEDGER_WRITES, { statement: ADVANCE_CURSORS, values: [agencies, relayed] });
  }

  async journalPage(after: DossierId | null, limit: number): Promise<readonly StoredJournal[]> {
    return storedJournals(this.pool, await this.pageOfIds(after, limit));
  }

  async auditPage(after: DossierId | null, limit: number): Promise<readonly JournalEntry[]> {
    return journalEntries(this.pool, await this.pageOfIds(after, limit));
  }

  private async pageOfIds(after: DossierId | null, limit: number): Promise<readonly DossierId[]> {
    return (await this.read(PAGE_OF_IDS, [after, limit])).map((row) => row.text() as DossierId);
  }

  private read(statement: Statement, values: readonly unknown[] = []): Promise<readonly RowReader[]> {
    return askOnce(this.pool, LEDGER_READS, { statement, values });
  }
}
