/** Evidence of custody, checked offline; for Node (it folds with the domain itself). */
export { verifyEvidence } from './verify-evidence.js';
export type { EvidenceReport, EvidenceTrust, EvidenceVerdict } from './verify-evidence.js';
export { EVIDENCE_FORMAT, NotEvidence } from './evidence.js';
export type { Evidence, EvidenceKey } from './evidence.js';
export type { EvidenceFinding } from './finding.js';
export { sha256 } from './sha256.js';
