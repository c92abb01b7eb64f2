import { describe, expect, it } from '@jest/globals';
import { landProcedure, procedureForTest } from '../../testing/procedures.js';
import { procedureVersionSchema } from '../procedure.js';
import type { ProcedureVersion } from '../procedure.js';
import { diffProcedures } from './diff.js';

type Draft = Record<string, unknown>;

/** The land procedure, a version later, with what stands at a path replaced. */
function changed(path: string, value: unknown): ProcedureVersion {
  const draft = structuredClone({ ...landProcedure(), version: 2 }) as unknown as Draft;
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let place = draft;
  for (const part of parts) place = place[part] as Draft;
  place[last] = value;
  return procedureVersionSchema.parse(draft);
}

const diff = (path: string, value: unknown) => diffProcedures(landProcedure(), changed(path, value));

/** Every leaf of the definition, by its path. */
function leaves(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, path === '' ? key : `${path}.${key}`));
}

const OTHER: Readonly<Record<string, unknown>> = {
  ...{ level: 'commune', boundaryScope: 'nation', clockStart: 'competentReceipt', legalEnd: 'readyForReturn' },
  ...{
    promiseGranularity: 'minute',
    transferCutoff: '15:00',
    limitCutoff: '15:00',
    illustration: { why: 'a', whyEn: 'b' },
  },
  ...{
    effectiveFrom: '2027-01-01',
    effectiveTo: '2027-12-31',
    'competence.criterion': 'any',
    'competence.level': 'province',
  },
  ...{ 'supplement.policy': 'restart', 'payment.timeout': '10cd', 'supplement.timeout': '10cd' },
};

/** Another value the schema takes at that place. */
function another(path: string, value: unknown): unknown {
  if (path in OTHER) return OTHER[path];
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return /\d(wd|wh|cd)$/.test(String(value)) ? '3wd' : `${String(value)}x`;
}

