import { describe, expect, it } from '@jest/globals';
import { minuteOf } from '@lien-thong/domain';
import type { DossierId } from '@lien-thong/domain';
import { Interleaver } from '../../test/interleaver.js';
import { Office, accepted, ask, take, takeOver } from '../../test/office.js';
import { plantedStore } from '../../test/planted-store.js';
import { DONG_HAI, TAX_OFFICE, clerkOf, vn } from '../../test/town.js';
import type { Schedule } from '../memory/schedule.js';
import { CommitUnknown, StoreUnavailable } from '../ports/store.js';
import { Sweep } from './sweep.js';

interface RungSeen {
  readonly what: string;
  readonly rungAt: string;
  readonly recordedAt: string;
}

function rungsOf(office: Office, id: DossierId): readonly RungSeen[] {
  return office.stored(id).events.flatMap((event) => {
    if (event.type !== 'dossier.clockWarned.v1' && event.type !== 'dossier.clockBreached.v1') return [];
    const percent = event.type === 'dossier.clockWarned.v1' ? event.data.percent : 'breach';
    return [
      {
        what: `${event.data.clockId} ${event.data.epoch} ${percent}`,
        rungAt: event.data.rungAt,
        recordedAt: event.recordedAt,
      },
    ];
  });
}

describe('the sweep', () => {
  it('finds nothing before its time and each rung in its minute', async () => {
    const office = new Office();
    const { ledger, sweep } = office.desk();
    const id = await takeOver(ledger);
    const half = rungsOf(office, id).length;
    office.clock.advanceTo(vn('2026-11-23 16:00'));
    await sweep.runOnce();
    // 50 % of 720 minutes from 09:00: 150 minutes to 11:30, and 210 from 13:30.
    office.at('2026-11-23 16:59:59');
    await sweep.runOnce();
    expect(rungsOf(office, id).filter(({ what }) => what.startsWith('legal'))).toHaveLength(half);
    office.at('2026-11-23 17:00');
    await sweep.runOnce();
    expect(rungsOf(office, id).filter(({ what }) => what.startsWith('legal'))).toEqual([
      { what: 'legal 1 50', rungAt: vn('2026-11-23 17:00'), recordedAt: vn('2026-11-23 17:00') },
    ]);
  });

  it('is late after an outage, never wrong: the rung keeps its own instant', async () => {
    const office = new Office();
    const { ledger, sweep } = office.desk();
    const id = await takeOver(ledger);
    office.at('2026-12-07 10:00');
    const { facts } = await sweep.runOnce();
    const legal = rungsOf(office, id).filter(({ what }) => what.startsWith('legal'));
    expect(legal.map(({ what, rungAt }) => [what, rungAt])).toEqual([
      ['legal 1 50', vn('2026-11-23 17:00')],
      ['legal 1 75', vn('2026-11-25 10:00')],
      ['legal 1 breach', vn('2026-11-25 15:01')],
    ]);
    expect(legal.every(({ recordedAt }) => recordedAt === vn('2026-12-07 10:00'))).toBe(true);
    expect(facts).toBe(rungsOf(office, id).length);
    expect(office.stored(id).dossier).toMatchObject({ version: 3, phase: 'processing' });
    expect(office.stored(id).events.at(-1)?.actor.kind).toBe('engine');
    expect((await sweep.runOnce()).facts).toBe(0);
  });

  it('tells what is left and that the plan does not fit in, once and with its own instant, however long it was down', async () => {
    for (const gap of [false, true]) {
      const office = new Office();
      const { ledger, sweep } = office.desk();
      const other = office.desk();
      const id = await takeOver(ledger, { procedureCode: '1.000656' });
      // At the reception already transfer, acceptance and steps have 1,440 minutes, and the limit has 720.
      if (!gap) {
        for (const time of ['2026-11-23 09:01', '2026-11-25 11:00', '2026-11-25 15:00']) {
          office.at(time);
          await Promise.all([sweep.runOnce(), other.sweep.runOnce()]);
        }
      }
      office.at('2026-12-07 10:00');
      await Promise.all([sweep.runOnce(), other.sweep.runOnce()]);
      const told = office.stored(id).events.flatMap((event) => {
        if (event.type !== 'dossier.clockRunsLow.v1' || event.data.clockId !== 'legal') return [];
        const { rung, rungAt } = event.data;
        return [[rung.kind === 'risk' ? rung.level : rung.minutes, rungAt]];
      });
      expect(told).toEqual([
        ['warning', vn('2026-11-23 09:00')],
        [120, vn('2026-11-25 11:00')],
      ]);
      expect(office.stored(id).dossier.version).toBe(3);
      expect((await sweep.runOnce()).facts).toBe(0);
    }
  });

  it('finds each rung once when two of them and the clerks are at work together', async () => {
    for (let seed = 0; seed < 15; seed++) {
      const office = new Office();
      const setUp = office.desk();
      const ids: DossierId[] = [];
      for (let i = 0; i < 6; i++) ids.push(await takeOver(setUp.ledger));
      office.at('2026-11-26 09:00');
      const interleaver = new Interleaver(seed);
      const [one, two] = [office.desk(interleaver.schedule), office.desk(interleaver.schedule)];
      const decide = (dossierId: DossierId) =>
        two.ledger.submit(ask({ type: 'decide', outcome: 'granted' }, { dossierId, by: clerkOf(DONG_HAI) }));
      await interleaver.drive(Promise.all([one.sweep.runOnce(), two.sweep.runOnce(), ...ids.slice(0, 3).map(decide)]));
      await setUp.sweep.runOnce();
      for (const id of ids) {
        const seen = rungsOf(office, id).map(({ what }) => what);
        expect(seen).toEqual([...new Set(seen)]);
        expect(seen).toContain('legal 1 breach');
      }
    }
  });

  it('closes a dossier whose supplement never came, dated when its time had passed', async () => {
    const office = new Office();
    const { ledger, sweep } = office.desk();
    const id = await takeOver(ledger);
    const by = clerkOf(DONG_HAI);
    accepted(
      await ledger.submit(
        ask({ type: 'requestSupplement', components: ['CT-01'], reason: 'missing' }, { dossierId: id, by }),
      ),
    );
    // 30 calendar days from 23 November end on 23 December at closing; the first working minute after it has passed on the 24th at 07:31.
    office.at('2026-12-24 07:30');
    await sweep.runOnce();
    expect(office.stored(id).dossier.phase).toBe('awaitingSupplement');
    office.at('2027-01-04 09:00');
    await sweep.runOnce();
    expect(office.stored(id).dossier.phase).toBe('closed');
    const closed = office.stored(id).events.at(-1);
    expect(closed).toMatchObject({
      type: 'dossier.closed.v1',
      occurredAt: vn('2026-12-24 07:31'),
      data: { ground: 'supplementTimeout' },
    });
    expect(await sweep.nextWake()).toBeNull();
  });

  it('finds no rung of a clock after the day on which its dossier closed by itself', async () => {
    const office = new Office();
    const { ledger, sweep } = office.desk();
    const id = await takeOver(ledger, { procedureCode: '1.012817' });
    const by = clerkOf(DONG_HAI);
    const consult = { type: 'requestConsultation', consultation: 'planning', agencyId: TAX_OFFICE } as const;
    accepted(await ledger.submit(ask(consult, { dossierId: id, by })));
    const supplement = ask(
      { type: 'requestSupplement', components: ['CT-01'], reason: 'missing' },
      { dossierId: id, by },
    );
    accepted(await ledger.submit(supplement));
    // Five calendar days end on Monday 30 November; the consultation would have run until 3 December.
    office.at('2026-12-10 09:00');
    await sweep.runOnce();
    expect(office.stored(id).events.at(-1)).toMatchObject({
      type: 'dossier.closed.v1',
      occurredAt: vn('2026-12-01 07:31'),
    });
    expect(rungsOf(office, id).map(({ what }) => what)).not.toContain('consultation:planning 1 breach');
    expect(rungsOf(office, id).every(({ rungAt }) => rungAt <= vn('2026-12-01 07:31'))).toBe(true);
  });

  it('knows when to wake: at the next rung, at once when one is due, never when none is', async () => {
    const office = new Office();
    const { ledger, sweep } = office.desk();
    expect(await sweep.nextWake()).toBeNull();
    await take(ledger);
    // The transfer budget of one working day: half of it is used at 15:00 the same day.
    expect(await sweep.nextWake()).toBe(minuteOf(vn('2026-11-23 15:00')));
    office.at('2026-11-23 15:45');
    expect(await sweep.nextWake()).toBe(minuteOf(vn('2026-11-23 15:45')));
    await sweep.runOnce();
    expect(await sweep.nextWake()).toBe(minuteOf(vn('2026-11-23 17:00')));
  });
});

