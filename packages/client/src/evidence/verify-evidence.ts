/** Exported evidence, checked offline from the first row to the last. */
import { checkJournal } from './check-journal.js';
import { checkKeys } from './check-keys.js';
import { checkMinutes } from './check-minutes.js';
import { checkReceipts, kidsOf } from './check-receipts.js';
import { checkSeal } from './check-seal.js';
import { readEvidence } from './evidence.js';
import type { Evidence } from './evidence.js';
import type { EvidenceFinding } from './finding.js';

export interface EvidenceReport {
  readonly dossierId: string;
  readonly code: string;
  readonly events: number;
  readonly receipts: number;
  readonly clocks: number;
  readonly segments: number;
  /** Whether the key of the seal was known from elsewhere, or only named by the file. */
  readonly hubKey: 'trusted' | 'asserted';
}

export type EvidenceVerdict =
  | { readonly sound: true; readonly report: EvidenceReport }
  | { readonly sound: false; readonly finding: EvidenceFinding };

export interface EvidenceTrust {
  /** Public half (base64url `x`) of the hub's key, from GET /v1/agencies/{id}/keys or from paper. */
  readonly hubKey?: string;
}

/**
 * Chain of the journal → keys → receipts (signatures, validity, chain, positions) → minutes (the domain's own fold) → seal. Stops
 * at the first bad row. Throws NotEvidence for what is no evidence at all; everything that can be wrong with evidence is a finding.
 */
export async function verifyEvidence(value: unknown, { hubKey }: EvidenceTrust = {}): Promise<EvidenceVerdict> {
  const evidence = readEvidence(value);
  if ('row' in evidence) return { sound: false, finding: evidence };
  const found =
    checkJournal(evidence) ??
    checkKeys(evidence, kidsOf(evidence)) ??
    (await checkReceipts(evidence)) ??
    checkMinutes(evidence) ??
    (await checkSeal(evidence, hubKey ?? null));
  if (found !== null) return { sound: false, finding: found };
  return { sound: true, report: reportOf(evidence, hubKey === undefined ? 'asserted' : 'trusted') };
}

function reportOf(evidence: Evidence, hubKey: EvidenceReport['hubKey']): EvidenceReport {
  const { dossier, journal, receipts, clocks, segments } = evidence;
  return {
    ...{ dossierId: dossier.id, code: dossier.code, events: journal.length, receipts: receipts.length },
    ...{ clocks: clocks.length, segments: segments.length, hubKey },
  };
}
