import { describe, expect, it } from '@jest/globals';
import { HAI_AN, resolveInTown, livingIn, rulesFor, vn } from '../testing/office-directory.js';
import { procedureForTest } from '../testing/procedures.js';
import type { ProcedureInput } from '../testing/procedures.js';
import type { Pin, ResolutionFact } from '../dossier/events.js';
import { isRefusal } from '../kernel/refusal.js';
import { minuteOf } from '../time/instant.js';
import { ENDS_IN_NOVEMBER, local, rulesOn } from './clocks.fixture.js';
import { promiseFor, promiseKept } from './promise.js';

function found(communeCode: string): ResolutionFact {
  const resolution = resolveInTown(livingIn(communeCode));
  if (isRefusal(resolution)) throw new Error('nobody is competent');
  return resolution;
}
const elsewhere = found('11411');
const here = found('11413');

function pin(limit: string): Pin {
  const [kase] = procedureForTest({
    cases: [
      { key: 'standard', name: 'Thường', nameEn: 'Standard', limits: { counter: limit, online: limit, post: limit } },
    ],
  }).cases;
  const counter = kase?.limits.counter ?? null;
  if (counter === null) throw new Error('no limit');
  return {
    procedureCode: procedureForTest().code,
    procedureVersion: 1,
    builderVersion: 1,
    caseKey: 'standard',
    channel: 'counter',
    limit: counter,
    receivingAgency: HAI_AN,
    calendarProvince: '31',
    calendarVersion: 'v1',
  };
}

interface Ask {
  readonly limit: string;
  readonly at: string;
  readonly resolution?: ResolutionFact | null;
  readonly procedure?: Partial<ProcedureInput>;
}

function promised({ limit, at, resolution = elsewhere, procedure = {} }: Ask): object | null {
  const rules = rulesFor(procedureForTest(procedure));
  const promise = promiseFor({ pin: pin(limit), resolution, receivedAt: vn(at), rules });
  return promise === null ? null : { ...promise, at: local(minuteOf(promise.at)) };
}

describe('the promise on the receipt', () => {
  it.each([
    ['1.5wd', '2026-11-16 08:00', '2026-11-17 14:00'],
    ['12wh', '2026-11-16 08:00', '2026-11-17 14:00'],
    ['30cd', '2026-11-26 09:00', '2026-12-28 17:30'],
    ['sameDay', '2026-11-16 15:00', '2026-11-16 17:30'],
    ['sameDay', '2026-11-16 15:01', '2026-11-17 17:30'],
    ['sameDay', '2026-11-16 17:30', '2026-11-17 17:30'],
  ])('of %s received at %s is %s', (limit, at, due) => {
    expect(promised({ limit, at, procedure: { limitCutoff: '15:00' } })).toEqual({
      at: due,
      estimate: false,
      provisional: false,
    });
  });

  it('is an estimate where the clock starts with the competent agency: transfer, acceptance and limit one after the other', () => {
    const estimate = promised({
      limit: '1.5wd',
      at: '2026-11-16 08:00',
      procedure: { clockStart: 'competentReceipt' },
    });
    expect(estimate).toEqual({ at: '2026-11-19 08:00', estimate: true, provisional: false });
  });

  it('puts the estimate off with the transfer cut-off', () => {
    const estimate = promised({
      limit: '1.5wd',
      at: '2026-11-16 15:01',
      procedure: { clockStart: 'competentReceipt' },
    });
    expect(estimate).toEqual({ at: '2026-11-19 17:30', estimate: true, provisional: false });
  });

  it('is an estimate too where the transfer is left out of the limit, and while nobody competent is known', () => {
    const excluded = { limit: '1.5wd', at: '2026-11-16 08:00', procedure: { transferExcluded: true } };
    expect(promised(excluded)).toMatchObject({ at: '2026-11-19 08:00', estimate: true });
    expect(promised({ ...excluded, resolution: null })).toMatchObject({ estimate: true });
  });

  it('is the due instant itself where the receiver is competent', () => {
    const own = promised({
      limit: '1.5wd',
      at: '2026-11-16 08:00',
      resolution: here,
      procedure: { clockStart: 'competentReceipt' },
    });
    expect(own).toEqual({ at: '2026-11-17 14:00', estimate: false, provisional: false });
  });

  it('is provisional in a year without a notice', () => {
    expect(promised({ limit: '3wd', at: '2026-12-30 09:00' })).toMatchObject({ provisional: true });
  });

  it('is not made where the calendar does not reach', () => {
    const rules = rulesOn(ENDS_IN_NOVEMBER, procedureForTest());
    expect(
      promiseFor({ pin: pin('1.5wd'), resolution: elsewhere, receivedAt: vn('2026-11-30 09:00'), rules }),
    ).toBeNull();
    expect(
      promiseFor({ pin: pin('sameDay'), resolution: elsewhere, receivedAt: vn('2026-11-30 17:31'), rules }),
    ).toBeNull();
  });
});

describe('a promise for 17:00', () => {
  const promise = { at: vn('2026-11-17 17:00'), estimate: false, provisional: false };

  it.each([
    ['2026-11-17 16:59', true],
    ['2026-11-17 17:00:59', true],
    ['2026-11-17 17:01', false],
  ])('is kept by a result that lies ready at %s: %s', (ready, kept) => {
    expect(promiseKept(promise, vn(ready))).toBe(kept);
  });

  it('is neither kept nor broken while the result is not there, or when none was made', () => {
    expect([promiseKept(promise, null), promiseKept(null, vn('2026-11-17 16:59'))]).toEqual([null, null]);
  });
});
