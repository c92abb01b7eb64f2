export { recutAfter } from './recut-after.js';
export { subDeadlinesOf } from './sub-deadlines-of.js';
export type { SubDeadline, SubDeadlines } from './sub-deadlines-of.js';
