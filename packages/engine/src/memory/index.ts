/** Adapters without a database or a broker: for the simulator, specs and demonstrations. */
export { MemoryBus } from './bus.js';
export type { Fate } from './bus.js';
export { SteppedClock } from './clock.js';
export { MemoryDatabase } from './database.js';
export { CountingIds } from './ids.js';
export { Deadlock } from './locks.js';
export { unhindered } from './schedule.js';
export type { Schedule } from './schedule.js';
export { UniqueViolation } from './staged-changes.js';
export { MemoryStore } from './store.js';
