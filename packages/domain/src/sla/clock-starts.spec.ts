import { describe, expect, it } from '@jest/globals';
import { DONG_HAI, HAI_AN, TAX_OFFICE, livingIn, rulesFor, supervisorOver } from '../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  byReceiver,
  delivered,
  granted,
  held,
  intake,
  received,
  sent,
  sentBack,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Step, Story } from '../testing/office.js';
import { procedureForTest } from '../testing/procedures.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { clockOf, local, segmentLines } from './clocks.fixture.js';

const CODE = '1.004873';
const standard = (limit: string) => [
  { key: 'standard', name: 'Thông thường', nameEn: 'Standard', limits: { counter: limit, online: limit, post: limit } },
];
const MONDAY = '2026-11-16 08:00';
const begun = (overrides: Partial<ProcedureInput> = {}, at = MONDAY): Story =>
  given(rulesFor(procedureForTest(overrides)), [received(CODE, at)]);
const atHome = (at: string) => byReceiver({ type: 'receive', intake: intake(CODE, { place: livingIn('11413') }) }, at);
const resolved = (agencyId: typeof HAI_AN, at: string): Step => ({
  by: supervisorOver(HAI_AN),
  do: { type: 'resolveJurisdiction', decision: { agencyId, legalBasis: 'Công văn 12/UBND' } },
  at,
});

describe('clock start `competentReceipt`', () => {
  const rules = rulesFor(procedureForTest({ clockStart: 'competentReceipt' }));

  it('has no legal clock until the competent ward has accepted', () => {
    const story = given(rules, [
      received(CODE, MONDAY),
      sent('electronic', '2026-11-16 09:00'),
      delivered('2026-11-16 10:00'),
    ]);
    expect(story.file?.clocks.map(({ id }) => id)).toEqual(['transfer', 'delivery:1', 'acceptance:1']);
    expect(local(clockOf(story.and(accepted('2026-11-16 11:00')), 'legal').dueAt)).toBe('2026-11-17 17:00');
  });

  it('starts with the reception where the receiver is competent itself', () => {
    expect(local(clockOf(given(rules, [atHome(MONDAY)]), 'legal').dueAt)).toBe('2026-11-17 14:00');
  });

  it('starts with the reception, once known, where a held dossier proves to be the receiver’s own', () => {
    const story = given(rules, [held(CODE, MONDAY)]);
    expect(story.file?.clocks.map(({ id }) => id)).toEqual(['transfer']);
    const known = story.and(resolved(HAI_AN, '2026-11-16 14:00'));
    expect(clockOf(known, 'legal')).toMatchObject({ used: 0, status: 'running' });
    expect(local(clockOf(known, 'legal').dueAt)).toBe('2026-11-17 14:00');
    expect(clockOf(known, 'transfer').status).toBe('stopped');
  });
});

describe('a transfer excluded from the limit', () => {
  const way = (story: Story): Story =>
    story.and(sent('electronic', '2026-11-16 09:00'), delivered('2026-11-16 10:00'), accepted('2026-11-16 14:00'));

  it('rests the legal clock from reception until acceptance', () => {
    const story = begun({ transferExcluded: true });
    expect(clockOf(story, 'legal')).toMatchObject({ status: 'paused', used: 0, dueAt: null });
    expect(local(clockOf(way(story), 'legal').dueAt)).toBe('2026-11-18 08:00');
  });

  it('also while the competent ward is unknown; the transfer clock runs then', () => {
    const story = given(rulesFor(procedureForTest({ transferExcluded: true })), [held(CODE, MONDAY)]);
    expect(clockOf(story, 'legal').status).toBe('paused');
    expect(clockOf(story, 'transfer').status).toBe('running');
  });

  it('is no matter where the receiver is competent', () => {
    const story = given(rulesFor(procedureForTest({ transferExcluded: true })), [atHome(MONDAY)]);
    expect(clockOf(story, 'legal').status).toBe('running');
  });
});

