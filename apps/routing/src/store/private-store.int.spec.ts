import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgencyId, DossierId } from '@lien-thong/domain';
import { FIRST_PREV_HASH, hashOf } from '@lien-thong/engine';
import { agency, batchOf, nextWrite, personOf, receivedBy } from '../../test/dossiers.js';
import type { SampleDossier } from '../../test/dossiers.js';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { PostgresStore } from './postgres-store.js';
import { KeyRing } from './private-crypto.js';
import { erasePrivates, findByPerson, openPrivates } from './private-store.js';

const [A, B, C] = [agency('private-a'), agency('private-b'), agency('private-c')];
let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

function openAs(agencyId: AgencyId, dossierId: DossierId) {
  const reader = { agencyId, supervises: [], reader: 'officer-7', purpose: 'xem đơn' };
  return openPrivates({ pool: opened.app, ring: opened.ring }, dossierId, reader);
}

interface Page {
  readonly by?: AgencyId;
  readonly before?: DossierId;
  readonly limit?: number;
}
function find(query: string, { by = A, before, limit = 10 }: Page = {}) {
  const at = { pool: opened.app, ring: opened.ring };
  return findByPerson(at, { agencyId: by, supervises: [] }, { query, before: before ?? null, limit });
}

/** A dossier of A, with B consulted and one person in it. */
async function taken(name: string, identityNumber?: string): Promise<SampleDossier> {
  const sample = receivedBy(A, [{ agencyId: B, role: 'consulted' }]);
  const privates = [personOf(sample.id, name, identityNumber)];
  await opened.store.transaction((tx) => tx.write(batchOf([sample.write], { privates })));
  return sample;
}

/** The second act on the dossier brings another person. */
async function addPerson(of: SampleDossier, name: string, store = opened.store): Promise<void> {
  await store.transaction((tx) => tx.write(batchOf([nextWrite(of, 2)], { privates: [personOf(of.id, name)] })));
}

async function asLedger<Row extends object>(sql: string, values: readonly unknown[]): Promise<Row[]> {
  const client = await opened.app.connect();
  await client.query('begin');
  await client.query(`select set_config('app.scope', 'ledger', true)`);
  const { rows } = await client.query<Row>(sql, [...values]);
  await client.query('commit');
  client.release();
  return rows;
}

const namesIn = (found: Awaited<ReturnType<typeof openAs>>): unknown[] =>
  found?.records.map(({ payload }) => (payload as { persons: { name: string }[] }).persons[0]?.name) ?? [];

describe('private data', () => {
  it('lies encrypted, with nothing of the person to be seen', async () => {
    const { id } = await taken('Nguyễn Văn Kín', '031099000001');
    const rows = await asLedger<{ sealed: Buffer }>('select sealed from private where dossier_id = $1', [id]);
    const bytes = Buffer.concat(rows.map(({ sealed }) => sealed));
    expect(bytes.length).toBeGreaterThan(100);
    for (const trace of ['Nguyễn', 'Kín', '031099000001', 'persons']) expect(bytes.includes(trace)).toBe(false);
  });

  it('is opened by the agency in charge, and the opening is noted', async () => {
    const { id } = await taken('Trần Thị Mở');
    expect(await openAs(A, id)).toMatchObject({
      erased: false,
      records: [{ payload: personOf(id, 'Trần Thị Mở').payload }],
    });
    const notes = await asLedger('select agency_id, reader, purpose from private_read where dossier_id = $1', [id]);
    expect(notes).toEqual([{ agency_id: A, reader: 'officer-7', purpose: 'xem đơn' }]);
  });

  it.each([
    ['a consulted agency', B],
    ['a stranger', C],
  ])('is not opened by %s, and nothing is noted in its name', async (_who, agencyId) => {
    const { id } = await taken('Lê Văn Đóng');
    expect(await openAs(agencyId, id)).toBeNull();
    expect(await asLedger('select from private_read where dossier_id = $1', [id])).toEqual([]);
  });

  it('of one dossier shares one data key, however many records there are', async () => {
    const sample = await taken('Phạm Thị Một');
    await addPerson(sample, 'Phạm Thị Hai');
    expect(namesIn(await openAs(A, sample.id))).toEqual(['Phạm Thị Một', 'Phạm Thị Hai']);
    const keys = await asLedger<{ keys: number }>(
      'select count(distinct key_id)::int as keys from private where dossier_id = $1',
      [sample.id],
    );
    expect(keys).toEqual([{ keys: 1 }]);
  });

  it('cannot be moved to another dossier', async () => {
    const [one, two] = [await taken('Vũ Văn Chuyển'), await taken('Vũ Văn Ở Lại')];
    await asLedger(
      `insert into private (dossier_id, id, key_id, sealed) select $1, r.id, k.key_id, r.sealed
       from private r join private_key k on k.dossier_id = $1 where r.dossier_id = $2`,
      [two.id, one.id],
    );
    await expect(openAs(A, two.id)).rejects.toThrow();
  });

  it('is still read after the master key was replaced, and new records are under the new one', async () => {
    const old = await taken('Đỗ Thị Cũ');
    const first = { name: 'test-1', key: Buffer.alloc(32, 1) };
    const ring = new KeyRing({
      current: { name: 'test-2', key: Buffer.alloc(32, 9) },
      former: [first],
      search: Buffer.alloc(32, 2),
    });
    const store = new PostgresStore(opened.app, ring);
    await addPerson(old, 'Đỗ Thị Mới', store);
    const fresh = receivedBy(A);
    await store.transaction((tx) =>
      tx.write(batchOf([fresh.write], { privates: [personOf(fresh.id, 'Đỗ Thị Mới Nữa')] })),
    );
    const reader = { agencyId: A, supervises: [], reader: 'r', purpose: 'p' };
    expect(namesIn(await openPrivates({ pool: opened.app, ring }, old.id, reader))).toEqual([
      'Đỗ Thị Cũ',
      'Đỗ Thị Mới',
    ]);
    expect(namesIn(await openPrivates({ pool: opened.app, ring }, fresh.id, reader))).toEqual(['Đỗ Thị Mới Nữa']);
    // Without the new master key the new record stays shut.
    await expect(openAs(A, fresh.id)).rejects.toThrow('test-2');
  });
});

