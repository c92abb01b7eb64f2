/** A claim that contradicts the journal calls for somebody until it is settled, whatever becomes of the dossier meanwhile. */
import { describe, expect, it } from '@jest/globals';
import { isFinal } from '../procedure/phase.js';
import { atOnce, told } from '../sla/risk/risk.fixture.js';
import { DONG_HAI, HAI_AN, clerkOf, vn } from '../testing/office-directory.js';
import { byCompetent, byReceiver } from '../testing/office-steps.js';
import type { Step, Story } from '../testing/office.js';
import { minuteOf } from '../time/instant.js';
import { differences } from './difference.js';
import type { StandingMember } from './difference.js';
import { alertKey } from './ground.js';
import type { Ground } from './ground.js';
import { groundsOf } from './grounds-of.js';

const conflictsOf = ({ file, rules, now }: Story): readonly Ground[] =>
  file === null
    ? []
    : groundsOf(file, rules, { now, systemsDown: [] }).filter(({ common }) => common.rule === 'openConflict');

const numbersOf = ({ file }: Story): readonly number[] =>
  (file?.dossier.openConflicts ?? []).map(({ conflict }) => conflict);

function memberOf({ common, ...ground }: Ground): StandingMember {
  const key = alertKey(common);
  return { ...ground, alertId: key, key, rule: common.rule, joinedN: 1 };
}

const withdrawn = (at: string): Step => byCompetent({ type: 'withdraw' }, at);
const settles = (conflict: number, at: string): Step => ({
  by: clerkOf(DONG_HAI, 'clerk-2'),
  do: { type: 'resolveConflict', conflict, resolution: 'kept', reason: 'asked-both' },
  at,
});
const claim = (seq: number, to: string, at: string): Step =>
  byCompetent({ type: 'correctTime', seq, to: vn(to), reason: 'typed-wrong' }, at);

const worked = told(
  {},
  ...atOnce,
  byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 08:20'),
  byCompetent({ type: 'completeStep', step: 'appraisal' }, '2026-11-16 08:40'),
);
const once = worked.and(claim(5, '2026-11-16 08:50', '2026-11-16 09:00'));

describe('a claim that contradicts the journal', () => {
  it('calls, gravely and since it was made, for a second person of the agency that did not make it', () => {
    const byTheCounter = worked.and({ ...claim(2, '2026-11-16 08:30', '2026-11-16 09:00'), by: clerkOf(HAI_AN) });
    expect([once, byTheCounter].flatMap(conflictsOf)).toMatchObject(
      [HAI_AN, DONG_HAI].map((agencyId) => ({
        common: { cause: 'conflictUnsettled', owner: { kind: 'agency', agencyId }, decision: 'resolveConflict' },
        ...{ level: 'high', code: 'claimContradictsJournal', clockId: '-:7', epoch: 0 },
        ...{ rungAt: minuteOf(vn('2026-11-16 09:00')), told: [] },
      })),
    );
  });

  it('is a finding of its own beside another, and each goes with its own settlement', () => {
    const twice = once.and(claim(5, '2026-11-16 08:55', '2026-11-16 09:10'));
    expect(conflictsOf(twice).map(({ clockId }) => clockId)).toEqual(['-:7', '-:8']);
    expect(conflictsOf(twice.and(settles(7, '2026-11-16 09:20'))).map(({ clockId }) => clockId)).toEqual(['-:8']);
  });

  it.each([
    ['stays when the dossier ends', once.and(withdrawn('2026-11-16 09:30'))],
    [
      'is told of a dossier that has ended',
      worked.and(withdrawn('2026-11-16 08:45'), claim(5, '2026-11-16 08:42', '2026-11-16 09:00')),
    ],
  ])('%s, and is resolved by its settlement', (_, open) => {
    expect(isFinal(open.file?.dossier.phase ?? 'received')).toBe(true);
    const found = conflictsOf(open);
    expect(found).toHaveLength(1);
    const [conflict = 0] = numbersOf(open);
    const settled = open.and(settles(conflict, '2026-11-16 10:00'));
    expect(conflictsOf(settled)).toEqual([]);
    const facts = settled.events.filter(({ seq }) => seq > open.events.length);
    const { file } = settled;
    if (file === null) throw new Error('no dossier');
    const changes = differences({ standing: found.map(memberOf), grounds: [], facts, file });
    expect(changes).toMatchObject([{ kind: 'leave', why: 'resolved' }]);
  });
});
