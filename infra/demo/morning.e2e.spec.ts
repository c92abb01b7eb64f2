/** What a newcomer finds on the screens when `npm start` is done. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, valueOf } from '@lien-thong/client';
import { startHub } from '../testing/hub.js';
import type { Hub } from '../testing/hub.js';
import { playMorning } from './morning.mjs';

const HAI_AN = 'haiphong-hai-an';
const DONG_HAI = 'haiphong-dong-hai';
let hub: Hub;
let codes: Readonly<Record<string, string>>;
beforeAll(async () => {
  // Tuesday: where the plays before it end.
  hub = await startHub('2026-12-29T14:00:00+07:00');
  codes = await playMorning(hub.url);
}, 240_000);
afterAll(async () => {
  await hub.close();
}, 60_000);

const software = (agency: string) =>
  createClient({ baseUrl: hub.url, credentials: { kind: 'apiKey', key: hub.key(agency) } });
const QUEUES = ['toReceive', 'toTransfer', 'awaitingReceipt', 'toAccept', 'processing', 'waiting', 'results'] as const;

describe('after the plays', () => {
  it('both wards have a dozen dossiers or so to work on, in several queues', async () => {
    for (const agency of [HAI_AN, DONG_HAI]) {
      const { counts } = valueOf(await software(agency).readInbox({}));
      const filled = QUEUES.map((queue) => counts[queue]).filter((count) => count > 0);
      expect(filled.length).toBeGreaterThanOrEqual(3);
      expect(filled.reduce((all, count) => all + count, 0)).toBeGreaterThanOrEqual(6);
    }
  });

  it('they stand in many states, each open', async () => {
    const phases = new Set<string>();
    for (const code of Object.values(codes)) {
      const { phase } = valueOf(
        await software(HAI_AN)
          .readDossier({ code })
          .then((found) => (found.ok ? found : software(DONG_HAI).readDossier({ code }))),
      );
      phases.add(phase);
    }
    expect(Object.keys(codes).length).toBeGreaterThanOrEqual(18);
    expect([...phases]).toEqual(
      expect.arrayContaining([
        ...['submitted', 'received', 'inTransfer', 'awaitingAcceptance', 'transferReturned', 'processing'],
        ...['awaitingSupplement', 'readyForReturn'],
      ]),
    );
  });

  it('one is late although nobody dawdled, and others have all the time they need', async () => {
    const legal = async (name: string) =>
      valueOf(await software(HAI_AN).readClocks({ code: codes[name] ?? '' })).clocks.find(
        ({ kind }) => kind === 'legal',
      );
    const now = Date.parse('2027-01-05T14:40:00+07:00');
    expect(Date.parse((await legal('late'))?.dueAt ?? '')).toBeLessThan(now);
    expect(Date.parse((await legal('land'))?.dueAt ?? '')).toBeGreaterThan(now + 7 * 86_400_000);
  });

  it('an alert is live: a ward has not accepted what arrived the day before', async () => {
    const { alerts } = valueOf(await software(DONG_HAI).listAlerts({ state: 'open' }));
    expect(alerts.map(({ sentence }) => sentence).join(' ')).toMatch(/Đông Hải chưa tiếp nhận/);
  });
});
