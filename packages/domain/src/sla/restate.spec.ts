import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Calendar } from '../calendar/calendar.js';
import { calendarChange } from '../calendar/different-days.js';
import type { CalendarException, NationalLayer } from '../calendar/layers.js';
import { nationalLayer } from '../calendar/parse-holidays.js';
import type { DossierEvent, EventOf } from '../dossier/events.js';
import type { Rules } from '../dossier/file.js';
import { applyEvent, foldHistory, withRestatement } from '../dossier/fold.js';
import { pinAfter } from '../dossier/pin-after.js';
import { DOSSIER_ID } from '../testing/office.js';
import { instantOf, minuteOf, plusMinutes } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { EXACT_TIMES } from './journey.fixture.js';
import { plainRules, procedureOf, toldBy } from './journeys.fixture.js';
import type { Told } from './journeys.fixture.js';
import { worldsOn } from './office-worlds.fixture.js';
import { walkMinutes } from './oracle/minute-walk.js';
import { liesAhead, restatedBase, restatementOf } from './restate.js';
import type { RulesBeforeAndAfter } from './restate.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const NOTICED = nationalLayer({ csv, version: 2 });
const without = (...dates: readonly string[]): CalendarException[] =>
  NOTICED.exceptions.filter(({ date }) => !dates.includes(date));
const holiday = (date: string): CalendarException =>
  ({ date, kind: 'holiday', name: 'nghỉ', notice: '1/TB', provisional: false }) as CalendarException;

/** What was known before the notice came: each leads to the days the oracle knows. */
const FORMER: readonly { readonly name: string; readonly layer: NationalLayer }[] = [
  { name: 'a holiday is new', layer: { ...NOTICED, version: 1, exceptions: without('2026-11-24') } },
  {
    name: 'a swap in August is new',
    layer: { ...NOTICED, version: 1, exceptions: without('2026-08-31', '2026-08-22') },
  },
  {
    name: 'a swap at the new year is new',
    layer: { ...NOTICED, version: 1, exceptions: without('2026-01-02', '2026-01-10') },
  },
  { name: 'a swap of 2025 is new', layer: { ...NOTICED, version: 1, exceptions: without('2025-05-02', '2025-04-26') } },
  { name: '2026 was provisional', layer: { ...NOTICED, version: 1, noticedYears: [2024, 2025] } },
  {
    name: 'a day off is taken back',
    layer: { ...NOTICED, version: 1, exceptions: [...NOTICED.exceptions, holiday('2026-11-20')] },
  },
];
const NEW_WORLDS = worldsOn(NOTICED);
const FORMER_WORLDS = FORMER.map(({ layer }) => worldsOn(layer));

const choices = fc.record({
  limit: fc.constantFrom('1.5wd', '3wd', '11wh', '4cd', '7cd', 'sameDay'),
  clockStart: fc.constantFrom('reception' as const, 'competentReceipt' as const),
  transferExcluded: fc.boolean(),
  transferCutoff: fc.constantFrom('15:00', null),
  limitCutoff: fc.constantFrom('15:00', null),
  legalEnd: fc.constantFrom('decided' as const, 'readyForReturn' as const),
  promiseGranularity: fc.constantFrom('minute' as const, 'halfDay' as const, 'day' as const),
  policy: fc.constantFrom('pause' as const, 'restart' as const, 'run' as const),
  supplementTimeout: fc.constantFrom('1cd', '3cd'),
  taxPauses: fc.boolean(),
  paymentPauses: fc.boolean(),
});
const numbers = fc.record({
  begins: fc.tuple(fc.nat(8), fc.constantFrom(...EXACT_TIMES)).map(([day, time]) => day * 1440 + time),
  length: fc.integer({ min: 1, max: 12 }),
  choices: fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }),
  corrected: fc.option(fc.nat(100_000), { nil: undefined, freq: 4 }),
});
const worlds = fc.nat(NEW_WORLDS.length - 1);
const formers = fc.nat(FORMER.length - 1);
const restated = { calendar: 'legal:31', fromVersion: 'national@1+31@1', toVersion: 'national@2+31@1' };
const notices = [
  {
    layer: 'national' as const,
    layerId: 'national',
    version: 2,
    number: '1/TB-BNV',
    issuedOn: '2026-01-05',
    issuer: 'Bộ Nội vụ',
  },
].map((each) => ({
  ...each,
  issuedOn: each.issuedOn as EventOf<'dossier.calendarRestated.v1'>['data']['notices'][0]['issuedOn'],
}));

/** The fact in its place behind the others. */
function journalled(events: readonly DossierEvent[], { from, to }: RulesBeforeAndAfter, now: Minute) {
  const file = foldHistory(events, from);
  const known = { file, history: events };
  const { before, base } = restatedBase(known, { from, to });
  const at = instantOf(now);
  const fact = restatementOf({ before, base }, { ...restated, notices }, at);
  const seq = events.length + 1;
  const place = { id: `e${seq}`, dossierId: DOSSIER_ID, seq, recordedAt: at, prevHash: '', hash: `h${seq}` };
  const actor = { kind: 'engine' as const, agencyId: null, officerId: null };
  const event: EventOf<'dossier.calendarRestated.v1'> = { ...fact, ...place, actor };
  return { file, base, event, after: withRestatement(base, event, to) };
}

