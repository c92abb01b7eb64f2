import { describe, expect, it } from '@jest/globals';
import type { Trouble } from '@lien-thong/client';
import type { ActState, PendingAct } from './outbox.js';
import { waitsBehind } from './waits-behind.js';

const KEPT: ActState = { kind: 'kept' };
const REFUSED: ActState = { kind: 'refused', problem: { title: 'không' } as Trouble };
const act = (id: string, code: string | null, state: ActState): PendingAct =>
  ({ id, code, state, command: 'resume', body: { type: 'resume' }, occurredAt: null }) as PendingAct;

describe('an act that was refused', () => {
  const acts = [act('1', 'a', REFUSED), act('2', 'b', KEPT), act('3', 'a', KEPT), act('4', null, KEPT)];
  const waits = (at: number) => {
    const found = acts[at];
    return found !== undefined && waitsBehind(acts, found);
  };

  it('holds up what comes after it on its own dossier', () => {
    expect(waits(2)).toBe(true);
  });

  it('holds up no other dossier, and no new one', () => {
    expect(waits(1)).toBe(false);
    expect(waits(3)).toBe(false);
  });

  it('does not wait for itself, nor for what comes later', () => {
    expect(waits(0)).toBe(false);
    const later = [act('1', 'a', KEPT), act('2', 'a', REFUSED)];
    expect(later.map((each) => waitsBehind(later, each))).toEqual([false, false]);
  });
});