describe('one transfer budget for all attempts', () => {
  const story = begun().and(
    sent('electronic', '2026-11-16 10:00'),
    delivered('2026-11-16 11:00'),
    sentBack('incompleteCopy', '2026-11-16 15:00'),
  );

  it('has used three hours when the first copy is delivered, and rests while the addressee looks at it', () => {
    const waiting = begun().and(sent('electronic', '2026-11-16 10:00'), delivered('2026-11-16 11:00'));
    expect(clockOf(waiting, 'transfer')).toMatchObject({ status: 'paused', used: 180 });
  });

  it('goes on from there after the refusal, which gives no minute back', () => {
    expect(local(clockOf(story, 'transfer').dueAt)).toBe('2026-11-17 10:00');
    expect(segmentLines(story)).toEqual([
      'Hải An | received | 2026-11-16 08:00 | 2026-11-16 10:00 | 120',
      'exchange | inTransfer | 2026-11-16 10:00 | 2026-11-16 11:00 | 60',
      'Đông Hải | awaitingAcceptance | 2026-11-16 11:00 | 2026-11-16 15:00 | 120',
      'Hải An | transferReturned | 2026-11-16 15:00 | open | ',
    ]);
  });

  it('gives each attempt its own delivery and acceptance', () => {
    const again = story.and(sent('paper', '2026-11-16 16:00'), delivered('2026-11-17 08:00'));
    expect(
      again.file?.clocks.filter(({ kind }) => kind !== 'legal').map(({ id, status }) => `${id} ${status}`),
    ).toEqual([
      'transfer paused',
      'delivery:1 stopped',
      'acceptance:1 stopped',
      'delivery:2 stopped',
      'acceptance:2 running',
    ]);
    expect(clockOf(again, 'delivery:2').owner).toEqual({ kind: 'publicPost' });
  });

  it('ends with the acceptance', () => {
    const done = story.and(
      sent('electronic', '2026-11-16 16:00'),
      delivered('2026-11-16 16:00'),
      accepted('2026-11-16 17:00'),
    );
    expect(clockOf(done, 'transfer')).toMatchObject({ status: 'stopped', used: 240, outcome: 'early' });
  });

  it('is not begun anew by a supervisor’s redirection', () => {
    const lapsed = begun()
      .and(sent('electronic', '2026-11-16 10:00'), delivered('2026-11-16 11:00'))
      .swept('2026-11-17 10:00');
    const moved = lapsed.and({
      by: supervisorOver(HAI_AN, DONG_HAI, TAX_OFFICE),
      do: { type: 'redirectTransfer', to: TAX_OFFICE, reason: 'lapsed' },
      at: '2026-11-17 10:00',
    });
    expect(clockOf(moved, 'transfer')).toMatchObject({ status: 'running', used: 180 });
    expect(clockOf(moved, 'acceptance:1').status).toBe('stopped');
    expect(clockOf(moved, 'delivery:2')).toMatchObject({ status: 'running', used: 0 });
  });
});

describe('the legal end `readyForReturn`', () => {
  const story = begun({ legalEnd: 'readyForReturn', cases: standard('3wd') }).and(
    sent('electronic', '2026-11-16 08:30'),
    delivered('2026-11-16 08:30'),
    accepted('2026-11-16 09:00'),
    granted('2026-11-18 09:00'),
  );

  it('lets the legal clock run on after the decision until the result has arrived', () => {
    expect(clockOf(story, 'legal').status).toBe('running');
    const back = story.and(
      byCompetent({ type: 'dispatchResult', copy: 'paper' }, '2026-11-18 10:00'),
      byReceiver({ type: 'confirmResultArrival' }, '2026-11-19 08:01'),
    );
    expect(clockOf(back, 'legal')).toMatchObject({ outcome: 'overdue', used: 1441 });
  });

  it('makes the competent ward answer for the result until it has sent it, then the carrier', () => {
    expect(clockOf(story, 'resultTransfer').owner).toEqual({ kind: 'agency', agencyId: DONG_HAI });
    const sentBackOnPaper = story.and(byCompetent({ type: 'dispatchResult', copy: 'paper' }, '2026-11-18 10:00'));
    expect(clockOf(sentBackOnPaper, 'resultTransfer').owner).toEqual({ kind: 'publicPost' });
  });
});

describe('an extension', () => {
  it('adds its working days to the legal clock and to nothing else', () => {
    const story = begun().and(
      sent('electronic', '2026-11-16 08:30'),
      delivered('2026-11-16 08:30'),
      accepted('2026-11-16 09:00'),
      byCompetent({ type: 'extend', by: '1wd', legalBasis: 'Nghị định 118/2025/NĐ-CP' }, '2026-11-16 10:00'),
    );
    expect(clockOf(story, 'legal').budget).toEqual({ unit: 'work', minutes: 1200 });
    expect(local(clockOf(story, 'legal').dueAt)).toBe('2026-11-18 14:00');
  });
});