describe('a search for a person', () => {
  it('finds him by name in any spelling, by words of it and by number, the newest dossier first', async () => {
    const [first, second] = [await taken('Hoàng Thúy Hoà', '031099005555'), await taken('Hoàng Thuý Hoa')];
    expect(await find('hoang thuy hoa')).toEqual([second.id, first.id]);
    expect(await find('HOÀ THÚY')).toEqual([second.id, first.id]);
    expect(await find('031 099 005 555')).toEqual([first.id]);
    expect(await find('hoang thuy hoa', { limit: 1 })).toEqual([second.id]);
    expect(await find('hoang thuy hoa', { before: second.id })).toEqual([first.id]);
    expect(await find('Hoàng Thúy Hằng')).toEqual([]);
  });

  it('finds nothing for an agency that is consulted or not party', async () => {
    await taken('Bùi Duy Nhất');
    expect(await find('Bùi Duy Nhất')).toHaveLength(1);
    expect(await find('Bùi Duy Nhất', { by: B })).toEqual([]);
    expect(await find('Bùi Duy Nhất', { by: C })).toEqual([]);
  });
});

describe('the erasure of a person', () => {
  it('makes the records unreadable and unfindable for ever and leaves the journal whole', async () => {
    const sample = await taken('Ngô Văn Xoá', '031099007777');
    await addPerson(sample, 'Ngô Thị Xoá');
    expect(await erasePrivates(opened.app, sample.id)).toMatch(/Z$/);
    expect(await openAs(A, sample.id)).toEqual({ records: [], erased: true });
    expect([await find('Ngô Văn Xoá'), await find('031099007777')]).toEqual([[], []]);
    const key = await asLedger('select wrapped from private_key where dossier_id = $1', [sample.id]);
    expect(key).toEqual([{ wrapped: null }]);
    const journals = await opened.store.transaction((tx) => tx.loadJournals([sample.id]));
    const journal = journals.get(sample.id) ?? [];
    expect(journal.map(({ seq }) => seq)).toEqual([1, 2]);
    for (const event of journal) expect(hashOf(event)).toBe(event.hash);
    expect(journal[0]?.prevHash).toBe(FIRST_PREV_HASH);
  });

  it('is done once, and what comes after it has a key of its own', async () => {
    const sample = await taken('Dương Thị Trước');
    await erasePrivates(opened.app, sample.id);
    expect(await erasePrivates(opened.app, sample.id)).toBeNull();
    await addPerson(sample, 'Dương Thị Sau');
    const found = await openAs(A, sample.id);
    expect([namesIn(found), found?.erased]).toEqual([['Dương Thị Sau'], true]);
  });
});

describe('the secret on the receipt', () => {
  it('is the same each time, another one for each dossier, and short enough to copy', () => {
    const [one, two] = [receivedBy(A).id, receivedBy(A).id];
    expect(opened.ring.trackingSecret(one)).toBe(opened.ring.trackingSecret(one));
    expect(opened.ring.trackingSecret(one)).not.toBe(opened.ring.trackingSecret(two));
    expect(opened.ring.trackingSecret(one)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  });
});
