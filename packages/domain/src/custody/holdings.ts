/** Who has which dossier: what two agencies (or an agency and the hub) compare each night, by digests first. Pure. */
import { z } from 'zod';
import type { Dossier } from '../dossier/dossier.js';
import { isTransferOpen } from '../dossier/relations.js';
import { canonicalJson } from '../kernel/canonical-json.js';
import type { AgencyId } from '../kernel/ids.js';
import { dossierIdSchema } from '../kernel/ids.js';

/**
 * `holds`: it has custody, and nothing is on its way. `offers`: it has custody and has sent the dossier on. `offered`: the dossier
 * was sent to it and waits for its yes or no. `sendsResult`, `resultOffered`: the same of a result on its way back.
 */
export const HOLDING_PLACES = ['holds', 'offers', 'offered', 'sendsResult', 'resultOffered'] as const;
export type HoldingPlace = (typeof HOLDING_PLACES)[number];

export const holdingSchema = z.strictObject({
  dossierId: dossierIdSchema,
  code: z.string().min(1).max(60),
  place: z.enum(HOLDING_PLACES),
  /** Transfers begun so far. */
  attempt: z.int().min(0),
});
export type Holding = z.infer<typeof holdingSchema>;

/** What the dossier means for each agency that has it or is to have it: nothing once it has ended. */
export function holdingsOf(dossier: Dossier): readonly (Holding & { readonly agencyId: AgencyId })[] {
  const { id, code, holder, transfer, phase, pin, endedAt } = dossier;
  if (endedAt !== null) return [];
  const attempt = transfer?.attempt ?? 0;
  const as = (agencyId: AgencyId, place: HoldingPlace) => ({ agencyId, dossierId: id, code, place, attempt });
  if (transfer !== null && isTransferOpen(dossier)) return [as(holder, 'offers'), as(transfer.to, 'offered')];
  if (phase === 'resultInTransfer') return [as(holder, 'sendsResult'), as(pin.receivingAgency, 'resultOffered')];
  return [as(holder, 'holds')];
}

export const BUCKETS = 256;

/** The bucket of a dossier: the last byte of its id, which is random (UUID version 7). */
export function bucketOf({ dossierId }: Pick<Holding, 'dossierId'>): number {
  return Number.parseInt(dossierId.slice(-2), 16);
}

/** Holdings by bucket, each in the order of their ids. */
export function inBuckets(holdings: readonly Holding[]): readonly (readonly Holding[])[] {
  const buckets: Holding[][] = Array.from({ length: BUCKETS }, () => []);
  for (const holding of holdings) buckets[bucketOf(holding)]?.push(holding);
  for (const bucket of buckets) bucket.sort((a, b) => (a.dossierId < b.dossierId ? -1 : 1));
  return buckets;
}

/** The text the digest (SHA-256, hex) of a bucket stands for. */
export function bucketText(bucket: readonly Holding[]): string {
  return canonicalJson(bucket.map(({ dossierId, code, place, attempt }) => ({ dossierId, code, place, attempt })));
}

export interface HoldingDifferences {
  /** Held by whoever asks, unknown to the other side. */
  readonly onlyHere: readonly Holding[];
  readonly onlyThere: readonly Holding[];
  /** Both have the dossier, and do not say the same of it. */
  readonly differs: readonly { readonly here: Holding; readonly there: Holding }[];
}

/** What two lists of holdings differ in, in the order of the ids. The last of several rows of one dossier counts. */
export function holdingDifferences(here: readonly Holding[], there: readonly Holding[]): HoldingDifferences {
  const ours = new Map(here.map((holding) => [holding.dossierId, holding]));
  const theirs = new Map(there.map((holding) => [holding.dossierId, holding]));
  const ids = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  const [onlyHere, onlyThere]: [Holding[], Holding[]] = [[], []];
  const differs: { readonly here: Holding; readonly there: Holding }[] = [];
  for (const id of ids) {
    const [our, their] = [ours.get(id), theirs.get(id)];
    if (our === undefined) onlyThere.push(...(their === undefined ? [] : [their]));
    else if (their === undefined) onlyHere.push(our);
    else if (bucketText([our]) !== bucketText([their])) differs.push({ here: our, there: their });
  }
  return { onlyHere, onlyThere, differs };
}

/**
 * What the counterpart should list, seen from this side: an offer of ours is offered to it, its offer is offered to us. Holdings
 * that concern this side alone have no counterpart.
 */
export const MIRROR: { readonly [P in HoldingPlace]: HoldingPlace | null } = {
  holds: null,
  offers: 'offered',
  offered: 'offers',
  sendsResult: 'resultOffered',
  resultOffered: 'sendsResult',
};
