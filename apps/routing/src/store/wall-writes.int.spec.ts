/** Attacks on the second wall: what the login `app` can write when every check before it was forgotten. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierEvent, Fact } from '@lien-thong/domain';
import { batchOf, clerk, eventOf, nextWrite } from '../../test/dossiers.js';
import { A, C, S, Wall, mine, theirs } from '../../test/wall.js';

let wall: Wall;
beforeAll(async () => {
  wall = await Wall.build();
});
afterAll(() => wall.close());

const LEDGER = { 'app.scope': 'ledger' };

describe('the login app', () => {
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
    ['forgets who read private data', 'delete from private_read'],
    ['rewrites a receipt', `update custody_receipt set jws = ''`],
    ['takes a receipt back', 'delete from custody_receipt'],
    ['gives a key to another agency', `update agency_key set agency_id = 'wall-c'`],
    ['puts another public half in the place of one', `update agency_key set x = ''`],
    ['forgets a key', 'delete from agency_key'],
    ['replaces a private half', `update agency_key_secret set wrapped = ''`],
  ])('cannot do this even as the ledger: %s', async (_what, sql) => {
    expect(await wall.attempt(LEDGER, sql)).toMatch(/permission denied|must be owner/);
  });

  it('gives itself no key, makes no officer and no account and takes no role, even as the ledger', async () => {
    const attempts = [
      `insert into api_key (id, agency_id, label, secret_hash, roles) values ('x', '${A}', 'x', '', '{}')`,
      `insert into officer (id, agency_id, name, title, title_en) values ('x', '${A}', 'x', 'x', 'x')`,
      `insert into account_role (account_id, role) values ('x', 'admin')`,
    ];
    for (const sql of attempts) expect(await wall.attempt(LEDGER, sql)).toMatch(/row-level security/);
    expect(await wall.attempt(LEDGER, `update account set active = true`)).toBe('0 rows');
    expect(await wall.attempt(LEDGER, `update api_key set revoked_at = null`)).toBe('0 rows');
  });

  it('writes nothing outside the ledger, whoever it says it is', async () => {
    for (const settings of [{}, { 'app.agency': A }, { 'app.scope': 'read', 'app.agency': A }]) {
      expect(await wall.attempt(settings, `update dossier set holder = 'wall-x'`)).toBe('0 rows');
      expect(await wall.attempt(settings, 'delete from clock')).toBe('0 rows');
      expect(await wall.attempt(settings, `insert into party values ('${theirs.id}', '${A}', 'receiving')`)).toMatch(
        /row-level security/,
      );
      expect(await wall.attempt(settings, 'select id from dossier for update')).toBe('0 rows');
    }
  });

  it('ends or adds no key of another agency, and none of the hub in an agency’s name', async () => {
    const add = (agencyId: string, heldBy: string) =>
      `insert into agency_key (kid, agency_id, held_by, x, valid_from) values ('new', '${agencyId}', '${heldBy}', 'x', now())`;
    expect(await wall.attempt({ 'app.agency': A }, add(C, 'agency'))).toMatch(/row-level security/);
    expect(await wall.attempt({ 'app.agency': A }, add(A, 'hub'))).toMatch(/row-level security/);
    expect(await wall.attempt(LEDGER, add(A, 'agency'))).toMatch(/row-level security/);
    expect(await wall.attempt({ 'app.agency': A }, add(A, 'agency'))).toBe('1 rows');
    expect(await wall.attempt({ 'app.agency': C }, 'update agency_key set revoked_at = now()')).toBe('0 rows');
    expect(await wall.attempt({ 'app.agency': A }, 'select from agency_key_secret')).toBe('0 rows');
  });

  it('deletes no idempotency key before its 90 days are over', async () => {
    expect(await wall.attempt(LEDGER, 'delete from command_key')).toBe('0 rows');
  });

  it('notes no reading of private data in the name of an agency that is not party', async () => {
    const note = (who: string) =>
      `insert into private_read (dossier_id, agency_id, reader, purpose) values ('${theirs.id}', '${who}', 'x', 'x')`;
    expect(await wall.attempt({ 'app.agency': A }, note(A))).toMatch(/row-level security/);
    expect(await wall.attempt({ 'app.agency': A }, note(C))).toMatch(/row-level security/);
  });
});

describe('the actor of an event', () => {
  const engine: DossierEvent['actor'] = { kind: 'engine', agencyId: null, officerId: null };
  const append = (event: DossierEvent) =>
    wall.opened.store.transaction((tx) => tx.write(batchOf([nextWrite(theirs, event.seq, { events: [event] })])));
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
  ] as [string, DossierEvent['actor']][])('cannot be %s', async (_who, actor) => {
    await expect(append(eventOf({ dossierId: theirs.id, seq: 2, actor }))).rejects.toThrow(/row-level security/);
  });

  it('cannot be the engine in the name of an agency, not even for what the engine finds out', async () => {
    const event = eventOf({ dossierId: theirs.id, seq: 2, actor: { ...engine, agencyId: C }, fact: breach() });
    await expect(append(event)).rejects.toThrow(/row-level security/);
  });

  it('cannot be a stranger among the acts of others, and then nobody of the batch is written', async () => {
    const good = nextWrite(mine, 2);
    const bad = nextWrite(theirs, 2, { events: [eventOf({ dossierId: theirs.id, seq: 2, actor: clerk(A) })] });
    await expect(wall.opened.store.transaction((tx) => tx.write(batchOf([good, bad])))).rejects.toThrow(
      /row-level security/,
    );
    const journals = await wall.opened.store.transaction((tx) => tx.loadJournals([mine.id]));
    expect(journals.get(mine.id)?.map(({ seq }) => seq)).toEqual([1]);
  });

  it('may be a party, a supervisor of a party, and the engine for what it finds out itself', async () => {
    await append(eventOf({ dossierId: theirs.id, seq: 2, actor: clerk(C) }));
    await append(eventOf({ dossierId: theirs.id, seq: 3, actor: engine, fact: breach() }));
    await wall.opened.migrator.query(`insert into supervised_area values ('${S}', '48')`);
    await append(
      eventOf({ dossierId: theirs.id, seq: 4, actor: { kind: 'supervisor', agencyId: S, officerId: null } }),
    );
  });
});
