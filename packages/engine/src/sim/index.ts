/** The simulator: the real engine under every schedule a seed can think of. */
export { run } from './run.js';
export type { RunReport } from './run.js';
