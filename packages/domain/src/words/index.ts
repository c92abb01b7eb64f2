/** Catalogues of sentences that more than one edge shows (DESIGN law 10): data beside the codes, never used by a rule. */
export { ADVISED_ACTS, ALERT_SENTENCES, DUTY_NAMES, FINDING_SENTENCES, STAGE_NAMES } from './alert-sentences.js';
export { CALENDAR_SENTENCES } from './calendar-sentences.js';
export { CLOCK_NAMES } from './clock-names.js';
export { filledIn } from './filled-in.js';
export { LINT_SENTENCES } from './lint-sentences.js';
export { RISK_NAMES, RISK_SENTENCES } from './risk-sentences.js';
export { told } from './told.js';
export type { Language, ToldFacts } from './told.js';
