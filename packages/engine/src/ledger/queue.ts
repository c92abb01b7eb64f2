import type { Envelope, LedgerOutcome } from './envelope.js';
import type { Settlement } from './settle.js';

/** A command that waits for its batch, and its caller. */
export interface Waiting {
  readonly envelope: Envelope;
  readonly resolve: (outcome: LedgerOutcome) => void;
  readonly reject: (error: unknown) => void;
}

export function settleWaiting({ resolve, reject }: Waiting, settlement: Settlement | undefined): void {
  if (settlement === undefined) reject(new Error('the batch ended without a word on this command'));
  else if (settlement.ok) resolve(settlement.outcome);
  else reject(settlement.error);
}

/** What no two batches in flight may both hold: a dossier, because its commands keep their order, and a key, because it would wait. */
function claimsOf({ dossierId, key, party }: Envelope): readonly string[] {
  const claims: string[] = [];
  if (dossierId !== null) claims.push(`dossier ${dossierId}`);
  if (key !== null) claims.push(`key ${party.agencyId} ${key}`);
  return claims;
}

/** Of one batch. An agency that sends more waits for the next one, so that the others' commands do not wait for all of its own (S55). */
const MOST_OF_ONE_AGENCY = 64;

/** How many commands of each agency a batch has taken. */
class Shares {
  private readonly taken = new Map<string, number>();

  isLeftTo({ party }: Envelope): boolean {
    return party.agencyId === null || (this.taken.get(party.agencyId) ?? 0) < MOST_OF_ONE_AGENCY;
  }

  take({ party }: Envelope): void {
    if (party.agencyId !== null) this.taken.set(party.agencyId, (this.taken.get(party.agencyId) ?? 0) + 1);
  }
}

/**
 * Commands in order of arrival. A batch takes the oldest ones whose dossiers and keys are free, of each agency its share; who is
 * passed over keeps his place.
 */
export class CommandQueue {
  private waiting: Waiting[] = [];
  private readonly inFlight = new Set<string>();

  get length(): number {
    return this.waiting.length;
  }

  add(waiting: Waiting): void {
    this.waiting.push(waiting);
  }

  /** Takes the next batch; empty when everything that waits, waits for a batch in flight. */
  take(limit: number): readonly Waiting[] {
    const taken: Waiting[] = [];
    const passedOver: Waiting[] = [];
    const closed = new Set(this.inFlight);
    const shares = new Shares();
    let looked = 0;
    for (const waiting of this.waiting) {
      if (taken.length === limit) break;
      looked += 1;
      const claims = claimsOf(waiting.envelope);
      const free = shares.isLeftTo(waiting.envelope) && !claims.some((claim) => closed.has(claim));
      (free ? taken : passedOver).push(waiting);
      if (free) shares.take(waiting.envelope);
      // Whoever comes later for the same dossier waits behind the one passed over.
      if (!free) for (const claim of claims) closed.add(claim);
    }
    this.waiting = [...passedOver, ...this.waiting.slice(looked)];
    for (const { envelope } of taken) for (const claim of claimsOf(envelope)) this.inFlight.add(claim);
    return taken;
  }

  /** The batch has ended: its dossiers and keys are free again. */
  release(batch: readonly Waiting[]): void {
    for (const { envelope } of batch) for (const claim of claimsOf(envelope)) this.inFlight.delete(claim);
  }
}
