/** The public surface of the domain: each module lists its own names. */
export * from './kernel/index.js';
export * from './time/index.js';
export * from './calendar/index.js';
export * from './procedure/index.js';
export * from './procedure/lint/index.js';
export * from './procedure/diff/index.js';
export * from './jurisdiction/index.js';
export * from './dossier/index.js';
export * from './custody/index.js';
export * from './sla/index.js';
export * from './amendment/index.js';
export * from './feasibility/index.js';
export * from './sub-deadlines/index.js';
export * from './alerts/index.js';
