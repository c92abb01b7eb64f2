import { describe, expect, it } from '@jest/globals';
import {
  DONG_HAI,
  DUC_PHO,
  HAI_AN,
  NGO_QUYEN,
  clerkOf,
  livingIn,
  rulesFor,
  supervisorOver,
  vn,
} from '../testing/office-directory.js';
import { accepted, byCompetent, byReceiver, delivered, received, sent, sentBack } from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Step } from '../testing/office.js';
import { procedureForTest } from '../testing/procedures.js';
import { MAX_BOUNCES, MAX_REDIRECTS } from '../procedure/procedure.js';

const RULES = rulesFor(procedureForTest({ legs: legsThatLapseLate() }));
const CODE = RULES.procedure.code;
const supervisor = supervisorOver(HAI_AN, DONG_HAI, NGO_QUYEN);
const redirect = (to: string | null, at?: string): Step => ({
  by: supervisor,
  do: { type: 'redirectTransfer', to, reason: 'no-answer' },
  at,
});

function legsThatLapseLate() {
  const budget = { budget: '1wd' };
  return {
    reception: budget,
    transfer: budget,
    delivery: { budget: '2wh' },
    acceptance: { budget: '4wh' },
    resultTransfer: budget,
  };
}

describe('sending a dossier', () => {
  const story = given(RULES, [received(CODE, '2026-11-23 09:00')]);

  it('leaves custody with the receiver until the other side has accepted', () => {
    const way = [sent('paper', '2026-11-23 09:10'), delivered('2026-11-23 10:00'), accepted('2026-11-23 10:30')];
    const holders = way.map((_, n) => story.and(...way.slice(0, n + 1)).file?.dossier.holder);
    expect(holders).toEqual([HAI_AN, HAI_AN, DONG_HAI]);
  });

  it('carries its receipt with it where the other side has no software and the copy is electronic', () => {
    const console = given(RULES, [received(CODE)], { consoleOnly: [DONG_HAI] });
    expect(console.when(sent('electronic'))).toMatchObject([
      { type: 'dossier.transferDispatched.v1', phase: 'inTransfer', data: { attempt: 1, to: DONG_HAI } },
      { type: 'dossier.transferDelivered.v1', phase: 'awaitingAcceptance', data: { attempt: 1, leg: 'transfer' } },
    ]);
    expect(console.when(sent('paper'))).toMatchObject([{ phase: 'inTransfer' }]);
    expect(story.when(sent('electronic'))).toMatchObject([{ phase: 'inTransfer' }]);
  });

  it('goes to where corrected facts lead, already before the first attempt', () => {
    const outcome = story.when(byReceiver({ type: 'transfer', copy: 'paper', jurisdiction: livingIn('11359') }));
    expect(outcome).toMatchObject([
      { data: { to: NGO_QUYEN, resolution: { agencyId: NGO_QUYEN, areaCode: '11359' } } },
    ]);
  });

  it('is refused when corrected facts lead to nobody', () => {
    const outcome = story.when(byReceiver({ type: 'transfer', copy: 'paper', jurisdiction: {} }));
    expect(outcome).toMatchObject({ code: 'jurisdiction-fact-missing' });
  });
});

