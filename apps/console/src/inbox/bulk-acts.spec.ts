import { describe, expect, it } from '@jest/globals';
import type { InboxDossier, Trouble } from '@lien-thong/client';
import type { ActState, PendingAct } from '../outbox/outbox.js';
import { actableBy, actsOn, assignableBy, outcomesOf } from './bulk-acts.js';

const row = (code: string, phase: InboxDossier['phase'], roles: InboxDossier['roles']) => ({
  ...{ code, phase, roles, version: 3 },
});
const act = (id: string, [code, command]: readonly [string, string], state: ActState): PendingAct =>
  ({ id, code, command, state, body: { type: command }, occurredAt: null }) as PendingAct;
const KEPT: ActState = { kind: 'kept' };
const refused = (title: string): ActState => ({ kind: 'refused', problem: { title } as Trouble });

describe('an act on many dossiers', () => {
  it('is offered for those only that stand where it can be done, by the side that may do it', () => {
    const rows = [
      row('a', 'awaitingAcceptance', ['addressed']),
      row('b', 'awaitingAcceptance', ['receiving']),
      row('c', 'processing', ['competent']),
    ];
    expect(actableBy('acceptTransfer', rows).map(({ code }) => code)).toEqual(['a']);
    expect(actableBy('returnResult', rows)).toEqual([]);
  });

  it('gives officers only what lies with their own agency', () => {
    const own = { holder: { id: 'us', identifier: '', name: '', nameEn: '' } };
    const other = { holder: { ...own.holder, id: 'them' } };
    expect(assignableBy('us', [own, other])).toEqual([own]);
  });

  it('is one act a dossier, each on the version that was looked at', () => {
    const rows = [row('a', 'submitted', ['receiving']), row('b', 'submitted', ['receiving'])];
    expect(actsOn(rows, { type: 'receive' })).toEqual([
      { code: 'a', version: 3, body: { type: 'receive' } },
      { code: 'b', version: 3, body: { type: 'receive' } },
    ]);
  });
});

describe('the results of an act on many dossiers', () => {
  const run = { id: 'run', command: 'receive', codes: ['a', 'b', 'c'], before: new Set(['old']) } as const;

  it('tell of every dossier what became of its own act', () => {
    const acts = [act('1', ['a', 'receive'], KEPT), act('2', ['b', 'receive'], refused('không được'))];
    expect(outcomesOf(run, acts)).toEqual([
      { code: 'a', state: KEPT },
      { code: 'b', state: refused('không được') },
      { code: 'c', state: null },
    ]);
  });

  it('are not mixed up with acts that were there before, nor with other acts on the same dossier', () => {
    const acts = [act('old', ['a', 'receive'], refused('hôm qua')), act('9', ['b', 'assign'], KEPT)];
    expect(outcomesOf(run, acts).map(({ state }) => state)).toEqual([null, null, null]);
  });
});