describe('the difference of two versions', () => {
  it('says of a budget from where to where it goes', () => {
    expect(diff('legs.transfer.budget', '0.4wd')).toEqual([
      {
        ...{ path: 'legs.transfer.budget', kind: 'duration', place: { of: 'leg', leg: 'transfer' } },
        ...{ from: '1wd', to: '0.4wd', trend: 'falls' },
      },
    ]);
    expect(diff('legs.transfer.budget', '1.25wd')).toMatchObject([{ trend: 'rises' }]);
    expect(diff('legs.acceptance.budget', '3wh')).toMatchObject([{ from: '4wh', to: '3wh', trend: 'falls' }]);
    expect(diff('supplement.timeout', '31cd')).toMatchObject([{ trend: 'rises' }]);
  });

  it('compares no two units, and nothing with no limit at all', () => {
    expect(diff('legs.transfer.budget', '4wh')).toMatchObject([{ from: '1wd', to: '4wh', trend: null }]);
    expect(diff('cases.0.limits.counter', 'sameDay')).toMatchObject([{ from: '20wd', to: 'sameDay', trend: null }]);
    expect(diff('cases.0.limits.post', null)).toMatchObject([{ from: '20wd', to: null, trend: null }]);
  });

  it('is nothing between a version and itself under another number', () => {
    expect(diffProcedures(landProcedure(), landProcedure({ version: 7 }))).toEqual([]);
  });

  it('misses no field of a definition', () => {
    const skipped = new Set(['version', 'builderVersion', 'code']);
    const missed = leaves(landProcedure())
      .filter(([path]) => !skipped.has(path))
      .filter(([path, value]) => diff(path, another(path, value)).length === 0);
    expect(missed).toEqual([]);
    expect(leaves(landProcedure()).length).toBeGreaterThan(60);
  });

  it('says that sub-deadlines are cut anew from now on, by another policy, or no more', () => {
    const recut = (policy: 'firstCome' | 'proportional') => landProcedure({ subDeadlines: { policy } });
    const field = { path: 'subDeadlines.policy', kind: 'field', field: 'subDeadlines.policy' };
    expect(diffProcedures(landProcedure(), recut('firstCome'))).toEqual([{ ...field, from: null, to: 'firstCome' }]);
    expect(diffProcedures(recut('firstCome'), recut('proportional'))).toEqual([
      { ...field, from: 'firstCome', to: 'proportional' },
    ]);
    expect(diffProcedures(recut('proportional'), landProcedure())).toEqual([
      { ...field, from: 'proportional', to: null },
    ]);
  });

  it('says that an outage of a shared system relieves from now on, and by which law', () => {
    const relieved = landProcedure({ outageRelief: { scope: 'leg', legalBasis: 'Quy chế, điều 9' } });
    const fields = { 'outageRelief.scope': 'leg', 'outageRelief.legalBasis': 'Quy chế, điều 9' };
    expect(diffProcedures(landProcedure(), relieved)).toEqual(
      Object.entries(fields).map(([path, to]) => ({ path, kind: 'field', field: path, from: null, to })),
    );
  });

  it('says of each list of rungs what it was and what it is, and of a version without any nothing', () => {
    const field = (name: string, from: string | null, to: string | null) => ({
      ...{ path: `warnRungs.${name}`, kind: 'field', field: `warnRungs.${name}` },
      ...{ from, to },
    });
    const [none, some] = [
      landProcedure(),
      landProcedure({
        warnRungs: {
          remainingMinutes: [480, 120],
          risk: ['warning'],
          perClock: [{ clock: 'acceptance', percents: [], remainingMinutes: [60] }],
        },
      }),
    ];
    expect(diffProcedures(none, landProcedure({ warnRungs: {} }))).toEqual([]);
    expect(diffProcedures(none, some)).toEqual([
      field('remainingMinutes', null, '480, 120'),
      field('risk', null, 'warning'),
      field('perClock.acceptance.percents', null, ''),
      field('perClock.acceptance.remainingMinutes', null, '60'),
    ]);
    expect(diffProcedures(some, landProcedure({ warnRungs: { risk: ['warning', 'high'] } }))).toEqual([
      field('remainingMinutes', '480, 120', null),
      field('risk', 'warning', 'warning, high'),
      field('perClock.acceptance.percents', '', null),
      field('perClock.acceptance.remainingMinutes', '60', null),
    ]);
  });

  it('names what is new, what is gone and what changed places', () => {
    const [appraisal, signature] = landProcedure().steps;
    const more = { ...appraisal, key: 'survey', name: 'Đo đạc', nameEn: 'Survey' };
    expect(diff('steps', [appraisal, signature, more])).toEqual([
      { path: 'steps', kind: 'added', what: 'step', name: 'survey' },
    ]);
    expect(diff('steps', [signature])).toEqual([{ path: 'steps', kind: 'removed', what: 'step', name: 'appraisal' }]);
    expect(diff('steps', [signature, appraisal])).toEqual([{ path: 'steps', kind: 'moved', what: 'step' }]);
    expect(diff('legalBasis', ['Luật Đất đai 2024'])).toEqual([
      { path: 'legalBasis', kind: 'removed', what: 'legalBasis', name: 'Nghị định 101/2024/NĐ-CP' },
    ]);
    expect(diff('legs.transfer.requires', ['landSystem'])).toMatchObject([{ kind: 'added', what: 'system' }]);
  });

  it('tells payment and extension that came or went from such as changed', () => {
    expect(diff('payment', null)).toEqual([{ path: 'payment', kind: 'removed', what: 'payment', name: 'payment' }]);
    expect(diff('extension', null)).toMatchObject([{ kind: 'removed', what: 'extension' }]);
    const without = procedureForTest({ extension: null });
    expect(diffProcedures(without, procedureForTest())).toMatchObject([{ kind: 'added', what: 'extension' }]);
    expect(diff('extension.secondPerson', true)).toMatchObject([{ field: 'extension.secondPerson', from: false }]);
    expect(diff('extension.secondPerson', false)).toEqual([]);
    expect(diff('extension.times', 2)).toMatchObject([
      { kind: 'amount', what: 'times', from: 1, to: 2, trend: 'rises' },
    ]);
  });
});
