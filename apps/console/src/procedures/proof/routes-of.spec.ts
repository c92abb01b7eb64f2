import { describe, expect, it } from '@jest/globals';
import type { Json } from '../form/json.js';
import type { Route } from './ask.js';
import { otherRoutes, routesOf } from './routes-of.js';

const offices = { receiver: 'hai-an', decider: 'dong-hai' };
const definition: Json = {
  boundaryScope: 'province',
  cases: [
    { key: 'standard', limits: { counter: '1.5wd', online: '1.5wd', post: '3wd' } },
    { key: 'quick', limits: { counter: 'sameDay', online: null, post: null } },
  ],
};
const inWords = (routes: readonly { caseKey: string; channels: readonly string[]; route: string }[]) =>
  routes.map(({ caseKey, channels, route }) => `${caseKey} ${channels.join('+')} ${route}`);

describe('the routes of a definition that is being written', () => {
  it('are those of every case, every limit and every way, the one with the least work first', () => {
    expect(inWords(routesOf(definition, offices))).toEqual([
      'standard counter+online sameAgency',
      'standard counter+online crosses',
      'standard counter+online crossesByPost',
      'standard post sameAgency',
      'standard post crosses',
      'standard post crossesByPost',
      'quick counter sameAgency',
      'quick counter crosses',
      'quick counter crossesByPost',
    ]);
  });

  it('stay at home where the procedure is never handed in elsewhere, or there is no second agency', () => {
    const ways = (routes: ReturnType<typeof routesOf>) => [...new Set(routes.map(({ route }) => route))];
    expect(ways(routesOf({ ...definition, boundaryScope: 'none' }, offices))).toEqual(['sameAgency']);
    expect(ways(routesOf(definition, { receiver: 'hai-an', decider: 'hai-an' }))).toEqual(['sameAgency']);
  });

  it('leave out the one that is looked at, by whichever of its channels', () => {
    const considered: Route = { ...offices, caseKey: 'standard', channel: 'online', route: 'crosses' };
    expect(inWords(otherRoutes(definition, considered))).toHaveLength(8);
    expect(inWords(otherRoutes(definition, considered))).not.toContain('standard counter+online crosses');
  });

  it('are none of what is only half written', () => {
    expect(routesOf({ cases: [{ name: 'x' }, { key: 'y', limits: { counter: null } }] }, offices)).toEqual([]);
    expect(routesOf({}, offices)).toEqual([]);
  });
});
