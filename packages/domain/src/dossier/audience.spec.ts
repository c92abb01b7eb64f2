import { describe, expect, it } from '@jest/globals';
import { ENGINE } from '../kernel/actor.js';
import type { AgencyId } from '../kernel/ids.js';
import { LAND, LAND_CODE as CODE } from '../testing/land-office.js';
import {
  DONG_HAI,
  DUC_PHO,
  HAI_AN,
  NGO_QUYEN,
  TAX_OFFICE,
  clerkOf,
  livingIn,
  supervisorOver,
} from '../testing/office-directory.js';
import {
  byCompetent,
  byReceiver,
  consulted,
  delivered,
  granted,
  held,
  received,
  sent,
  sentBack,
  supplementAsked,
  takenOver,
  taxAnswered,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { audienceOf, isParty, mayKnow, partiesOf } from './audience.js';
import type { Dossier } from './dossier.js';
import { evolve } from './evolve.js';

function dossierOf({ file }: Story): Dossier {
  if (file === null) throw new Error('no dossier yet');
  return file.dossier;
}

/** What each fact of the story told whom: `dispatched: receiver full, other snapshot`. */
function told(story: Story): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  let before: Dossier | null = null;
  return story.events.map((event) => {
    const after = evolve(before, event);
    const listeners = audienceOf(before, after, event);
    before = after;
    return [
      event.type.slice('dossier.'.length, -'.v1'.length),
      Object.fromEntries(listeners.map((l) => [l.agencyId, l.view])),
    ];
  });
}

describe('who is told of a fact', () => {
  it('is the receiver alone until the dossier is sent, and the addressed agency from there with all that went before', () => {
    const story = given(LAND, [
      received(CODE),
      byReceiver({ type: 'assign', officerId: 'officer-7' }),
      sent(),
      delivered(),
    ]);
    expect(told(story)).toEqual([
      ['received', { [HAI_AN]: 'full' }],
      ['assigned', { [HAI_AN]: 'full' }],
      ['transferDispatched', { [HAI_AN]: 'full', [DONG_HAI]: 'snapshot' }],
      ['transferDelivered', { [HAI_AN]: 'full', [DONG_HAI]: 'full' }],
    ]);
  });

  it('is, of a return, still the agency that sent it back, and nothing more after that', () => {
    const again = byReceiver({ type: 'transfer', copy: 'paper', jurisdiction: livingIn('11359') });
    const story = given(LAND, [received(CODE), sent(), delivered(), sentBack('wrongJurisdiction'), again]);
    expect(told(story).slice(-2)).toEqual([
      ['transferRefused', { [HAI_AN]: 'full', [DONG_HAI]: 'full' }],
      ['transferDispatched', { [HAI_AN]: 'full', [NGO_QUYEN]: 'snapshot' }],
    ]);
  });

  it('is, of a redirection, both the agency that loses the dossier and the one that gets it', () => {
    const by = supervisorOver(HAI_AN, DONG_HAI, NGO_QUYEN);
    const story = given(LAND, [received(CODE), sent('paper')])
      .swept('2026-11-17 09:00')
      .and({ by, do: { type: 'redirectTransfer', to: NGO_QUYEN, reason: 'no-answer' } });
    expect(told(story).at(-1)).toEqual([
      'transferRedirected',
      { [HAI_AN]: 'full', [DONG_HAI]: 'full', [NGO_QUYEN]: 'snapshot' },
    ]);
  });

  it('is a consulted agency only of its own consultation', () => {
    const story = given(LAND, [
      ...takenOver(CODE),
      consulted('tax'),
      consulted('planning'),
      supplementAsked(),
      taxAnswered(),
    ]);
    const toTax = told(story).filter(([, views]) => TAX_OFFICE in views);
    expect(toTax).toEqual([
      ['consultationRequested', { [HAI_AN]: 'full', [DONG_HAI]: 'full', [TAX_OFFICE]: 'part' }],
      ['consultationAnswered', { [HAI_AN]: 'full', [DONG_HAI]: 'full', [TAX_OFFICE]: 'part' }],
    ]);
  });

  it('is a consulted agency of the rungs of its own clock and of the end that ends its question', () => {
    const story = given(LAND, [...takenOver(CODE), consulted('tax', '2026-11-16 14:00')])
      .swept('2026-11-30 08:00')
      .and(byCompetent({ type: 'withdraw' }));
    const toTax = told(story)
      .filter(([, views]) => TAX_OFFICE in views)
      .map(([type]) => type);
    expect(toTax).toEqual(['consultationRequested', 'clockWarned', 'clockWarned', 'clockBreached', 'withdrawn']);
  });

  it('is nobody who has answered when the dossier ends later', () => {
    const story = given(LAND, [...takenOver(CODE), consulted('tax'), taxAnswered(), byCompetent({ type: 'withdraw' })]);
    expect(told(story).at(-1)).toEqual(['withdrawn', { [HAI_AN]: 'full', [DONG_HAI]: 'full' }]);
  });

  it('is everything for a receiver that is consulted too', () => {
    const ask = byCompetent({ type: 'requestConsultation', consultation: 'planning', agencyId: HAI_AN });
    expect(told(given(LAND, [...takenOver(CODE), ask])).at(-1)?.[1]).toEqual({ [HAI_AN]: 'full', [DONG_HAI]: 'full' });
  });

  it('is one agency, once, where the receiver is competent itself', () => {
    const own = byReceiver({ type: 'resolveJurisdiction', jurisdiction: livingIn('11413') });
    expect(told(given(LAND, [held(CODE), own])).map(([, views]) => views)).toEqual([
      { [HAI_AN]: 'full' },
      { [HAI_AN]: 'full' },
    ]);
  });
});

describe('the parties of a dossier', () => {
  const roles = (story: Story) => partiesOf(dossierOf(story)).map(({ agencyId, role }) => [agencyId, role]);

  it('are the receiver, the agency it was sent to, and those it consulted', () => {
    const way = [...takenOver(CODE), consulted('tax')];
    expect(roles(given(LAND, way.slice(0, 1)))).toEqual([[HAI_AN, 'receiving']]);
    expect(roles(given(LAND, way.slice(0, 2)))).toEqual([
      [HAI_AN, 'receiving'],
      [DONG_HAI, 'addressed'],
    ]);
    expect(roles(given(LAND, way))).toEqual([
      [HAI_AN, 'receiving'],
      [DONG_HAI, 'competent'],
      [TAX_OFFICE, 'consulted'],
    ]);
  });

  it('know of it, and so do their supervisors and the engine; others do not', () => {
    const story = given(LAND, [...takenOver(CODE), consulted('tax'), taxAnswered(), granted()]);
    const dossier = dossierOf(story);
    const agencies: readonly AgencyId[] = [HAI_AN, DONG_HAI, TAX_OFFICE, NGO_QUYEN, DUC_PHO];
    expect(agencies.map((id) => mayKnow(dossier, clerkOf(id)))).toEqual([true, true, true, false, false]);
    expect(agencies.map((id) => mayKnow(dossier, supervisorOver(id)))).toEqual([true, true, true, false, false]);
    expect(agencies.map((id) => story.file !== null && isParty(story.file, id))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(mayKnow(dossier, ENGINE)).toBe(true);
  });
});
