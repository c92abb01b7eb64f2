import { describe, expect, it } from '@jest/globals';
import { localProcedure, procedureForTest } from '../testing/procedures.js';
import { notComputable } from './not-computable.js';
import { VERDICTS, needsApproval, routesOf, verdictOf, worstVerdict } from './verdict.js';

const limits = (counter: string | null, online: string | null, post: string | null) => [
  { key: 'standard', name: 'x', nameEn: 'x', limits: { counter, online, post } },
];

describe('the routes of a version', () => {
  it('are each limit on each route class; channels with one limit stand together', () => {
    const routes = routesOf(procedureForTest({ cases: limits('3wd', '3wd', '2wd') }));
    expect(routes.map(({ route, channels, limit }) => `${route} ${channels.join('+')} ${String(limit)}`)).toEqual([
      ...['sameAgency counter+online 3wd', 'crosses counter+online 3wd', 'crossesByPost counter+online 3wd'],
      ...['sameAgency post 2wd', 'crosses post 2wd', 'crossesByPost post 2wd'],
    ]);
  });

  it('leave out channels without a limit, and what would cross a boundary nobody may cross', () => {
    expect(routesOf(procedureForTest({ cases: limits(null, null, null) }))).toEqual([]);
    const local = routesOf(localProcedure({ cases: limits('1wd', null, null) }));
    expect(local).toMatchObject([{ route: 'sameAgency', channels: ['counter'] }]);
  });
});

describe('the verdict on a version', () => {
  it('is that of its worst route', () => {
    expect(worstVerdict(['SAFE', 'START_DEPENDENT', 'SAFE_IF_DYNAMIC'])).toBe('START_DEPENDENT');
    expect(worstVerdict(['SAFE', 'NOT_COMPUTABLE'])).toBe('NOT_COMPUTABLE');
    expect(worstVerdict(['NOT_COMPUTABLE', 'SAFE_IF_DYNAMIC'])).toBe('SAFE_IF_DYNAMIC');
    expect(worstVerdict(['SAFE', 'SAFE'])).toBe('SAFE');
  });

  it('is never safe where nothing was proved', () => {
    expect(worstVerdict([])).toBe('NOT_COMPUTABLE');
    expect(verdictOf(notComputable('limit-unknown'))).toBe('NOT_COMPUTABLE');
  });

  it('needs somebody who answers for it, unless it is SAFE', () => {
    expect(VERDICTS.filter((verdict) => !needsApproval(verdict))).toEqual(['SAFE']);
  });
});
