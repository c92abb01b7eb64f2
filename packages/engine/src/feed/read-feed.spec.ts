import { describe, expect, it } from '@jest/globals';
import { Office, take } from '../../test/office.js';
import { HAI_AN } from '../../test/town.js';
import { formatCursor, parseCursor } from './cursor.js';
import { readFeed } from './read-feed.js';

describe('a cursor', () => {
  it('is written and read back', () => {
    for (const cursor of [
      { epoch: 'epoch-1', n: 0 },
      { epoch: '7.2-a', n: 123_456 },
    ]) {
      expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
    }
  });

  it('is none in any other shape', () => {
    for (const text of [
      '',
      'epoch',
      '.5',
      'epoch.',
      'epoch.-1',
      'epoch.1.5e3',
      'epoch.01',
      'epoch. 1',
      'epoch.9999999999999999',
    ]) {
      expect(parseCursor(text)).toBeNull();
    }
  });
});

describe('reading a feed', () => {
  it('goes on from page to page and stands still at the end', async () => {
    const office = new Office();
    const { ledger, store } = office.desk();
    for (let i = 0; i < 5; i++) await take(ledger);
    const first = await readFeed(store, { agencyId: HAI_AN, after: null, limit: 3 });
    expect(first.items.map(({ n }) => n)).toEqual([1, 2, 3]);
    const second = await readFeed(store, { agencyId: HAI_AN, after: first.cursor, limit: 3 });
    expect(second.items.map(({ n }) => n)).toEqual([4, 5]);
    expect(await readFeed(store, { agencyId: HAI_AN, after: second.cursor, limit: 3 })).toEqual({
      items: [],
      cursor: { epoch: 'epoch-1', n: 5 },
      restarted: false,
    });
  });

  it('begins anew, and says so, when the cursor belongs to another line of numbers', async () => {
    const office = new Office();
    const { ledger, store } = office.desk();
    await take(ledger);
    const page = await readFeed(store, { agencyId: HAI_AN, after: { epoch: 'before the restore', n: 40 }, limit: 3 });
    expect([page.restarted, page.items.length, page.cursor]).toEqual([true, 1, { epoch: 'epoch-1', n: 1 }]);
  });
});
