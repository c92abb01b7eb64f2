/** Catalogues of sentences that more than one edge shows (DESIGN law 10): data beside the codes, never used by a rule. */
export { CALENDAR_SENTENCES } from './calendar-sentences.js';
export { filledIn } from './filled-in.js';
export { LINT_SENTENCES } from './lint-sentences.js';
