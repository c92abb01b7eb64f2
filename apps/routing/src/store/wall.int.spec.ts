/** Attacks on the second wall: what the login `app` can do when every check before it was forgotten. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierEvent, Fact } from '@lien-thong/domain';
import type { FeedEntry } from '@lien-thong/engine';
import type { PoolClient } from 'pg';
import { agency, batchOf, clerk, eventOf, nextWrite, personOf, receivedBy } from '../../test/dossiers.js';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { sampleClock, sampleSegment } from '../../../../packages/engine/test/conformance/samples.js';
import { openPrivates } from './private-store.js';

const [A, B, C, S] = [agency('wall-a'), agency('wall-b'), agency('wall-c'), agency('wall-s')];

/** Tables without a dossier in them: reference data, directory, identities and the books of TypeORM. */
const NO_DOSSIER = [
  ...['province', 'commune', 'old_unit', 'old_unit_successor', 'agency', 'competence'],
  ...['procedure_version', 'catalogue_procedure', 'calendar_version', 'holiday'],
  ...['officer', 'account', 'account_role', 'supervised_area', 'api_key', 'session', 'installation', 'migration'],
];
/** Counters of agencies and codes: behind the wall, though no row names a dossier. */
const COUNTERS = ['code_counter', 'feed_counter', 'relay_cursor'];

let opened: Opened;
/** `mine` was received by A with B consulted; `theirs` by C. */
const mine = receivedBy(A, [{ agencyId: B, role: 'consulted' }]);
const theirs = receivedBy(C);
let dossierTables: string[];

