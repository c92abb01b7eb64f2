/** What must be proved of a version: every route, at the hours that are really kept, each once. */
import { describe, expect, it } from '@jest/globals';
import { officeWeek } from '@lien-thong/domain';
import { procedureForTest } from '@lien-thong/domain/testing';
import { townData } from '../../../../packages/engine/test/town.js';
import { LiveReference } from '../reference/live-reference.js';
import { yearFrom } from './proof-range.js';
import { planOf } from './version-plan.js';

/** The town, where those offices keep other hours than the law and receive dossiers. */
function townWith(desks: Readonly<Record<string, string>>): LiveReference {
  const data = townData();
  const oneStopUnit = { name: 'x', nameEn: 'x' };
  const agencies = data.directory.agencies.map((agency) => {
    const hours = desks[agency.id];
    const week = officeWeek('07:30-11:30,13:30-17:30', hours === undefined ? {} : { sat: hours });
    return { ...agency, oneStopUnit, deskHours: [{ week, notice: `of ${agency.id}` }] };
  });
  return new LiveReference({ ...data, directory: { ...data.directory, agencies } });
}
const YEAR = yearFrom('2026-11-22' as Parameters<typeof yearFrom>[0]);
const plan = (reference: LiveReference, overrides: Parameters<typeof procedureForTest>[0] = {}) =>
  planOf(reference, procedureForTest(overrides), YEAR);

describe('the range of a verdict', () => {
  it('is twelve months from the month the version takes effect in', () => {
    expect(YEAR).toEqual({ from: '2026-11-01', to: '2027-10-31' });
    expect(yearFrom('2027-01-31' as Parameters<typeof yearFrom>[0])).toEqual({ from: '2027-01-01', to: '2027-12-31' });
  });
});

describe('the routes of a version', () => {
  const one = [{ key: 'standard', name: 'x', nameEn: 'x', limits: { counter: '3wd', online: '3wd', post: '2wd' } }];

  it('are each limit on each route class, at the same hours once', () => {
    const routes = plan(townWith({}), { cases: one }).routes.map(
      ({ route, channels }) => `${route} ${channels.join()}`,
    );
    expect(routes).toEqual([
      ...['sameAgency counter,online', 'crosses counter,online', 'crossesByPost counter,online'],
      ...['sameAgency post', 'crosses post', 'crossesByPost post'],
    ]);
  });

  it('are proved again for a desk that is open on Saturdays, as receiver and as decider', () => {
    const { routes } = plan(townWith({ 'hai-an': '07:30-11:30' }));
    const crosses = routes.filter(({ route, caseKey }) => route === 'crosses' && caseKey === 'standard');
    expect(crosses).toHaveLength(4);
    expect(routes.filter(({ route, caseKey }) => route === 'sameAgency' && caseKey === 'standard')).toHaveLength(2);
  });

  it('stay in the agency where nothing crosses', () => {
    const { routes } = plan(townWith({}), { boundaryScope: 'none', transferCutoff: null });
    expect(new Set(routes.map(({ route }) => route))).toEqual(new Set(['sameAgency']));
  });

  it('have another digest when a desk keeps other hours, and the same when only a name changes', () => {
    const before = plan(townWith({})).digest;
    expect(plan(townWith({}), { name: 'Tên khác' }).digest).toBe(before);
    expect(plan(townWith({ 'dong-hai': '07:30-11:30' })).digest).not.toBe(before);
    expect(plan(townWith({}), { transferCutoff: null }).digest).not.toBe(before);
  });
});
