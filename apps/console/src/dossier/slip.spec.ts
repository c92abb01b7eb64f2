import { describe, expect, it } from '@jest/globals';
import type { Dossier, EventType, JournalEntry } from '@lien-thong/client';
import { handOverOf, papersOf } from './slip.js';

const ward = (id: string) => ({ id, identifier: id, name: id, nameEn: id });
const paper = (component: string) => ({
  component,
  sha256: component.padEnd(64, '0'),
  size: 1,
  mediaType: 'text/plain',
});
const fact = (seq: number, type: string, documents: readonly unknown[] = []) =>
  ({ seq, type: `dossier.${type}.v1` as EventType, data: { documents } }) as unknown as JournalEntry;

const dossier = (given: Partial<Dossier>) =>
  ({
    ...{ phase: 'received', receivingAgency: ward('haiphong-dong-hai'), competentAgency: ward('haiphong-hai-an') },
    ...{ transfer: null, resultCopy: null },
    ...given,
  }) as Dossier;

describe('a hand-over slip', () => {
  it('goes from where the dossier was received to who decides it, before anything was sent', () => {
    const { kind, from, to, copy, act } = handOverOf(dossier({}), [fact(1, 'received')]);
    expect([kind, from.id, to?.id, copy, act]).toEqual(['dossier', 'haiphong-dong-hai', 'haiphong-hai-an', null, null]);
  });

  it('names who handed it over the last time, and where it was really sent', () => {
    const transfer = { attempt: 2, to: ward('haiphong-tax'), copy: 'paper', lapsed: false, refusedFor: null } as const;
    const journal = [
      fact(1, 'received'),
      fact(2, 'transferDispatched'),
      fact(3, 'transferRefused'),
      fact(4, 'transferDispatched'),
    ];
    const { to, copy, act } = handOverOf(dossier({ phase: 'inTransfer', transfer }), journal);
    expect([to?.id, copy, act?.seq]).toEqual(['haiphong-tax', 'paper', 4]);
  });

  it('goes the other way with the result', () => {
    const journal = [fact(2, 'transferDispatched'), fact(5, 'decided'), fact(6, 'resultDispatched')];
    const { kind, from, to, act } = handOverOf(dossier({ phase: 'resultInTransfer', resultCopy: 'paper' }), journal);
    expect([kind, from.id, to?.id, act?.seq]).toEqual(['result', 'haiphong-hai-an', 'haiphong-dong-hai', 6]);
  });

  it('leaves the receiver open while nobody knows who is competent', () => {
    expect(handOverOf(dossier({ phase: 'jurisdictionPending', competentAgency: null }), []).to).toBeNull();
  });

  it('lists what was handed in, each paper once, and with the result only the papers of the decision', () => {
    const journal = [
      fact(1, 'received', [paper('don'), paper('khai-sinh')]),
      fact(2, 'supplementProvided', [paper('khai-sinh'), paper('ho-khau'), { no: 'paper' }]),
      fact(3, 'decided', [paper('ket-qua')]),
    ];
    expect(papersOf('dossier', journal).map(({ component }) => component)).toEqual(['don', 'khai-sinh', 'ho-khau']);
    expect(papersOf('result', journal).map(({ component }) => component)).toEqual(['ket-qua']);
  });
});
