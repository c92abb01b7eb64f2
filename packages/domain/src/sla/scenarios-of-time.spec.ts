/** The failures of time a service must live with, by the numbers they have in the failure model: those the clocks themselves answer for. */
import { describe, expect, it } from '@jest/globals';
import { nationalLayerSchema, provinceLayerSchema } from '../calendar/layers.js';
import { legalCalendar } from '../calendar/legal-calendar.js';
import { officeWeek } from '../calendar/office-week.js';
import type { DossierEvent } from '../dossier/events.js';
import { foldHistory } from '../dossier/fold.js';
import { buildMachine } from '../procedure/build-machine.js';
import { LEGAL, rulesFor, vn } from '../testing/office-directory.js';
import { accepted, delivered, received, sent } from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure, procedureForTest, sameLimitEverywhere } from '../testing/procedures.js';
import { instantOf, isoOfDay, minuteOf } from '../time/instant.js';
import { clockOf, local } from './clocks.fixture.js';
import { restatedBase, restatementOf } from './restate.js';
import { risks } from './risk/risks.js';

const CODE = '1.004873';
const RUNGS = { remainingMinutes: [120] };
const withLimit = (limit: string) =>
  procedureForTest({
    cases: [{ key: 'standard', name: 'Thường', nameEn: 'Standard', limits: sameLimitEverywhere(limit) }],
    warnPercents: [50],
    warnRungs: RUNGS,
  });
/** Accepted in the minute it came in: Monday 16 November 2026, 08:00. */
const processing = (limit: string): Story =>
  given(rulesFor(withLimit(limit)), [
    received(CODE, '2026-11-16 08:00'),
    sent('electronic', '2026-11-16 08:00'),
    delivered('2026-11-16 08:00'),
    accepted('2026-11-16 08:00'),
  ]);

const rungOf = ({ type, data }: DossierEvent): readonly string[] => {
  if (!('rungAt' in data) || data.clockId !== 'legal') return [];
  const what = 'percent' in data ? `${data.percent} %` : 'rung' in data ? 'low' : 'breach';
  return type === 'dossier.transferLapsed.v1' ? [] : [`${what} ${local(minuteOf(data.rungAt))}`];
};
const rungs = ({ events }: Story): readonly string[] => events.flatMap(rungOf);

describe('S18: what came due while nothing ran', () => {
  it('fires once after the restart, with the instant at which it was true and the time it was found', () => {
    const punctual = ['2026-11-16 16:00', '2026-11-17 10:00', '2026-11-17 14:01'].reduce(
      (story, at) => story.swept(at),
      processing('1.5wd'),
    );
    const after = processing('1.5wd').swept('2026-11-23 07:30').swept('2026-11-23 07:31');
    expect(rungs(after)).toEqual(['50 % 2026-11-16 16:00', 'low 2026-11-17 10:00', 'breach 2026-11-17 14:01']);
    expect(rungs(after)).toEqual(rungs(punctual));
    const found = after.events.filter((event) => rungOf(event).length > 0).map(({ recordedAt }) => recordedAt);
    expect(new Set(found)).toEqual(new Set([vn('2026-11-23 07:30')]));
  });
});

describe('S20: limits longer than any timer (24.8 days)', () => {
  it.each([
    // 30 working days after Monday 16 November, the 24th being a holiday: the same time on Tuesday 29 December.
    ['30wd', '2026-12-29 08:00', '2026-12-29 08:01'],
    ['30cd', '2026-12-16 17:30', '2026-12-17 07:31'],
    // The 180th day is a Saturday: Monday 17 May 2027.
    ['180cd', '2027-05-17 17:30', '2027-05-18 07:31'],
  ])('of %s are due at %s and overdue at %s: an instant in a row, not a timer', (limit, due, breach) => {
    const story = processing(limit);
    const legal = clockOf(story, 'legal');
    expect([local(legal.dueAt), local(legal.breachFiresAt)]).toEqual([due, breach]);
    const ahead = (legal.breachFiresAt ?? 0) - legal.startedAt;
    expect(ahead).toBeGreaterThan(24.8 * 1440);
    const before = story.swept(local(minuteOf(instantOf((Number(legal.breachFiresAt) - 1) as never))) ?? '');
    expect(rungs(before).some((rung) => rung.startsWith('breach'))).toBe(false);
    expect(rungs(before.swept(breach)).at(-1)).toBe(`breach ${breach}`);
  });

  it('of the applicant too: no machine holds a timer', () => {
    const text = JSON.stringify(buildMachine(landProcedure()).config);
    expect(text).not.toMatch(/"(after|invoke|delay)"/);
  });
});