describe('a dossier the sweep cannot work out', () => {
  function withLostRules(office: Office, id: DossierId): void {
    const rows = office.stored(id);
    const pin = { ...rows.dossier.pin, calendarVersion: 'lost' };
    office.database.dossiers.set(id, { ...rows, dossier: { ...rows.dossier, pin } });
  }

  it('is reported, does not keep the others waiting, and does not wake the sweep all the time', async () => {
    const office = new Office();
    const { ledger, sweep } = office.desk();
    const [bad, good] = [await takeOver(ledger), await takeOver(ledger)];
    withLostRules(office, bad);
    office.at('2026-11-26 09:00');
    const { facts, stuck } = await sweep.runOnce();
    expect(stuck).toEqual([bad]);
    expect(facts).toBe(rungsOf(office, good).length);
    expect(await sweep.nextWake()).toBe(minuteOf(vn('2026-11-26 09:01')));
  });

  it('is found out when it is its write that fails', async () => {
    const office = new Office();
    const setUp = office.desk();
    const ids = [await takeOver(setUp.ledger), await takeOver(setUp.ledger), await takeOver(setUp.ledger)];
    office.at('2026-11-26 09:00');
    const [bad] = ids;
    const rows = office.stored(bad as DossierId);
    // Its journal holds an event more than its row knows of: the next event cannot take that place.
    const [first] = rows.events;
    if (first === undefined) throw new Error('no journal');
    office.database.dossiers.set(rows.dossier.id, {
      ...rows,
      events: [...rows.events, { ...first, seq: rows.dossier.seq + 1 }],
    });
    const { stuck } = await setUp.sweep.runOnce();
    expect(stuck).toEqual([bad]);
    for (const id of ids.slice(1)) expect(rungsOf(office, id).map(({ what }) => what)).toContain('legal 1 breach');
  });

  it('is given up when its rung is due again as soon as it was written, instead of being written for ever', async () => {
    const office = new Office();
    const { ledger, store, ports } = office.desk();
    const id = await takeOver(ledger);
    office.at('2026-11-26 09:00');
    const forgetful = plantedStore(store, (tx) => ({
      write: (batch) => tx.write({ ...batch, dossiers: batch.dossiers.map((write) => ({ ...write, clocks: [] })) }),
    }));
    const { facts, stuck } = await new Sweep({ ...ports, store: forgetful }).runOnce();
    expect(stuck).toEqual([id]);
    expect(facts).toBe(rungsOf(office, id).length);
  });
});

describe('a sweep whose database fails it', () => {
  const failingOnce = (point: string, error: Error): Schedule => {
    let left = 1;
    return (step) => (step === point && left-- > 0 ? Promise.reject(error) : Promise.resolve());
  };

  it('says so, and a second run writes what the first did not, once', async () => {
    for (const [point, error] of [
      ['begin', new StoreUnavailable()],
      ['commit', new CommitUnknown()],
      ['committed', new CommitUnknown()],
    ] as const) {
      const office = new Office();
      const id = await takeOver(office.desk().ledger);
      office.at('2026-11-26 09:00');
      const { sweep } = office.desk(failingOnce(point, error));
      await expect(sweep.runOnce()).rejects.toBe(error);
      await sweep.runOnce();
      const seen = rungsOf(office, id).map(({ what }) => what);
      expect(seen).toEqual([...new Set(seen)]);
      expect(seen).toContain('legal 1 breach');
    }
  });
});
