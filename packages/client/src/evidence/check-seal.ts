/** The hub's seal over everything else in the file. */
import { EVIDENCE_TYP, RECEIPT_ALG, canonicalJson } from '@lien-thong/domain';
import { compactVerify, importJWK } from 'jose';
import type { Evidence } from './evidence.js';
import { finding } from './finding.js';
import type { EvidenceFinding } from './finding.js';
import { isCanonical } from './is-canonical.js';
import { sha256 } from './sha256.js';

/** `trusted`: public half (`x`) of the hub's key, learnt from elsewhere; null takes the file's word for it. */
export async function checkSeal(evidence: Evidence, trusted: string | null): Promise<EvidenceFinding | null> {
  const { seal, ...unsealed } = evidence;
  const { hub } = evidence;
  if (trusted !== null && hub.x !== trusted) return finding(['seal', 'hub', 'x'], [trusted, hub.x]);
  const digest = sha256(canonicalJson(unsealed));
  const said = await sealed(seal, hub);
  if (said === null) return finding(['seal', 'seal', 'signature'], ['of the hub', 'another']);
  return said === digest ? null : finding(['seal', 'seal', 'digest'], [said, digest]);
}

async function sealed(seal: string, hub: Evidence['hub']): Promise<unknown> {
  try {
    const { kty, crv, x } = hub;
    const key = await importJWK({ kty, crv, x }, RECEIPT_ALG);
    const { payload, protectedHeader } = await compactVerify(seal, key, { algorithms: [RECEIPT_ALG] });
    if (!isCanonical(seal) || protectedHeader.typ !== EVIDENCE_TYP) return null;
    return (JSON.parse(new TextDecoder().decode(payload)) as { readonly digest?: unknown }).digest ?? null;
  } catch {
    // Whatever keeps a seal from being read, it vouches for nothing.
    return null;
  }
}
