/** The simulator: the real engine under every schedule a seed can think of. */
export { run } from './run.js';
export type { RunReport } from './run.js';
export { MUST_HAPPEN, campaign } from './campaign.js';
export type { Campaign } from './campaign.js';
export { shrink, traceOf } from './shrink.js';
export type { Shrunk } from './shrink.js';
export { PLANTS } from './planted/index.js';
export type { Plant } from './planted/plant.js';
export { hunt, tableLine } from './planted/hunt.js';
export type { Catch } from './planted/hunt.js';
