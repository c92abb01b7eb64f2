import { describe, expect, it } from '@jest/globals';
import { COMMAND_TYPES } from '../dossier/commands.js';
import type { DossierEvent } from '../dossier/events.js';
import { EVENT_TYPES } from '../dossier/events.js';
import {
  RECEIPT_KINDS,
  attemptAt,
  attemptOf,
  documentsAt,
  issuerOf,
  receiptKindOfCommand,
  receiptKindOfEvent,
} from './receipt-of.js';

const A = 'haiphong-hai-an';
const B = 'haiphong-dong-hai';

/** As much of an event as receipts look at. */
function event(type: string, data: object, agencyId: string | null = A): DossierEvent {
  return { type, data, dossierId: 'd', actor: { kind: 'clerk', agencyId, officerId: null } } as unknown as DossierEvent;
}
const opened = event('dossier.received.v1', {
  pin: { receivingAgency: A },
  documents: [{ sha256: 'bb' }, { sha256: 'aa' }],
});
const offer = event('dossier.transferDispatched.v1', { attempt: 1, to: B });

describe('a receipt', () => {
  it('belongs to every act that moves custody, to its fact, and to no other', () => {
    const ofCommands = new Set(COMMAND_TYPES.flatMap((type) => receiptKindOfCommand({ type }) ?? []));
    const ofEvents = new Set(EVENT_TYPES.flatMap((type) => receiptKindOfEvent(event(type, {})) ?? []));
    expect([...ofCommands].sort()).toEqual([...RECEIPT_KINDS].sort());
    expect([...ofEvents].sort()).toEqual([...RECEIPT_KINDS].sort());
    expect(COMMAND_TYPES.filter((type) => receiptKindOfCommand({ type }) !== null)).toHaveLength(8);
    expect(receiptKindOfCommand({ type: 'nobody-knows' })).toBeNull();
  });

  it('belongs to a redirection to another agency, and to none that sends the dossier home', () => {
    expect(receiptKindOfCommand({ type: 'redirectTransfer', to: B })).toBe('offer');
    expect(receiptKindOfCommand({ type: 'redirectTransfer', to: null })).toBeNull();
    expect(receiptKindOfEvent(event('dossier.transferRedirected.v1', { attempt: 2, to: B }))).toBe('offer');
    expect(receiptKindOfEvent(event('dossier.transferRedirected.v1', { attempt: 1, to: null }))).toBeNull();
  });

  it('names the attempt: an offer begins the next one', () => {
    expect(attemptAt([opened])).toBe(0);
    expect(attemptAt([opened, offer, event('dossier.transferRefused.v1', { attempt: 1 })])).toBe(1);
    expect(attemptOf('offer', 1)).toBe(2);
    for (const kind of RECEIPT_KINDS.filter((each) => each !== 'offer')) expect(attemptOf(kind, 1)).toBe(1);
  });

  it('names every document known by then, sorted, each once', () => {
    const more = event('dossier.supplementProvided.v1', { documents: [{ sha256: '0c' }, { sha256: 'aa' }] });
    expect(documentsAt([opened])).toEqual(['aa', 'bb']);
    expect(documentsAt([opened, offer, more])).toEqual(['0c', 'aa', 'bb']);
  });

  it('is of the agency that acted, or, where the engine confirmed in its place, of the one it was sent to', () => {
    expect(issuerOf([opened, offer])).toBe(A);
    expect(issuerOf([opened, offer, event('dossier.transferDelivered.v1', { attempt: 1 }, null)])).toBe(B);
    expect(issuerOf([opened, offer, event('dossier.resultArrived.v1', {}, null)])).toBe(A);
    expect(() => issuerOf([])).toThrow();
    expect(() => issuerOf([opened, event('dossier.transferDelivered.v1', { attempt: 1 }, null)])).toThrow(/nobody/);
  });
});