const dayOff = (date: string) => ({ date, kind: 'holiday' as const, name: 'nghỉ', notice: '9/TB', provisional: false });
const national = (version: number, ...dates: readonly string[]) =>
  nationalLayerSchema.parse({
    ...{ level: 'national', id: 'national', version, noticedYears: [2026] },
    exceptions: ['2026-11-24', ...dates].sort().map(dayOff),
  });
const province = provinceLayerSchema.parse({
  ...{ level: 'province', id: '31', version: 1, exceptions: [] },
  hours: [{ week: officeWeek('07:30-11:30,13:30-17:30'), notice: 'office hours of the specs' }],
});

describe('S21: a holiday that is added afterwards', () => {
  const story = processing('1.5wd').swept('2026-11-17 15:00');
  const to = { ...story.rules, legal: legalCalendar({ national: national(2, '2026-11-17'), province }) };
  const known = { file: story.file!, history: story.events };
  const bases = restatedBase(known, { from: story.rules, to });
  const notices = [
    {
      layer: 'national' as const,
      layerId: 'national',
      version: 2,
      number: '9/TB',
      issuedOn: '2026-11-17',
      issuer: 'TTg',
    },
  ] as never;
  const restated = { calendar: 'legal:31', fromVersion: LEGAL.version, toVersion: to.legal.version, notices };
  const fact = restatementOf(bases, restated, vn('2026-11-17 16:00'));

  it('takes back the breach by name and deletes nothing: it stays in the journal, and comes anew in its time', () => {
    expect(rungs(story)).toContain('breach 2026-11-17 14:01');
    const legal = fact.data.clocks.find(({ clockId }) => clockId === 'legal');
    expect(legal).toMatchObject({ breachWithdrawn: true });
    const last = story.events.at(-1)!;
    const event = { ...last, ...fact, seq: last.seq + 1 } as DossierEvent;
    const file = foldHistory([...story.events, event], to);
    expect(clockOf(file, 'legal')).toMatchObject({ breached: false, warned: [50], runsLow: ['remaining:120'] });
    expect(local(clockOf(file, 'legal').breachFiresAt)).toBe('2026-11-18 14:01');
  });

  it('tells no warning again that was given', () => {
    const last = story.events.at(-1)!;
    const event = { ...last, ...fact, seq: last.seq + 1 } as DossierEvent;
    const file = foldHistory([...story.events, event], to);
    expect(clockOf(file, 'legal').warnAt).toBeNull();
  });
});

describe('S23: a year of which no calendar is loaded', () => {
  const lastDay = isoOfDay(LEGAL.lastDay);
  const story = given(rulesFor(withLimit('30wd')), [received(CODE, `${lastDay} 08:00`)]);

  it('has no promise, no due instant and no rung: nothing is made up', () => {
    expect(story.file?.dossier.promise).toBeNull();
    const legal = clockOf(story, 'legal');
    expect(legal).toMatchObject({ certainty: 'notComputable', dueAt: null, warnAt: null, breachFiresAt: null });
    expect(rungs(story.swept(`${lastDay} 17:00`))).toEqual([]);
  });

  it('is told as unknown, never as green', () => {
    const found = risks(story.file!, story.rules, { now: vn(`${lastDay} 09:00`), systemsDown: [] });
    expect(found.filter(({ rule }) => rule === 'cannotBeComputed').map(({ level }) => level)).toContain('unknown');
  });
});
