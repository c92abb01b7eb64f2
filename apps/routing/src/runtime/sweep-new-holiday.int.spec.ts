/** A day off told of afterwards: what the sweep wrote stays, what was no breach is withdrawn by name, and what is one fires anew. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DossierId } from '@lien-thong/domain';
import { SteppedClock } from '@lien-thong/engine';
import { SweptOffice, local } from '../../test/swept-office.js';
import { testKeyRing } from '../../test/key-ring.js';
import { Restatement } from '../calendars/restatement.js';
import { LiveReference } from '../reference/live-reference.js';
import { loadReference } from '../reference/load-reference.js';
import { uuid7Ids } from '../store/uuid7.js';

jest.setTimeout(60_000);

const NOTICE = '99/TB-SPEC';
const DAY_OFF = '2026-11-17';

let office: SweptOffice;
beforeAll(async () => {
  office = await SweptOffice.open();
}, 120_000);
afterAll(() => office.close());

/** A second version of the national calendar, as its publication leaves it. */
async function publishDayOff(): Promise<void> {
  const { superuser } = office;
  await superuser.query(
    `insert into calendar_version (layer, layer_id, version, noticed_years, notice_number, notice_issued_on, notice_issuer)
      select layer, layer_id, 2, noticed_years, $1, '2026-11-17', 'Bộ Nội vụ' from calendar_version
      where layer = 'national' and version = 1`,
    [NOTICE],
  );
  await superuser.query(
    `insert into holiday (layer, layer_id, version, ordinal, date, kind, name, notice, provisional, closed_from, closed_to)
      select layer, layer_id, 2, ordinal, date, kind, name, notice, provisional, closed_from, closed_to from holiday
        where layer = 'national' and version = 1
      union all select 'national', 'national', 2, 100000, $1, 'holiday', 'Nghỉ theo thông báo', $2, false, null, null`,
    [DAY_OFF, NOTICE],
  );
  await superuser.query(
    `insert into restatement_run (id, layer, layer_id, version, state, settles_at, requested_at)
      values ($1, 'national', 'national', 2, 'running', clock_timestamp(), $2)`,
    [randomUUID(), local('2026-11-17 15:30')],
  );
}

describe('a day off that is told of when a limit that ran over it has been breached', () => {
  const clock = new SteppedClock(local('2026-11-16 08:00'));
  let id: DossierId | undefined;
  const rungs = async () => (await office.fired()).map(({ rung, rungAt }) => [rung, rungAt]);

  it('leaves the facts that were found, and withdraws the breaches by name', async () => {
    const ports = office.replica(clock);
    [id] = await office.receive(ports, 1);
    clock.advanceTo(local('2026-11-17 15:00'));
    await ports.sweep.runOnce();
    const before = await rungs();
    expect(before).toContainEqual(['legal 1 breach', local('2026-11-17 14:01')]);
    expect(before).toContainEqual(['transfer 1 breach', local('2026-11-17 08:01')]);
    await publishDayOff();
    clock.advanceTo(local('2026-11-17 15:30'));
    const pool = office.pool();
    const reference = new LiveReference(await loadReference(pool));
    const restatement = new Restatement({
      ...{ pool, clock, ring: testKeyRing(), reference, ids: uuid7Ids, codeOwner: 'competent' },
      ...{ look: () => Promise.resolve(), onCommitted: () => undefined },
    });
    for (let step = await restatement.step(); step.run !== null; step = await restatement.step());
    expect(await rungs()).toEqual(before);
    const { rows } = await office.superuser.query<{ withdrawn: string[] }>(
      `select array(select c->>'clockId' from jsonb_array_elements(data->'clocks') c where (c->>'breachWithdrawn')::boolean order by 1) as withdrawn
        from event where dossier_id = $1 and type = 'dossier.calendarRestated.v1'`,
      [id],
    );
    expect(rows).toEqual([{ withdrawn: ['legal', 'transfer'] }]);
  });

  it('fires them again when they are true, once, by the new calendar', async () => {
    const reference = new LiveReference(await loadReference(office.pool()));
    const [one, other] = [office.replica(clock, reference), office.replica(clock, reference)];
    expect((await one.sweep.runOnce()).facts).toBe(0);
    clock.advanceTo(local('2026-11-18 14:00'));
    await Promise.all([one.sweep.runOnce(), other.sweep.runOnce()]);
    expect((await rungs()).filter(([rung]) => rung === 'legal 1 breach')).toHaveLength(1);
    clock.advanceTo(local('2026-11-18 14:01'));
    await Promise.all([one.sweep.runOnce(), other.sweep.runOnce()]);
    await one.sweep.runOnce();
    const breaches = (await rungs()).filter(([rung]) => rung?.endsWith('breach'));
    expect(breaches).toEqual([
      ['transfer 1 breach', local('2026-11-17 08:01')],
      ['legal 1 breach', local('2026-11-17 14:01')],
      ['transfer 1 breach', local('2026-11-18 08:01')],
      ['legal 1 breach', local('2026-11-18 14:01')],
    ]);
    expect(await office.findings(reference)).toEqual([]);
  });
});
