/** The receipts: signatures, keys valid when they signed, the chain of receipts, and that each says what the journal says. */
import {
  RECEIPT_SKEW_SECONDS,
  attemptAt,
  attemptOf,
  codesAt,
  documentsAt,
  isDetected,
  issuerOf,
  receiptClaimsSchema,
  receiptKindOfEvent,
} from '@lien-thong/domain';
import type { DossierEvent, ReceiptClaims } from '@lien-thong/domain';
import { decodeProtectedHeader } from 'jose';
import { ReceiptForged, verifyReceipt } from '../receipts/receipt.js';
import type { Evidence, EvidenceKey } from './evidence.js';
import { finding } from './finding.js';
import type { EvidenceFinding } from './finding.js';
import { isCanonical } from './is-canonical.js';
import { sha256 } from './sha256.js';

interface Signed {
  readonly key: EvidenceKey;
  readonly claims: ReceiptClaims;
}

/** What is known of the dossier where the receipt stands. */
interface Place {
  readonly event: DossierEvent;
  /** The journal up to the fact, the fact included. */
  readonly until: readonly DossierEvent[];
  readonly previous: string | null;
}

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1_000);

/** Null when every fact of custody has its receipt, in order, and each is right. */
export async function checkReceipts(evidence: Evidence): Promise<EvidenceFinding | null> {
  const { journal, receipts } = evidence;
  const due = journal.filter((event) => receiptKindOfEvent(event) !== null);
  let previous: string | null = null;
  for (const [index, event] of due.entries()) {
    const receipt = receipts[index];
    if (receipt?.seq !== event.seq) {
      return finding(['receipt', event.seq, 'row'], [event.seq, receipt?.seq ?? null]);
    }
    const signed = await signedBy(receipt, evidence.keys);
    if ('row' in signed) return signed;
    const until = journal.slice(0, event.seq);
    const wrong = checkKeyAt(signed, event.seq) ?? checkClaims(signed, { event, until, previous });
    if (wrong !== null) return wrong;
    previous = sha256(receipt.jws);
  }
  const surplus = receipts[due.length];
  return surplus === undefined ? null : finding(['receipt', surplus.seq, 'row'], [null, surplus.seq]);
}

/** Kids the receipts name; what cannot be read names none. */
export function kidsOf({ receipts }: Evidence): ReadonlySet<string> {
  return new Set(receipts.flatMap(({ jws }) => kidOf(jws) ?? []));
}

function kidOf(jws: string): string | null {
  try {
    return decodeProtectedHeader(jws).kid ?? null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function signedBy(
  { seq, jws }: Evidence['receipts'][number],
  keys: readonly EvidenceKey[],
): Promise<Signed | EvidenceFinding> {
  const kid = kidOf(jws);
  const key = keys.find((each) => each.kid === kid);
  if (key === undefined) return finding(['receipt', seq, 'kid'], ['a key of the file', kid]);
  try {
    const claims = receiptClaimsSchema.safeParse(await verifyReceipt(jws, key.jwk));
    if (!claims.success || !isCanonical(jws))
      return finding(['receipt', seq, 'claims'], ['claims of a receipt', 'others']);
    return { key, claims: claims.data };
  } catch (error) {
    if (error instanceof ReceiptForged) return finding(['receipt', seq, 'signature'], [`of ${kid}`, error.message]);
    throw error;
  }
}

/** The key was the agency's, and in force at `iat`. */
function checkKeyAt({ key, claims }: Signed, seq: number): EvidenceFinding | null {
  if (key.agencyId !== claims.iss) return finding(['receipt', seq, 'iss'], [key.agencyId, claims.iss]);
  const { validFrom, validTo, rotatedAt, revokedAt } = key;
  const ends = [validTo, rotatedAt, revokedAt].map((at) => (at === null ? Infinity : seconds(at)));
  const inForce =
    claims.iat + RECEIPT_SKEW_SECONDS >= seconds(validFrom) && claims.iat <= Math.min(...ends) + skewOf(key);
  return inForce ? null : finding(['receipt', seq, 'iat'], [`${validFrom}/${Math.min(...ends)}`, claims.iat]);
}

/** An agency's clock may be ahead of the hub's, by which keys end. */
function skewOf({ heldBy }: EvidenceKey): number {
  return heldBy === 'agency' ? RECEIPT_SKEW_SECONDS : 0;
}

function checkClaims({ key, claims }: Signed, place: Place): EvidenceFinding | null {
  const { event, until, previous } = place;
  const byHub = key.heldBy === 'hub';
  const seen = byHub ? until : until.slice(0, claims.position.seq);
  const kind = receiptKindOfEvent(event);
  const expected = {
    sub: event.dossierId,
    kind,
    previous,
    iss: issuerOf(until),
    attempt: byHub ? attemptAt(until) : attemptOf(kind ?? claims.kind, attemptAt(seen)),
    documents: documentsAt(seen).join(),
    officer: byHub ? event.actor.officerId : claims.officer,
    occurredAt: byHub ? event.occurredAt : claims.occurredAt,
  };
  const said = { ...claims, documents: claims.documents.join() };
  for (const [field, value] of Object.entries(expected)) {
    const found = said[field as keyof typeof said];
    if (found !== value) return finding(['receipt', event.seq, field], [value, found]);
  }
  const codes = codesAt(until);
  if (!codes.includes(claims.code)) return finding(['receipt', event.seq, 'code'], [codes, claims.code]);
  return byHub ? checkOwnPlace(claims, event) : checkPlaceSeen(claims, until);
}

/** The hub signs for a fact that is there: the fact itself is what it saw. */
function checkOwnPlace({ position }: ReceiptClaims, { seq, hash }: DossierEvent): EvidenceFinding | null {
  if (position.seq === seq && position.hash === hash) return null;
  return finding(['receipt', seq, 'position'], [{ seq, hash }, position]);
}

/** An agency signs before its act: it saw the head, and only what the engine found by itself came between. */
function checkPlaceSeen({ position, iat }: ReceiptClaims, until: readonly DossierEvent[]): EvidenceFinding | null {
  const fact = until.at(-1);
  const seen = until[position.seq - 1];
  if (fact === undefined || seen === undefined || seen.seq >= fact.seq || seen.hash !== position.hash) {
    return finding(['receipt', fact?.seq ?? 0, 'position'], [seen?.hash ?? null, position]);
  }
  const between = until.slice(position.seq, -1).find(({ type }) => !isDetected(type));
  if (between !== undefined) return finding(['receipt', fact.seq, 'position'], [between.seq, position.seq]);
  const [from, to] = [seconds(seen.recordedAt) - RECEIPT_SKEW_SECONDS, seconds(fact.recordedAt) + RECEIPT_SKEW_SECONDS];
  return iat >= from && iat <= to ? null : finding(['receipt', fact.seq, 'iat'], [`${from}..${to}`, iat]);
}
