import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DossierFile, Rules } from '../dossier/file.js';
import { applyEvent } from '../dossier/fold.js';
import { isFinal } from '../procedure/phase.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { LEGAL, rulesFor, vn } from '../testing/office-directory.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { landProcedure } from '../testing/procedures.js';
import { isCalendarDays, isSameDay, isWorkDuration, wholeDays, workMinutes } from '../time/duration.js';
import type { WorkDuration } from '../time/duration.js';
import { instantOf, minuteOf, plusMinutes } from '../time/instant.js';
import { attribution, conserved, segmentsUntil } from './attribution.js';
import type { Clock } from './clock.js';
import type { Journey } from './journey.fixture.js';
import { journey } from './journey.fixture.js';
import { walkMinutes } from './oracle/minute-walk.js';
import { dayNumber, timeOfDay } from './oracle/plain.js';
import type { PlainLimit, PlainRules } from './oracle/plain.js';
import type { Finding } from './oracle/walked-clock.js';
import type { Owner } from './owner.js';

const RUNS = 400;
const HOLIDAY = dayNumber(minuteOf(vn('2026-11-24')));

/** Office hours 07:30–11:30 and 13:30–17:30, Monday to Friday, but for 24 November 2026: by hand, no calendar asked. */
function isWorking(minute: number): boolean {
  const day = dayNumber(minute);
  const weekday = (day + 3) % 7; // 1970-01-01 was a Thursday; 0 is Monday
  const time = timeOfDay(minute);
  return day !== HOLIDAY && weekday < 5 && ((time >= 450 && time < 690) || (time >= 810 && time < 1050));
}

const minutes = (duration: WorkDuration): number => workMinutes(duration, 480);
const clockTime = (text: string | null): number | null =>
  text === null ? null : Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const byKey = <T>(list: readonly { readonly key: string }[], of: (rule: never) => T): Record<string, T> =>
  Object.fromEntries(list.map((rule) => [rule.key, of(rule as never)]));

function plainLimit(procedure: ProcedureVersion): PlainLimit {
  const limit = procedure.cases[0]?.limits.counter;
  if (limit === undefined || limit === null) throw new Error('no limit');
  if (isSameDay(limit)) return { unit: 'sameDay' };
  if (isCalendarDays(limit)) return { unit: 'calendarDays', days: wholeDays(limit) };
  return { unit: 'work', minutes: isWorkDuration(limit) ? minutes(limit) : 0 };
}

function plainRules(procedure: ProcedureVersion): PlainRules {
  const { legs, supplement, payment } = procedure;
  return {
    isWorking,
    receiver: '31.11413.ubnd',
    limit: plainLimit(procedure),
    clockStart: procedure.clockStart,
    transferExcluded: procedure.transferExcluded,
    transferCutoff: clockTime(procedure.transferCutoff),
    limitCutoff: clockTime(procedure.limitCutoff),
    legalEnd: procedure.legalEnd,
    granule: procedure.promiseGranularity,
    legs: {
      reception: minutes(legs.reception.budget),
      transfer: minutes(legs.transfer.budget),
      delivery: minutes(legs.delivery.budget),
      acceptance: minutes(legs.acceptance.budget),
      resultTransfer: minutes(legs.resultTransfer.budget),
    },
    steps: byKey(procedure.steps, ({ budget }: ProcedureVersion['steps'][number]) => minutes(budget)),
    consultations: byKey(procedure.consultations, (rule: ProcedureVersion['consultations'][number]) => ({
      minutes: minutes(rule.budget),
      pausesLegal: rule.pausesLegalClock,
    })),
    supplement: { policy: supplement.policy, days: wholeDays(supplement.timeout) },
    payment: {
      days: payment === null ? 0 : wholeDays(payment.timeout),
      pausesLegal: payment?.pausesLegalClock ?? false,
    },
  };
}

function folded({ events }: Journey, rules: Rules): DossierFile {
  const file = events.reduce<DossierFile | null>((so, event) => applyEvent(so, event, rules), null);
  if (file === null) throw new Error('an empty journey');
  return file;
}

/** What the fold says of a clock at an instant, in the walker's words. */
function said(clock: Clock, until: number): object {
  const now = clock.runningSince === null ? 0 : Math.max(0, LEGAL.workBetween(...countedSpan(clock, until)));
  return {
    id: clock.id,
    epoch: clock.epoch,
    used: clock.used + now,
    stopped: clock.stoppedAt,
    outcome: clock.outcome,
    breach: clock.breachFiresAt !== null && clock.breachFiresAt <= until ? clock.breachFiresAt : null,
    due: clock.dueAt !== null && clock.dueAt <= until && clock.status !== 'stopped' ? clock.dueAt : null,
  };
}

