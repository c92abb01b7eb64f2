import { isRefusal, receiptKindOfEvent } from '@lien-thong/domain';
import type { DossierId } from '@lien-thong/domain';
import type { ReceiptRecord } from '../ports/store.js';
import type { Act } from './decide-batch.js';
import type { Track } from './track.js';

/** The receipts of a batch, each at the place of the fact it proves. Throws when an act made no fact of its receipt's kind. */
export function receiptRecords(acts: readonly Act[], tracks: ReadonlyMap<DossierId, Track>): readonly ReceiptRecord[] {
  return acts.flatMap(({ envelope, dossierId, own, to }) => {
    const { receipt } = envelope;
    if (receipt === undefined || isRefusal(receipt)) return [];
    const drafts = tracks.get(dossierId)?.drafts.slice(own, to) ?? [];
    // What was signed for contradicts the journal: the claim is kept, and nothing happened that the signature would prove.
    if (drafts.some(({ event }) => event.type === 'dossier.conflictFound.v1')) return [];
    const proved = drafts.find(({ event }) => receiptKindOfEvent(event) === receipt.kind);
    if (proved === undefined) throw new Error(`no fact of kind ${receipt.kind} in the act on ${dossierId}`);
    return [{ dossierId, seq: proved.event.seq, payload: receipt.payload }];
  });
}
