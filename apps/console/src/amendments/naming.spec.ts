import { describe, expect, it } from '@jest/globals';
import type { AmendedDossier } from '@lien-thong/client';
import { mayBeNamedBack, mustBeNamed, unnamed } from './naming.js';

const AT = '2026-12-29T07:00:00.000Z';
const [PAST, FUTURE] = ['2026-12-28T07:00:00.000Z', '2026-12-30T07:00:00.000Z'];

const judged = (
  state: AmendedDossier['state'],
  [dueBefore, dueAfter]: readonly [string | null, string | null] = [null, null],
  becomesOverdue: readonly string[] = [],
) => ({ dossier: 'HA-0001', state, dueBefore, dueAfter, becomesOverdue });

describe('the approval of an amendment', () => {
  it('names each dossier that becomes overdue by the change alone', () => {
    expect(mustBeNamed(judged('moves', [FUTURE, PAST], ['legal']))).toBe(true);
  });

  it('names none that keeps its time, and none that stays under the old version', () => {
    expect(mustBeNamed(judged('moves', [PAST, PAST]))).toBe(false);
    expect(mustBeNamed(judged('stays', [FUTURE, PAST], ['legal']))).toBe(false);
  });

  it('waits for those that are not ticked yet', () => {
    const all = [{ dossier: 'HA-0001' }, { dossier: 'HA-0002' }];
    expect(unnamed(all, new Set(['HA-0002']))).toEqual(['HA-0001']);
    expect(unnamed(all, new Set(['HA-0001', 'HA-0002']))).toEqual([]);
  });
});

describe('taking an amendment back', () => {
  it('may make overdue whose old due minute has passed and whose new one has not', () => {
    expect(mayBeNamedBack(judged('amended', [PAST, FUTURE]), AT)).toBe(true);
    expect(mayBeNamedBack(judged('amended', [AT, FUTURE]), AT)).toBe(true);
    expect(mayBeNamedBack(judged('amended', [PAST, null]), AT)).toBe(true);
  });

  it('makes nobody overdue who is so already, or whose old due minute lies ahead, or who was not moved', () => {
    expect(mayBeNamedBack(judged('amended', [PAST, PAST]), AT)).toBe(false);
    expect(mayBeNamedBack(judged('amended', [FUTURE, FUTURE]), AT)).toBe(false);
    expect(mayBeNamedBack(judged('amended', [null, null]), AT)).toBe(false);
    expect(mayBeNamedBack(judged('leftOut', [PAST, FUTURE]), AT)).toBe(false);
  });
});