describe('a dossier sent back for want of jurisdiction', () => {
  const story = given(RULES, [
    received(CODE, '2026-11-23 09:00'),
    sent('electronic', '2026-11-23 09:10'),
    delivered('2026-11-23 09:20'),
    sentBack('wrongJurisdiction', '2026-11-23 11:20'),
  ]);

  it('lies with the receiver again, one bounce richer', () => {
    expect(story.file?.dossier).toMatchObject({
      phase: 'transferReturned',
      holder: HAI_AN,
      bounces: 1,
      accepted: false,
    });
  });

  it('does not go to the same agency again without new facts', () => {
    const outcome = story.when(sent());
    expect(outcome).toMatchObject({
      code: 'agency-not-competent',
      facts: { agencyId: DONG_HAI, refusedFor: 'wrongJurisdiction' },
    });
  });

  it('goes to the agency that corrected facts name, as the second attempt', () => {
    const again = byReceiver(
      { type: 'transfer', copy: 'electronic', jurisdiction: livingIn('11359') },
      '2026-11-23 14:00',
    );
    const after = story.and(again);
    expect(after.file?.dossier).toMatchObject({
      phase: 'inTransfer',
      competentAgency: NGO_QUYEN,
      resolution: { agencyId: NGO_QUYEN },
      transfer: { attempt: 2, to: NGO_QUYEN, refusedFor: null },
    });
  });

  it('goes to the same agency when new facts confirm it', () => {
    const again = byReceiver({ type: 'transfer', copy: 'electronic', jurisdiction: livingIn('11411') });
    expect(story.when(again)).toMatchObject([{ data: { to: DONG_HAI, attempt: 2 } }]);
  });

  it('has all the time back that nobody gives back: the legal clock never stood still', () => {
    const legal = story.file?.clocks.find(({ id }) => id === 'legal');
    const transfer = story.file?.clocks.find(({ id }) => id === 'transfer');
    expect(legal).toMatchObject({ status: 'running', epoch: 1, runningSince: legal?.startedAt });
    // Ten minutes before the dispatch, ten until the delivery; it runs on from the return.
    expect(transfer).toMatchObject({ status: 'running', used: 20 });
  });

  it('may go again as it is when only the copy was the trouble', () => {
    const other = given(RULES, [received(CODE), sent(), delivered(), sentBack('incompleteCopy')]);
    expect(other.when(sent('paper'))).toMatchObject([{ data: { to: DONG_HAI, attempt: 2, copy: 'paper' } }]);
  });

  it('keeps the hint of the agency that sent it back', () => {
    const awaiting = given(RULES, [received(CODE), sent(), delivered()]);
    const refuse = (suggestedAgency: string) =>
      awaiting.when(byCompetent({ type: 'refuseTransfer', reason: 'wrongJurisdiction', suggestedAgency }));
    expect(refuse(NGO_QUYEN)).toMatchObject([{ data: { suggestedAgency: NGO_QUYEN } }]);
    expect(refuse('99.nowhere')).toMatchObject({ code: 'agency-unknown' });
  });
});

describe('a dossier that bounces', () => {
  const bounce = [sent(), delivered(), sentBack()];
  const bounced = (times: number) =>
    given(RULES, [received(CODE), ...Array.from({ length: times }, () => bounce).flat()]);

  it('may be sent again until it has bounced three times', () => {
    expect(bounced(MAX_BOUNCES - 1).when(sent())).toMatchObject([{ data: { attempt: MAX_BOUNCES } }]);
    expect(bounced(MAX_BOUNCES).when(sent())).toMatchObject({ code: 'transfer-attempts-exhausted' });
  });

  it('is then moved by a supervisor over the receiver and the agency it shall go to, and by nobody else', () => {
    const story = bounced(MAX_BOUNCES);
    const by = supervisorOver(HAI_AN, NGO_QUYEN);
    const move = { type: 'redirectTransfer', to: NGO_QUYEN, reason: 'bounced' } as const;
    expect(story.when({ by, do: move })).toMatchObject([{ phase: 'inTransfer', data: { to: NGO_QUYEN, attempt: 4 } }]);
    expect(story.when(byReceiver(move))).toMatchObject({ code: 'actor-not-entitled' });
  });

  it('may be ordered upon the agency that sent it back', () => {
    expect(bounced(MAX_BOUNCES).when(redirect(DONG_HAI))).toMatchObject([{ data: { to: DONG_HAI } }]);
  });

  it("is not the supervisor's before that", () => {
    expect(bounced(MAX_BOUNCES - 1).when(redirect(NGO_QUYEN))).toMatchObject({ code: 'transfer-not-lapsed' });
  });
});

