/** Two offices, each a process of its own, exchange dossiers through the service and the bus; power and lines fail meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valueOf } from '@lien-thong/client';
import { findNatsServer } from '../../../infra/nats/find-server.mjs';
import { play } from './office.js';
import type { Office } from './office.js';
import { DONG_HAI, DOSSIER, HAI_AN, Town } from './town.js';

const MONDAY = '2026-11-23T07:30:00+07:00';
const HOURS = { days: [1, 2, 3, 4, 5], shifts: ['07:30-11:30', '13:30-17:30'] };

let town: Town;
let from: Office;
let to: Office;

beforeAll(async () => {
  town = await Town.at(MONDAY);
  from = await town.open('from', {
    agency: HAI_AN,
    policy: { hours: HOURS, after: { transfer: '20m', supplement: '4h' } },
  });
  to = await town.open('to', {
    agency: DONG_HAI,
    policy: {
      hours: HOURS,
      competentFor: { communes: ['11411'] },
      ask: [{ communes: ['11411'], components: ['to-khai'], reason: 'missing-signature' }],
    },
  });
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

const stage = () => ({ offices: [from, to], goOnTo: town.hub.goOnTo });
async function codeOf(office: Office, index: number): Promise<string> {
  const { open } = await office.status();
  expect(open).toBeGreaterThan(index);
  const { dossiers } = valueOf(await town.clerk.listDossiers({ sort: 'received' }));
  return dossiers.map(({ code }) => code).sort()[index] ?? '';
}
async function acts(code: string): Promise<string[]> {
  const { journal } = valueOf(await town.clerk.readTimeline({ code }));
  return journal.map(({ type }) => type).filter((type) => !/clock|Lapsed/.test(type));
}
const WHOLE_LIFE = [
  ...['received', 'transferDispatched', 'transferDelivered', 'transferAccepted', 'supplementRequested'],
  ...['supplementProvided', 'decided', 'resultDispatched', 'resultArrived', 'applicantNotified', 'resultReturned'],
].map((name) => `dossier.${name}.v1`);

describe('two offices', () => {
  it('hear of each other over the bus', () => {
    expect(findNatsServer()).toBeDefined();
  });

  it('carry a dossier from the counter to its end, each by its own policy and within its hours', async () => {
    await from.take('first', DOSSIER, '2026-11-23T08:00:00+07:00');
    await town.hub.goOnTo('2026-11-23T08:00:00+07:00');
    await from.work('2026-11-23T08:00:00+07:00');
    const code = await codeOf(from, 0);
    await play(stage(), '2026-11-23T08:00:00+07:00', '2026-11-30T00:00:00+07:00');
    expect(await acts(code)).toEqual(WHOLE_LIFE);
    const { journal } = valueOf(await town.clerk.readTimeline({ code }));
    const hours = journal
      .filter(({ type }) => WHOLE_LIFE.includes(type))
      .map(({ occurredAt }) => (Number(occurredAt.slice(11, 13)) + 7) % 24);
    expect(hours.every((hour) => hour >= 7 && hour < 18)).toBe(true);
    expect(await from.status()).toMatchObject({
      line: 'up',
      open: 0,
      queue: { queued: 0, conflicts: [] },
      deadLetters: [],
    });
    expect((await to.status()).ignored).toEqual({});
  }, 120_000);

  it('lose nothing and do nothing twice when the power goes in the middle', async () => {
    const { now } = valueOf(await town.clerk.readDemoClock());
    let at = now;
    for (let day = 0; day < 3; day++) {
      await from.take(`cut-${day}`, DOSSIER, at);
      // Killed while it works: the answer never comes.
      const dying = [from.order({ do: 'work', at }), to.order({ do: 'work', at })];
      await new Promise((done) => setTimeout(done, 40 * day));
      await Promise.all([from.kill9(), to.kill9()]);
      await Promise.all(dying);
      if (day === 1) await town.hub.kill9();
      if (day === 1) await town.hub.start();
      await Promise.all([from.start(), to.start()]);
      const until = new Date(Date.parse(at) + 3 * 3_600_000).toISOString();
      at = await play(stage(), at, until);
    }
    await play(stage(), at, new Date(Date.parse(at) + 20 * 86_400_000).toISOString());
    const { dossiers } = valueOf(await town.clerk.listDossiers({ state: 'ended' }));
    expect(dossiers).toHaveLength(4);
    for (const { code } of dossiers) expect(await acts(code)).toEqual(WHOLE_LIFE);
    expect((await from.status()).queue.conflicts).toEqual([]);
    expect((await to.status()).queue.conflicts).toEqual([]);
  }, 240_000);
});