const rulesOn = (told: Told, legal: Calendar): Rules => ({ ...told.rules, legal, desk: () => legal });

describe('a dossier whose calendar has another version', () => {
  it('is what its whole journal gives on the new one, as the walk minute by minute has it', () => {
    fc.assert(
      fc.property(fc.tuple(choices, numbers, worlds, formers), fc.constantFrom(0, 90, 3000), (drawn, beyond) => {
        const [chosen, way, place, former] = drawn;
        const told = toldBy(procedureOf(chosen), way, NEW_WORLDS[place]);
        const old = FORMER_WORLDS[former]?.[place]?.legal ?? told.rules.legal;
        const rules = { from: rulesOn(told, old), to: told.rules };
        const last = minuteOf(told.events.at(-1)?.recordedAt ?? instantOf(told.world.opens));
        const { file, base, event, after } = journalled(told.events, rules, plusMinutes(last, beyond));
        const journal = [...told.events, event];
        expect(foldHistory(journal, rules.to)).toEqual(after);
        expect(after.dossier.pin).toEqual(pinAfter(journal));
        expect(after.dossier.version).toBe(file.dossier.version);
        expect(after.clocks).toEqual(foldHistory(told.events, rules.to).clocks);
        const seen = walkMinutes(told.facts, plainRules(told), last);
        const used = new Map(seen.clocks.map(({ id, stopped, used: minutes }) => [id, { stopped, minutes }]));
        for (const clock of after.clocks.filter(({ status }) => status !== 'running')) {
          expect({ id: clock.id, used: clock.used }).toEqual({ id: clock.id, used: used.get(clock.id)?.minutes });
        }
        const change = calendarChange(rules.from.legal, rules.to.legal);
        if (!liesAhead(file, change, event.occurredAt)) return;
        const quick = restatedBase({ file, history: null }, rules);
        expect(quick.base.clocks).toEqual(base.clocks);
        expect(quick.base.segments).toEqual(base.segments);
        expect(restatementOf(quick, { ...restated, notices }, event.occurredAt).data).toEqual(event.data);
      }),
      { numRuns: 250 },
    );
  });

  it('names the clocks that moved with their old and new due minutes, and no others', () => {
    fc.assert(
      fc.property(fc.tuple(choices, numbers, worlds, formers), ([chosen, way, place, former]) => {
        const told = toldBy(procedureOf(chosen), way, NEW_WORLDS[place]);
        const old = FORMER_WORLDS[former]?.[place]?.legal ?? told.rules.legal;
        const last = minuteOf(told.events.at(-1)?.recordedAt ?? instantOf(told.world.opens));
        const { file, event, after } = journalled(told.events, { from: rulesOn(told, old), to: told.rules }, last);
        const moved = after.clocks.filter(({ id, dueAt }) => file.clocks.find((was) => was.id === id)?.dueAt !== dueAt);
        expect(event.data.clocks.map(({ clockId }) => clockId).sort()).toEqual(moved.map(({ id }) => id).sort());
      }),
      { numRuns: 150 },
    );
  });

  it('may not be told by one fact more: what was reckoned before is reckoned again', () => {
    const told = toldBy(procedureOf({ ...LAND }), { begins: 450, length: 2, choices: [1] }, NEW_WORLDS[0]);
    const rules = { from: told.rules, to: told.rules };
    const { file, event } = journalled(
      told.events,
      rules,
      minuteOf(told.events.at(-1)?.recordedAt ?? instantOf(0 as Minute)),
    );
    expect(() => applyEvent(file, event, told.rules)).toThrow('use withRestatement');
  });
});

const LAND = {
  ...({ limit: '3wd', clockStart: 'reception', transferExcluded: false, transferCutoff: null } as const),
  ...({ limitCutoff: null, legalEnd: 'decided', promiseGranularity: 'minute', policy: 'pause' } as const),
  ...({ supplementTimeout: '1cd', taxPauses: false, paymentPauses: false } as const),
};

describe('the days on which two versions differ', () => {
  const legalOf = (layer: number): Calendar => {
    const legal = FORMER_WORLDS[layer]?.[0]?.legal;
    if (legal === undefined) throw new Error('no such calendar');
    return legal;
  };
  const now = NEW_WORLDS[0]?.legal ?? legalOf(0);

  it('are those of the notice', () => {
    expect(
      calendarChange(legalOf(1), now).days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    ).toEqual(['2026-08-22', '2026-08-31']);
    expect(calendarChange(legalOf(0), now).since).toBe(minuteOf('2026-11-23T17:00:00.000Z' as never));
  });

  it('are none where only the certainty of a year changes', () => {
    expect(calendarChange(legalOf(4), now)).toEqual({ since: null, days: [], sameLength: true });
  });

  it('are all of them where the working day has another length', () => {
    const shorter = NEW_WORLDS.find(({ days }) => days.perDay === 450)?.legal ?? now;
    expect(calendarChange(now, shorter).sameLength).toBe(false);
  });
});