function countedSpan(clock: Clock, until: number): [never, never] {
  const from = Math.max(clock.runningSince ?? until, clock.countsFrom);
  return [Math.min(from, until) as never, until as never];
}

function walked(clock: Finding, status: Clock['status']): object {
  const { id, epoch, used, stopped, outcome, breach, due } = clock;
  return { id, epoch, used, stopped, outcome, breach, due: status === 'running' ? due : null };
}

const nameOf = (owner: Owner): string => (owner.kind === 'agency' ? owner.agencyId : owner.kind);
const inOrder = (rows: readonly object[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

const limits = fc.constantFrom('1.5wd', '3wd', '11wh', '4cd', '7cd', 'sameDay');
const procedures: fc.Arbitrary<ProcedureVersion> = fc
  .record({
    limit: limits,
    clockStart: fc.constantFrom('reception' as const, 'competentReceipt' as const),
    transferExcluded: fc.boolean(),
    transferCutoff: fc.constantFrom('15:00', null),
    limitCutoff: fc.constantFrom('15:00', null),
    legalEnd: fc.constantFrom('decided' as const, 'readyForReturn' as const),
    promiseGranularity: fc.constantFrom('minute' as const, 'halfDay' as const, 'day' as const),
    policy: fc.constantFrom('pause' as const, 'restart' as const, 'run' as const),
    taxPauses: fc.boolean(),
    paymentPauses: fc.boolean(),
  })
  .map(({ limit, policy, taxPauses, paymentPauses, ...fields }) => {
    const [kase] = landProcedure().cases;
    const input: Partial<ProcedureInput> = {
      ...fields,
      cases: [{ ...kase!, limits: { counter: limit, online: limit, post: limit } }],
      steps: [
        { key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget: '0.5wd' },
        { key: 'signature', name: 'Trình ký', nameEn: 'Signature', budget: '2wh' },
      ],
      consultations: landProcedure().consultations.map((rule) => ({
        ...rule,
        budget: rule.key === 'tax' ? '1wd' : '5wh',
        pausesLegalClock: rule.key === 'tax' && taxPauses,
      })),
      supplement: { policy, maxRounds: 2, timeout: '3cd' },
      payment: { timeout: '2cd', pausesLegalClock: paymentPauses },
    };
    return landProcedure(input);
  });

/** The fold asks no machine: the one of any procedure will do. */
const OFFICE = rulesFor(landProcedure());
const OPENS = minuteOf(vn('2026-11-18 00:00'));
const stories = fc.record({
  procedure: procedures,
  begins: fc.nat(9 * 1440),
  choices: fc.array(fc.nat(1_000_000), { minLength: 160, maxLength: 160 }),
  length: fc.integer({ min: 2, max: 24 }),
  beyond: fc.constantFrom(0, 1, 90, 600, 3000),
});

describe('the fold of clocks and segments against a walk minute by minute', () => {
  it(`agrees on every clock and every owner in ${RUNS} random journeys`, () => {
    fc.assert(
      fc.property(stories, ({ procedure, begins, choices, length, beyond }) => {
        let place = 0;
        const draw = (below: number): number => (choices[place++ % choices.length] ?? 0) % below;
        const told = journey({ procedure, begins: plusMinutes(OPENS, begins), draw, length });
        const rules = { ...OFFICE, procedure };
        const file = folded(told, rules);
        const last = told.facts.at(-1)?.at ?? 0;
        const until = isFinal(file.dossier.phase) ? last : last + beyond;
        const walk = walkMinutes(told.facts, plainRules(procedure), until);
        expect(inOrder(file.clocks.map((clock) => said(clock, until)))).toEqual(
          inOrder(
            walk.clocks.map((clock) =>
              walked(clock, file.clocks.find(({ id }) => id === clock.id)?.status ?? 'stopped'),
            ),
          ),
        );
        const segments = segmentsUntil(file.segments, instantOf(until as never), rules);
        const owned = attribution(segments).filter(({ legalMinutes }) => legalMinutes !== 0);
        expect(Object.fromEntries(owned.map(({ owner, legalMinutes }) => [nameOf(owner), legalMinutes]))).toEqual(
          walk.owned,
        );
        const { receivedAt } = file.dossier;
        if (receivedAt !== null) {
          expect(conserved(segments, LEGAL, { from: minuteOf(receivedAt), to: until as never })).toBe(true);
        } else expect(segments).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
