// @ts-check
/** What the benchmark takes from the built service, in one place. `npm run bench` builds it first. */
export { AlertProjection } from '../../apps/routing/dist/alerts/alert-projection.js';
export { reactionMinutes } from '../../apps/routing/dist/alerts/reaction-minutes.js';
export { FeedFollower } from '../../apps/routing/dist/follow/feed-follower.js';
export { NatsBus } from '../../apps/routing/dist/bus/nats-bus.js';
export { durableOf, inboxPrefixOf, STREAM, userOf } from '../../apps/routing/dist/bus/nats-names.js';
export { natsSettingsOf } from '../../apps/routing/dist/bus/bus-settings.js';
export { AgencyPasswords, usersFile } from '../../apps/routing/dist/bus/users-file.js';
export { Restatement } from '../../apps/routing/dist/calendars/restatement.js';
export { databaseUrl } from '../../apps/routing/dist/database/database-url.js';
export { setUpDatabase } from '../../apps/routing/dist/database/set-up.js';
export { commandBodySchema, openingBodySchema, split } from '../../apps/routing/dist/dossiers/bodies.js';
export { envelopeOf } from '../../apps/routing/dist/dossiers/submit-command.js';
export { readEnv } from '../../apps/routing/dist/env.js';
export { LiveReference } from '../../apps/routing/dist/reference/live-reference.js';
export { loadReference } from '../../apps/routing/dist/reference/load-reference.js';
export { keyRingOf, natsAgencyKeyOf } from '../../apps/routing/dist/runtime/keys.js';
export { SweepLooks } from '../../apps/routing/dist/runtime/sweep-looks.js';
export { SweepLoop } from '../../apps/routing/dist/runtime/sweep-loop.js';
export { createPool } from '../../apps/routing/dist/store/pools.js';
export { PostgresClock } from '../../apps/routing/dist/store/postgres-clock.js';
export { PostgresStore } from '../../apps/routing/dist/store/postgres-store.js';
export { uuid7Ids } from '../../apps/routing/dist/store/uuid7.js';
