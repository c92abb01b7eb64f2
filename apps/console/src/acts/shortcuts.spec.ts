import { describe, expect, it } from '@jest/globals';
import type { CommandName, Dossier, Phase } from '@lien-thong/client';
import { actOfKey, standingOf } from './shortcuts.js';

const dossier = (phase: Phase, allowed: readonly CommandName[], notified = false) =>
  ({
    ...{ phase, notified },
    commands: (
      ['receive', 'transfer', 'acceptTransfer', 'refuseTransfer', 'refuseReception', 'requestSupplement'] as const
    )
      .filter((command) => !allowed.includes(command))
      .map((command): { command: CommandName; allowed: boolean; reason: string; reasonEn: string } => ({
        ...{ command, allowed: false, reason: 'chưa', reasonEn: 'not yet' },
      }))
      .concat(allowed.map((command) => ({ command, allowed: true, reason: '', reasonEn: '' }))),
  }) as Pick<Dossier, 'phase' | 'notified' | 'commands'>;

describe('the keys of the work list', () => {
  it('take a dossier one step further, each phase by its own act', () => {
    expect(actOfKey(dossier('submitted', ['receive', 'refuseReception']), '1')).toBe('receive');
    expect(actOfKey(dossier('received', ['transfer', 'assign']), '1')).toBe('transfer');
    expect(actOfKey(dossier('inTransfer', ['confirmDelivery']), '1')).toBe('confirmDelivery');
    expect(actOfKey(dossier('awaitingAcceptance', ['acceptTransfer', 'refuseTransfer']), '1')).toBe('acceptTransfer');
    expect(actOfKey(dossier('decided', ['dispatchResult']), '1')).toBe('dispatchResult');
    expect(actOfKey(dossier('resultInTransfer', ['confirmResultArrival']), '1')).toBe('confirmResultArrival');
  });

  it('finish what is begun before something new is begun, and decide last', () => {
    expect(actOfKey(dossier('processing', ['startStep', 'completeStep', 'decide']), '1')).toBe('completeStep');
    expect(actOfKey(dossier('processing', ['startStep', 'decide']), '1')).toBe('startStep');
    expect(actOfKey(dossier('processing', ['decide']), '1')).toBe('decide');
  });

  it('tell the applicant once, and then hand the result over', () => {
    const allowed = ['notifyApplicant', 'returnResult'] as const;
    expect(actOfKey(dossier('readyForReturn', allowed), '1')).toBe('notifyApplicant');
    expect(actOfKey(dossier('readyForReturn', allowed, true), '1')).toBe('returnResult');
  });

  it('refuse with the word of the phase', () => {
    expect(actOfKey(dossier('submitted', ['refuseReception']), '3')).toBe('refuseReception');
    expect(actOfKey(dossier('awaitingAcceptance', ['refuseTransfer']), '3')).toBe('refuseTransfer');
    expect(actOfKey(dossier('processing', ['decide']), '3')).toBeNull();
  });

  it('mean nothing where the service allows nothing, whatever the phase', () => {
    for (const key of ['1', '2', '3'] as const) expect(actOfKey(dossier('awaitingAcceptance', []), key)).toBeNull();
    expect(actOfKey({ phase: 'received', notified: false, commands: null }, '1')).toBeNull();
    expect(actOfKey(dossier('processing', ['requestSupplement']), '2')).toBe('requestSupplement');
  });
});

describe('what stands below the buttons', () => {
  it('is the reason of the service for everything that is not allowed', () => {
    const { allowed, refused } = standingOf(dossier('received', ['transfer']));
    expect(allowed).toEqual(['transfer']);
    expect(refused.map(({ command }) => command)).toEqual([
      ...['receive', 'refuseReception', 'acceptTransfer', 'refuseTransfer', 'requestSupplement'],
    ]);
    expect(refused[0]).toEqual({ command: 'receive', reason: 'chưa', reasonEn: 'not yet' });
  });
});
