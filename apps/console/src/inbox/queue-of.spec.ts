import { describe, expect, it } from '@jest/globals';
import type { Phase } from '@lien-thong/client';
import { queueOf } from './queue-of.js';

const us = { id: 'us' };
const them = { id: 'them' };
const travelling = (phase: Phase, holder = us) => ({
  ...{ phase, holder, receivingAgency: us, competentAgency: them, transfer: { to: them } },
});

describe('why a dossier stands in the list of an agency', () => {
  it('depends on which side the agency is', () => {
    expect(queueOf(travelling('awaitingAcceptance'), 'us')).toBe('awaitingReceipt');
    expect(queueOf(travelling('awaitingAcceptance'), 'them')).toBe('toAccept');
    expect(queueOf(travelling('decided'), 'them')).toBe('results');
    expect(queueOf(travelling('decided'), 'us')).toBe('elsewhere');
    expect(queueOf(travelling('readyForReturn'), 'us')).toBe('results');
  });

  it('leaves what rests with the agency that holds it', () => {
    expect(queueOf(travelling('awaitingSupplement', them), 'them')).toBe('waiting');
    expect(queueOf(travelling('awaitingSupplement', them), 'us')).toBe('elsewhere');
  });
});
