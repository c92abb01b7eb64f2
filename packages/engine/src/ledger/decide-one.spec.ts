import { describe, expect, it } from '@jest/globals';
import { minuteOf, millisOf } from '@lien-thong/domain';
import { Office, accepted, ask, reception, refusalCode, take, takeOver } from '../../test/office.js';
import { DONG_HAI, HAI_AN, clerkOf, supervisorOver, vn } from '../../test/town.js';

const act = clerkOf(DONG_HAI);

describe('rungs that were due before an act', () => {
  it('stand in the journal before it, with their own instants and the time they were found', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await takeOver(ledger);
    // 1.5 working days from Monday 09:00; Tuesday 24 November is a holiday: used up on Wednesday at 15:00.
    office.at('2026-11-26 08:00');
    accepted(await ledger.submit(ask({ type: 'decide', outcome: 'granted' }, { dossierId, by: act })));
    const { events } = office.stored(dossierId);
    const breach = events.find((event) => event.type === 'dossier.clockBreached.v1' && event.data.clockId === 'legal');
    expect(breach?.data).toMatchObject({ epoch: 1, rungAt: vn('2026-11-25 15:01') });
    expect(breach).toMatchObject({ occurredAt: vn('2026-11-26 08:00'), actor: { kind: 'engine', agencyId: null } });
    expect(office.types(dossierId).indexOf('clockBreached')).toBeLessThan(office.types(dossierId).indexOf('decided'));
    const legal = office.stored(dossierId).clocks.get('legal');
    expect(legal).toMatchObject({ breached: true, outcome: 'overdue' });
  });

  it('are left out when the act happened before them, however late it is typed in', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await takeOver(ledger);
    office.at('2026-11-26 08:00');
    const onTime = { type: 'decide', outcome: 'granted', occurredAt: vn('2026-11-25 14:30') } as const;
    accepted(await ledger.submit(ask(onTime, { dossierId, by: act })));
    expect(office.types(dossierId)).not.toContain('clockBreached');
    expect(office.stored(dossierId).clocks.get('legal')).toMatchObject({ breached: false, outcome: 'early' });
  });

  it('are found once, by the act or by the sweep', async () => {
    const office = new Office();
    const { ledger, sweep } = office.desk();
    const dossierId = await takeOver(ledger);
    office.at('2026-11-26 08:00');
    await sweep.runOnce();
    accepted(await ledger.submit(ask({ type: 'decide', outcome: 'granted' }, { dossierId, by: act })));
    await sweep.runOnce();
    const rungs = office
      .stored(dossierId)
      .events.flatMap((event) =>
        event.type === 'dossier.clockBreached.v1' ? [`${event.data.clockId} ${event.data.epoch}`] : [],
      );
    expect(rungs).toEqual([...new Set(rungs)]);
    expect(rungs).toContain('legal 1');
  });

  it('are not written for an act that is refused', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await takeOver(ledger);
    office.at('2026-11-26 08:00');
    expect(refusalCode(await ledger.submit(ask({ type: 'confirmDelivery' }, { dossierId, by: act })))).toBe(
      'command-not-allowed',
    );
    expect(office.types(dossierId)).not.toContain('clockBreached');
  });

  it('open a lapsed transfer to the supervisor before any sweep has run', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    accepted(await ledger.submit(ask({ type: 'transfer', copy: 'electronic' }, { dossierId })));
    office.at('2026-11-25 17:00');
    const home = ask(
      { type: 'redirectTransfer', to: null, reason: 'lapsed' },
      { dossierId, by: supervisorOver(HAI_AN, DONG_HAI) },
    );
    expect(accepted(await ledger.submit(home)).phase).toBe('received');
    expect(office.types(dossierId)).toContain('transferLapsed');
  });
});

describe('who signs', () => {
  it('the engine signs the delivery to an agency without software, its sender the dispatch', async () => {
    const office = new Office({ consoleOnly: [DONG_HAI] });
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    const answer = accepted(await ledger.submit(ask({ type: 'transfer', copy: 'electronic' }, { dossierId })));
    expect(answer).toMatchObject({ phase: 'awaitingAcceptance', version: 2, seq: 3 });
    expect(answer.eventIds).toHaveLength(2);
    const [, dispatched, delivered] = office.stored(dossierId).events;
    expect(dispatched?.actor).toEqual({ kind: 'clerk', agencyId: HAI_AN, officerId: 'clerk-1' });
    expect(delivered?.actor).toEqual({ kind: 'engine', agencyId: null, officerId: null });
  });

  it('an agency with software signs its own receipt', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger);
    accepted(await ledger.submit(ask({ type: 'transfer', copy: 'electronic' }, { dossierId })));
    accepted(await ledger.submit(ask({ type: 'confirmDelivery' }, { dossierId, by: act })));
    expect(office.stored(dossierId).events.at(-1)?.actor).toEqual({
      kind: 'clerk',
      agencyId: DONG_HAI,
      officerId: 'clerk-1',
    });
  });

  it('whom a supervisor watches over is not journalled', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const held = ask({
      ...reception({ communeCode: '99999' }),
      holdForJurisdiction: { reason: 'unknownArea' },
    } as never);
    const { dossierId } = accepted(await ledger.submit(held));
    const decision = { agencyId: DONG_HAI, legalBasis: 'Công văn 1/UBND' };
    const by = supervisorOver(HAI_AN);
    accepted(await ledger.submit(ask({ type: 'resolveJurisdiction', decision }, { dossierId, by })));
    expect(office.stored(dossierId).events.at(-1)?.actor).toEqual({
      kind: 'supervisor',
      agencyId: by.agencyId,
      officerId: 'supervisor-1',
    });
  });
});

describe('when an act is recorded', () => {
  it('a process whose clock lags neither refuses an act nor records it before the last one', async () => {
    const office = new Office();
    const dossierId = await take(office.desk().ledger);
    const lagging = office.desk(
      undefined,
      office.clock.skewed(() => -3_600_000),
    );
    const answer = accepted(await lagging.ledger.submit(ask({ type: 'transfer', copy: 'electronic' }, { dossierId })));
    expect(answer.phase).toBe('inTransfer');
    const [received, dispatched] = office.stored(dossierId).events;
    expect(dispatched?.recordedAt).toBe(received?.recordedAt);
    expect(dispatched?.occurredAt).toBe(received?.recordedAt);
  });

  it('the time it happened and the time it was recorded are both kept', async () => {
    const office = new Office();
    const { ledger } = office.desk();
    const dossierId = await take(ledger, { occurredAt: vn('2026-11-20 16:00') });
    const [received] = office.stored(dossierId).events;
    expect(received).toMatchObject({ occurredAt: vn('2026-11-20 16:00'), recordedAt: vn('2026-11-23 09:00') });
    expect(minuteOf(office.stored(dossierId).dossier.recordedAt)).toBe(millisOf(vn('2026-11-23 09:00')) / 60_000);
  });
});
