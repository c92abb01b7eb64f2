/** Names under which Nest hands out what is not a class of ours. */
export const ENV = Symbol('Env');
/** `ApplicationWall`: the application's own check, before row-level security. */
export const APPLICATION_WALL = Symbol('ApplicationWall');
/** `pg` pool for reads: statements of query handlers and identity. */
export const READ_POOL = Symbol('Pool for reads');
/** `Store` of the engine; the ledger alone writes through it. */
export const STORE = Symbol('Store');
/** `Clock` of the engine: domain time. */
export const CLOCK = Symbol('Clock');
/** `Ids` of the engine. */
export const IDS = Symbol('Ids');
/** `Reference` of the engine; provided by `reference/`. */
export const REFERENCE = Symbol('Reference');
