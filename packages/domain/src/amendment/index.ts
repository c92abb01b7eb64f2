export { AMENDMENT_POLICIES } from './policies.js';
export type { AmendmentPolicy, LimitMeasure } from './policies.js';
export { amendedFact, amendmentOf } from './amendment-of.js';
export type { AmendmentOutcome, AmendmentQuestion, AmendmentTerms } from './amendment-of.js';
export { reversalOf } from './reversal-of.js';
export type { ReversalOutcome, ReversalQuestion } from './reversal-of.js';