beforeAll(async () => {
  opened = await openDatabase();
  const directory = [A, B, C, S].map((id) => `('${id}', 'H99.${id.slice(-1)}', '${id}', '${id}', 'commune', 'department',
    '${id === C ? '48' : '31'}', null, null, false, null, '2025-07-01', null, 'no')`);
  await opened.migrator.query(`insert into agency values ${directory.join(', ')}`);
  await opened.migrator.query(`insert into supervised_area values ('${S}', '31')`);
  for (const sample of [mine, theirs]) {
    await opened.store.transaction(async (tx) => {
      await tx.takeCodes([{ scope: sample.receiving, day: '261123', count: 1 }]);
      await tx.takeFeedNumbers([{ agencyId: sample.receiving, count: 1 }]);
      const feed: FeedEntry[] = [
        { agencyId: sample.receiving, n: 1, dossierId: sample.id, seq: 1, eventId: '', view: 'full' },
      ];
      const write = { ...sample.write, dossier: { ...sample.write.dossier, aliases: [`TAM.${sample.code}`] } };
      const answer = { dossierId: sample.id, code: sample.code, version: 1, seq: 1, phase: 'received', eventIds: [] } as const;
      const answers = [{ agencyId: sample.receiving, key: 'k-1', fingerprint: 'f', dossierId: sample.id, answer }];
      const privates = [personOf(sample.id, 'Nguyễn Thị Bảo Vệ')];
      await tx.write(batchOf([write], { feed, answers, privates }));
    });
    await opened.store.advanceRelayCursors([{ agencyId: sample.receiving, relayed: 1 }]);
    const reader = { agencyId: sample.receiving, supervises: [], reader: 'officer-1', purpose: 'spec' };
    await openPrivates({ pool: opened.app, ring: opened.ring }, sample.id, reader);
  }
  const { rows } = await opened.migrator.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
     and not relispartition order by 1`,
  );
  dossierTables = rows.map(({ name }) => name).filter((name) => ![...NO_DOSSIER, ...COUNTERS].includes(name));
});
afterAll(() => opened.close());

/** Runs statements as `app` with these settings, in a transaction that is rolled back. */
async function as<T>(settings: Record<string, string>, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await opened.app.connect();
  try {
    await client.query('begin');
    for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, true)', [name, value]);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const idColumn = (table: string) => (table === 'dossier' ? 'id' : 'dossier_id');

async function dossiersSeen(settings: Record<string, string>, table: string): Promise<string[]> {
  const { rows } = await as(settings, (client) =>
    client.query<{ id: string }>(`select distinct ${idColumn(table)} as id from ${table}`),
  );
  return rows.map(({ id }) => id).sort();
}

const both = [mine.id, theirs.id].sort();

describe('row-level security', () => {
  it('stands, forced, on every table that is not reference data, and on every partition of the journal', async () => {
    const { rows } = await opened.migrator.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...NO_DOSSIER].sort());
  });

  it('has rows of both dossiers in every table to be judged by, so that no table is overlooked', async () => {
    expect(dossierTables).toContain('event');
    for (const table of dossierTables) {
      // What a superuser sees, whom no policy binds.
      const { rows } = await opened.migrator.query<{ force: boolean }>('select relforcerowsecurity as force from pg_class where relname = $1', [table]);
      expect({ table, force: rows[0]?.force }).toEqual({ table, force: true });
    }
    const everything = await Promise.all(dossierTables.filter((table) => table !== 'private_read').map((table) => dossiersSeen({ 'app.scope': 'ledger' }, table)));
    expect(everything.every((ids) => ids.join() === both.join())).toBe(true);
  });

  it('shows nothing at all to a connection that has not said who asks', async () => {
    for (const table of [...dossierTables, ...COUNTERS]) {
      const { rowCount } = await as({}, (client) => client.query(`select from ${table}`));
      expect({ table, rowCount }).toEqual({ table, rowCount: 0 });
    }
  });

  it('shows nothing to the owner of the tables either', async () => {
    for (const table of [...dossierTables, ...COUNTERS]) {
      expect({ table, ...(await opened.migrator.query(`select from ${table}`)) }).toMatchObject({ table, rowCount: 0 });
    }
  });

  it('forgets who asked when the transaction ends', async () => {
    const client = await opened.app.connect();
    await client.query('begin');
    await client.query(`select set_config('app.scope', 'ledger', true)`);
    await client.query('commit');
    const { rowCount } = await client.query('select from dossier');
    client.release();
    expect(rowCount).toBe(0);
  });

  it.each(['read', 'feed', 'nothing'])('shows an agency its own dossiers only, on every table (scope %s)', async (scope) => {
    for (const table of dossierTables) {
      // In the scope of a feed events are found through the feed, whose rows are the agency's own.
      if (scope === 'feed' && table === 'event') continue;
      const seen = await dossiersSeen({ 'app.scope': scope, 'app.agency': A }, table);
      expect({ table, seen }).toEqual({ table, seen: [mine.id] });
    }
  });

  it('shows a stranger nothing', async () => {
    for (const table of dossierTables) {
      expect({ table, seen: await dossiersSeen({ 'app.agency': 'wall-x' }, table) }).toEqual({ table, seen: [] });
    }
  });

  it('shows a supervisor the dossiers of his agencies, but neither their persons nor their keys and feeds', async () => {
    const hidden = ['private', 'private_key', 'private_token', 'private_read', 'command_key', 'feed'];
    for (const table of dossierTables) {
      const seen = await dossiersSeen({ 'app.agency': S, 'app.supervises': `${A},${B}` }, table);
      expect({ table, seen }).toEqual({ table, seen: hidden.includes(table) ? [] : [mine.id] });
    }
  });

  it('shows a consulted agency that there is a dossier, and its own part of it', async () => {
    const shown = ['dossier', 'dossier_alias', 'party'];
    for (const table of dossierTables) {
      const seen = await dossiersSeen({ 'app.agency': B }, table);
      expect({ table, seen }).toEqual({ table, seen: shown.includes(table) ? [mine.id] : [] });
    }
    const fact: Fact = {
      ...eventOf({ dossierId: mine.id, seq: 2, actor: clerk(A) }),
      type: 'dossier.consultationRequested.v1',
      data: { consultation: 'tax' as never, agencyId: B },
    };
    const event = eventOf({ dossierId: mine.id, seq: 2, actor: clerk(A), fact });
    const feed: FeedEntry[] = [{ agencyId: B, n: 1, dossierId: mine.id, seq: 2, eventId: event.id, view: 'part' }];
    const clocks = [sampleClock('consultation:tax', { kind: 'consultation', owner: { kind: 'agency', agencyId: B } })];
    const segments = [{ ...sampleSegment(2, null), owner: { kind: 'agency' as const, agencyId: B } }];
    await opened.store.transaction((tx) => tx.write(batchOf([nextWrite(mine, 2, { events: [event], clocks, segments })], { feed })));
    const count = (table: string) => as({ 'app.agency': B }, async (client) => (await client.query(`select from ${table}`)).rowCount);
    expect([await count('event'), await count('clock'), await count('segment')]).toEqual([1, 1, 1]);
    expect([await dossiersSeen({ 'app.agency': B }, 'private'), await dossiersSeen({ 'app.agency': B }, 'feed')]).toEqual([[], [mine.id]]);
  });

  it('shows the applicant the one dossier he has the secret of, and nothing that says more', async () => {
    const settings = { 'app.scope': 'track', 'app.dossier': mine.id };
    for (const table of dossierTables) {
      const seen = await dossiersSeen(settings, table);
      expect({ table, seen }).toEqual({ table, seen: ['dossier', 'clock'].includes(table) ? [mine.id] : [] });
    }
  });

  it('shows an agency that was passed over no more of the dossier', async () => {
    const passedOver = receivedBy(A, [{ agencyId: B, role: 'addressed' }]);
    await opened.store.transaction((tx) => tx.write(batchOf([passedOver.write])));
    expect(await dossiersSeen({ 'app.agency': B }, 'event')).toContain(passedOver.id);
    const fact = { type: 'dossier.transferRedirected.v1', data: { attempt: 2, to: C, copy: 'electronic', reason: 'wrongAgency' } };
    const redirected = eventOf({ dossierId: passedOver.id, seq: 2, actor: { kind: 'supervisor', agencyId: S, officerId: null }, fact: { ...eventOf({ dossierId: passedOver.id, seq: 2, actor: clerk(A) }), ...fact } as Fact });
    const transfer = { attempt: 2, to: C, copy: 'electronic', lapsed: false, refusedFor: null } as const;
    await opened.store.transaction((tx) =>
      tx.write(
        batchOf([
          nextWrite(passedOver, 2, {
            dossier: { ...passedOver.write.dossier, transfer },
            events: [redirected],
            parties: [{ dossierId: passedOver.id, agencyId: C, role: 'addressed' }],
          }),
        ]),
      ),
    );
    expect(await dossiersSeen({ 'app.agency': B }, 'event')).not.toContain(passedOver.id);
    expect(await dossiersSeen({ 'app.agency': B }, 'dossier')).not.toContain(passedOver.id);
    expect(await dossiersSeen({ 'app.agency': C }, 'event')).toContain(passedOver.id);
  });
});

describe('the login app', () => {
  const ledger = { 'app.scope': 'ledger' };
  const refused = async (settings: Record<string, string>, sql: string): Promise<string> => {
    const error: unknown = await as(settings, (client) => client.query(sql)).then(
      ({ rowCount }) => `${rowCount} rows`,
      (reason: unknown) => reason,
    );
    return error instanceof Error ? error.message : String(error);
  };

  it.each([
    ['rewrites the journal', `update event set data = '{}'`],
    ['takes a fact out of the journal', 'delete from event'],
    ['empties the journal', 'truncate event'],
    ['reaches around the journal to a partition', 'select from event_default'],
    ['writes to a partition', `delete from event_default`],
    ['moves a dossier out of the journal', 'alter table event add column x integer'],
    ['drops a policy', 'drop policy see on dossier'],
    ['switches the wall off', 'alter table dossier disable row level security'],
    ['makes a table of its own', 'create table mine (id integer)'],
    ['becomes the owner', 'set role migrator'],
    ['changes who supervises whom', `insert into supervised_area values ('${S}', 'all')`],
    ['changes a procedure', 'update procedure_version set definition = definition'],
    ['gives itself a key', `insert into api_key (id, agency_id, label, secret_hash, roles) values ('x', '${A}', 'x', '', '{}')`],
    ['forgets who read private data', 'delete from private_read'],
  ])('cannot do this even as the ledger: %s', async (_what, sql) => {
    expect(await refused(ledger, sql)).toMatch(/permission denied|must be owner/);
  });

  it('writes nothing outside the ledger, whoever it says it is', async () => {
    for (const settings of [{}, { 'app.agency': A }, { 'app.scope': 'read', 'app.agency': A }]) {
      expect(await refused(settings, `update dossier set holder = 'wall-x'`)).toBe('0 rows');
      expect(await refused(settings, 'delete from clock')).toBe('0 rows');
      expect(await refused(settings, `insert into party values ('${theirs.id}', '${A}', 'receiving')`)).toMatch(/row-level security/);
      expect(await refused(settings, 'select id from dossier for update')).toBe('0 rows');
    }
  });

  it('deletes no idempotency key before its 90 days are over', async () => {
    expect(await refused(ledger, 'delete from command_key')).toBe('0 rows');
  });

  it('notes no reading of private data in the name of an agency that is not party', async () => {
    const note = (who: string) => `insert into private_read (dossier_id, agency_id, reader, purpose) values ('${theirs.id}', '${who}', 'x', 'x')`;
    expect(await refused({ 'app.agency': A }, note(A))).toMatch(/row-level security/);
    expect(await refused({ 'app.agency': A }, note(C))).toMatch(/row-level security/);
  });
});

describe('the actor of an event', () => {
  const engine: DossierEvent['actor'] = { kind: 'engine', agencyId: null, officerId: null };
  const append = (event: DossierEvent) => opened.store.transaction((tx) => tx.write(batchOf([nextWrite(theirs, event.seq, { events: [event] })])));
  const breach = (): Fact => ({
    ...eventOf({ dossierId: theirs.id, seq: 9, actor: engine }),
    type: 'dossier.clockBreached.v1',
    data: { clockId: 'legal', epoch: 1, rungAt: '2026-11-24T02:00:00.000Z' as never },
  });

  it.each([
    ['a clerk of an agency that is not party', clerk(A)],
    ['a clerk of no agency', { kind: 'clerk', agencyId: null, officerId: null }],
    ['a supervisor of another province', { kind: 'supervisor', agencyId: S, officerId: null }],
    ['a supervisor who supervises nothing', { kind: 'supervisor', agencyId: C, officerId: null }],
    ['the engine, for an act only people do', engine],
    ['the engine in the name of an agency', { ...engine, agencyId: C }],
  ] as [string, DossierEvent['actor']][])('cannot be %s', async (_who, actor) => {
    await expect(append(eventOf({ dossierId: theirs.id, seq: 2, actor }))).rejects.toThrow(/row-level security/);
  });

  it('cannot be a stranger among the acts of others, and then nobody of the batch is written', async () => {
    const good = nextWrite(mine, 3);
    const bad = nextWrite(theirs, 2, { events: [eventOf({ dossierId: theirs.id, seq: 2, actor: clerk(A) })] });
    await expect(opened.store.transaction((tx) => tx.write(batchOf([good, bad])))).rejects.toThrow(/row-level security/);
    const journals = await opened.store.transaction((tx) => tx.loadJournals([mine.id]));
    expect(journals.get(mine.id)?.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('may be a party, a supervisor of a party, and the engine for what it finds out itself', async () => {
    await append(eventOf({ dossierId: theirs.id, seq: 2, actor: clerk(C) }));
    await append(eventOf({ dossierId: theirs.id, seq: 3, actor: engine, fact: breach() }));
    await opened.migrator.query(`insert into supervised_area values ('${S}', '48')`);
    await append(eventOf({ dossierId: theirs.id, seq: 4, actor: { kind: 'supervisor', agencyId: S, officerId: null } }));
  });
});