describe('a transfer nobody answers', () => {
  const story = given(RULES, [received(CODE, '2026-11-23 08:00'), sent('paper', '2026-11-23 08:00')]);
  const lapsed = story.swept('2026-11-23 10:01');

  it('lapses when its delivery clock breaches, and not a minute before', () => {
    const before = story.swept('2026-11-23 10:00');
    expect(before.file?.dossier.transfer?.lapsed).toBe(false);
    expect(before.when(redirect(NGO_QUYEN, '2026-11-23 10:00'))).toMatchObject({ code: 'transfer-not-lapsed' });
    expect(lapsed.file?.dossier).toMatchObject({ phase: 'inTransfer', transfer: { lapsed: true } });
  });

  it('can be redirected by who noticed first: the act itself finds the lapse out', () => {
    expect(story.when(redirect(NGO_QUYEN, '2026-11-23 11:00'))).toMatchObject([
      { type: 'dossier.transferRedirected.v1', phase: 'inTransfer', data: { to: NGO_QUYEN, attempt: 2 } },
    ]);
  });

  it('goes on to the agency the supervisor names, which is competent from then on', () => {
    const after = lapsed.and(redirect(NGO_QUYEN));
    expect(after.file?.dossier).toMatchObject({
      competentAgency: NGO_QUYEN,
      redirects: 1,
      transfer: { to: NGO_QUYEN, lapsed: false },
    });
    const accept = { by: clerkOf(NGO_QUYEN), do: { type: 'confirmDelivery' } } as const;
    expect(after.when(accept)).toMatchObject([{ phase: 'awaitingAcceptance' }]);
    expect(after.when(delivered())).toMatchObject({ code: 'dossier-not-found' });
  });

  it.each([null, HAI_AN])('goes home to the receiver when the supervisor says so (to: %s)', (to) => {
    expect(lapsed.when(redirect(to))).toMatchObject([{ phase: 'received', data: { to: null, attempt: 1 } }]);
  });

  it('does not go "on" to where it already is, nor beyond the reach of the procedure', () => {
    const anywhere = supervisorOver(HAI_AN, DONG_HAI, DUC_PHO);
    const far = { by: anywhere, do: { type: 'redirectTransfer', to: DUC_PHO, reason: 'x-y' } } as const;
    expect(lapsed.when(redirect(DONG_HAI))).toMatchObject({ code: 'agency-not-competent' });
    expect(lapsed.when(far)).toMatchObject({ code: 'outside-boundary-scope' });
  });

  it('lapses again when it is delivered and not accepted, and no longer for the delivery', () => {
    const late = lapsed.and(delivered('2026-11-23 10:30'));
    expect(late.file?.dossier).toMatchObject({ phase: 'awaitingAcceptance', transfer: { lapsed: false } });
    expect(late.swept('2026-11-23 16:30').file?.dossier.transfer?.lapsed).toBe(false);
    expect(late.swept('2026-11-23 16:31').file?.dossier.transfer?.lapsed).toBe(true);
  });

  it('is redirected a bounded number of times', () => {
    const days = ['23', '25', '26', '27'].map((day) => `2026-11-${day}`);
    const targets = [NGO_QUYEN, DONG_HAI, NGO_QUYEN, DONG_HAI];
    const [last] = targets.slice(MAX_REDIRECTS);
    const story3 = days
      .slice(0, MAX_REDIRECTS)
      .reduce((so, day, n) => so.and(redirect(targets[n] ?? null, `${day} 14:00`)), lapsed);
    expect(story3.file?.dossier.redirects).toBe(MAX_REDIRECTS);
    expect(story3.when(redirect(last ?? null, '2026-11-27 14:00'))).toMatchObject({ code: 'redirects-exhausted' });
  });
});

describe('recall against accept', () => {
  const story = given(RULES, [received(CODE), sent(), delivered()]);
  const recall = byReceiver({ type: 'recallTransfer', reason: 'sent-in-error' });

  it('is decided by who came first: after the acceptance nothing is recalled', () => {
    expect(story.and(accepted()).when(recall)).toMatchObject({
      code: 'command-not-allowed',
      facts: { phase: 'processing' },
    });
  });

  it('is decided by who came first: after the recall nothing is accepted', () => {
    const after = story.and(recall);
    expect(after.when(accepted())).toMatchObject({ code: 'command-not-allowed', facts: { phase: 'received' } });
    expect(after.file?.dossier).toMatchObject({ phase: 'received', holder: HAI_AN, bounces: 0 });
  });

  it('leaves the transfer clock what it used', () => {
    const at = (time: string) => `2026-11-16 ${time}`;
    const told = given(RULES, [received(CODE, at('08:00')), sent('electronic', at('08:30')), delivered(at('08:40'))]);
    const after = told.and(byReceiver({ type: 'recallTransfer', reason: 'error' }, at('10:00')));
    expect(after.file?.clocks.find(({ id }) => id === 'transfer')).toMatchObject({ status: 'running', used: 40 });
  });
});

describe('a receipt', () => {
  it('may be typed in behind another act, but not from before the dispatch', () => {
    const assign = byReceiver({ type: 'assign', officerId: 'officer-7' }, '2026-11-23 10:00');
    const story = given(RULES, [received(CODE, '2026-11-23 09:00'), sent('paper', '2026-11-23 09:10'), assign]);
    const receipt = (time: string) =>
      story.when(byCompetent({ type: 'confirmDelivery', occurredAt: vn(`2026-11-23 ${time}`) }, '2026-11-23 11:00'));
    expect(receipt('09:30')).toMatchObject([{ occurredAt: vn('2026-11-23 09:30'), phase: 'awaitingAcceptance' }]);
    expect(receipt('09:09')).toMatchObject({
      code: 'occurred-before-last-fact',
      facts: { lastFactAt: vn('2026-11-23 09:10') },
    });
  });
});
