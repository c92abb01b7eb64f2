import { describe, expect, it } from '@jest/globals';
import type { EventType, JournalEntry, Phase } from '@lien-thong/client';
import { COMMAND_OF } from '../../../../packages/domain/src/dossier/command-of.js';
import { DONE_BY } from './done-by.js';
import { passedIn } from './passed.js';

const fact = (type: EventType, phase: Phase, data: JournalEntry['data'] = {}) =>
  ({ type, phase, data }) as JournalEntry;

const journal = [
  fact('dossier.received.v1', 'received'),
  fact('dossier.transferDispatched.v1', 'inTransfer'),
  fact('dossier.transferDelivered.v1', 'awaitingAcceptance'),
  fact('dossier.transferAccepted.v1', 'processing'),
  fact('dossier.consultationRequested.v1', 'processing', { consultation: 'tax' }),
  fact('dossier.clockWarned.v1', 'processing'),
];
const standing = { phase: 'processing' } as const;

describe('the statechart of a dossier', () => {
  it('marks where it stands apart from where it has been', () => {
    const { now, before } = passedIn(journal, standing);
    expect([...now]).toEqual(['processing', 'consultation:tax:open']);
    expect([...before]).toEqual(['start', 'received', 'inTransfer', 'awaitingAcceptance', 'consultation:tax:idle']);
  });

  it('takes the arrow of the act that was done, and none for a reminder', () => {
    expect([...passedIn(journal, standing).arrows]).toEqual([
      'start received receive',
      'received inTransfer transfer',
      'inTransfer awaitingAcceptance confirmDelivery',
      'awaitingAcceptance processing acceptTransfer',
      'consultation:tax:idle consultation:tax:open requestConsultation',
    ]);
  });
});

describe('the act behind each fact', () => {
  it('is the one the office knows', () => {
    expect(DONE_BY).toEqual(COMMAND_OF);
  });
});
