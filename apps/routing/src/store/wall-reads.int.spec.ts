/** Attacks on the second wall: what the login `app` can see when every check before it was forgotten. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact } from '@lien-thong/domain';
import type { FeedEntry } from '@lien-thong/engine';
import { batchOf, clerk, eventOf, nextWrite, receivedBy } from '../../test/dossiers.js';
import { A, ALERTS, B, C, COUNTERS, NO_DOSSIER, S, Wall, mine, theirs } from '../../test/wall.js';
import { sampleClock, sampleSegment } from '../../../../packages/engine/test/conformance/samples.js';

let wall: Wall;
beforeAll(async () => {
  wall = await Wall.build();
});
afterAll(() => wall.close());

const ACCOUNTS = ['lateness', 'late_stretch', 'alert_member', 'outage_dossier'];
const ofB = { kind: 'agency', agencyId: B } as const;

describe('row-level security', () => {
  it('stands, forced, on every table that is not reference data, and on every partition of the journal', async () => {
    const { rows } = await wall.opened.migrator.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...NO_DOSSIER].sort());
  });

  it('has rows of both dossiers on every table to be judged by, so that a new table is not overlooked', async () => {
    expect(wall.dossierTables).toContain('event');
    const both = [mine.id, theirs.id].sort();
    expect(await wall.seenOnEach({ 'app.scope': 'ledger' })).toEqual(wall.expected(both, wall.dossierTables));
  });

  it('shows nothing at all to a connection that has not said who asks', async () => {
    for (const table of [...wall.dossierTables, ...COUNTERS, ...ALERTS]) {
      expect({ table, found: await wall.attempt({}, `select from ${table}`) }).toEqual({ table, found: '0 rows' });
    }
  });

  it('shows nothing to the owner of the tables either', async () => {
    for (const table of [...wall.dossierTables, ...COUNTERS, ...ALERTS]) {
      const { rowCount } = await wall.opened.migrator.query(`select from ${table}`);
      expect({ table, rowCount }).toEqual({ table, rowCount: 0 });
    }
  });

  it('forgets who asked when the transaction ends', async () => {
    const client = await wall.opened.app.connect();
    await client.query('begin');
    await client.query(`select set_config('app.scope', 'ledger', true)`);
    await client.query('commit');
    const { rowCount } = await client.query('select from dossier');
    client.release();
    expect(rowCount).toBe(0);
  });

  it.each(['read', 'nothing', ''])(
    'shows an agency its own dossiers only, on every table (scope "%s")',
    async (scope) => {
      const seen = await wall.seenOnEach({ 'app.scope': scope, 'app.agency': A });
      expect(seen).toEqual(wall.expected([mine.id], wall.dossierTables));
    },
  );

  it('shows the reader of a feed no entry of another agency', async () => {
    expect(await wall.seen({ 'app.scope': 'feed', 'app.agency': A }, 'feed')).toEqual([mine.id]);
    expect(await wall.seen({ 'app.scope': 'feed', 'app.agency': '' }, 'feed')).toEqual([]);
  });

  it('shows a stranger nothing', async () => {
    expect(await wall.seenOnEach({ 'app.agency': 'wall-x' })).toEqual(wall.expected([], []));
  });

  it('shows a supervisor the dossiers of his agencies, but neither their persons nor their keys and feeds', async () => {
    const seen = await wall.seenOnEach({ 'app.agency': S, 'app.supervises': `${A},${B}` });
    const shown = ['dossier', 'dossier_alias', 'party', 'event', 'clock', 'segment', 'custody_receipt', ...ACCOUNTS];
    expect(seen).toEqual(wall.expected([mine.id], shown));
  });

  it('shows a supervisor of nobody nothing', async () => {
    expect(await wall.seenOnEach({ 'app.agency': S, 'app.supervises': '' })).toEqual(wall.expected([], []));
  });

  it('shows the applicant the one dossier he has the secret of, and nothing that says more', async () => {
    const seen = await wall.seenOnEach({ 'app.scope': 'track', 'app.dossier': mine.id });
    expect(seen).toEqual(wall.expected([mine.id], ['dossier', 'clock']));
  });
});

describe('a consulted agency', () => {
  it('sees that there is a dossier', async () => {
    const seen = await wall.seenOnEach({ 'app.agency': B });
    expect(seen).toEqual(wall.expected([mine.id], ['dossier', 'dossier_alias', 'party']));
  });

  it('sees the facts, the clock and the minutes of its own consultation, and no others', async () => {
    const consultation = {
      type: 'dossier.consultationRequested.v1',
      data: { consultation: 'tax', agencyId: B },
    } as unknown as Fact;
    const event = eventOf({ dossierId: mine.id, seq: 2, actor: clerk(A), fact: consultation });
    const feed: FeedEntry[] = [{ agencyId: B, n: 1, dossierId: mine.id, seq: 2, eventId: event.id, view: 'part' }];
    const clocks = [sampleClock('consultation:tax', { kind: 'consultation', owner: ofB })];
    const segments = [{ ...sampleSegment(2, null), owner: ofB }];
    await wall.opened.store.transaction((tx) =>
      tx.write(batchOf([nextWrite(mine, 2, { events: [event], clocks, segments })], { feed })),
    );
    const as = { 'app.agency': B };
    for (const table of ['event', 'clock', 'segment', 'feed']) {
      expect({ table, found: await wall.attempt(as, `select from ${table}`) }).toEqual({ table, found: '1 rows' });
    }
    expect(await wall.seen(as, 'private')).toEqual([]);
  });
});

it('an agency that was passed over sees no more of the dossier, and the one it was sent to does', async () => {
  const sent = receivedBy(A, [{ agencyId: B, role: 'addressed' }]);
  await wall.opened.store.transaction((tx) => tx.write(batchOf([sent.write])));
  expect(await wall.seen({ 'app.agency': B }, 'event')).toContain(sent.id);
  const fact = {
    type: 'dossier.transferRedirected.v1',
    data: { attempt: 2, to: C, copy: 'electronic', reason: 'wrongAgency' },
  } as unknown as Fact;
  const supervisor = { kind: 'supervisor', agencyId: S, officerId: null } as const;
  const transfer = { attempt: 2, to: C, copy: 'electronic', lapsed: false, refusedFor: null } as const;
  const write = nextWrite(sent, 2, {
    dossier: { ...sent.write.dossier, transfer },
    events: [eventOf({ dossierId: sent.id, seq: 2, actor: supervisor, fact })],
    parties: [{ dossierId: sent.id, agencyId: C, role: 'addressed' }],
  });
  await wall.opened.store.transaction((tx) => tx.write(batchOf([write])));
  for (const table of ['dossier', 'event', 'clock', 'segment']) {
    expect(await wall.seen({ 'app.agency': B }, table)).not.toContain(sent.id);
    expect(await wall.seen({ 'app.agency': C }, table)).toContain(sent.id);
  }
});
