/** What the environment says about the broker, as the parts of the bus want it. */
import type { Env } from '../env.js';
import { natsAgencyKeyOf, natsMessageKeyOf } from '../runtime/keys.js';
import { reloadByCommand, reloadByPidFile, reloadBySystemAccount } from './broker-reload.js';
import type { Reload } from './broker-reload.js';
import type { NatsServers } from './nats-link.js';
import type { TopologyOptions } from './nats-topology.js';
import { AgencyPasswords } from './users-file.js';

/** Handed out and not acknowledged: again after this. Readers apply within seconds, or read their feed. */
const ACK_WAIT_MS = 30_000;
const MAX_ACK_PENDING = 1_000;

export interface NatsSettings {
  readonly where: NatsServers;
  /** What agencies are told to connect to. */
  readonly agencyUrl: string;
  readonly topology: TopologyOptions;
  readonly messageKey: Buffer;
  readonly passwords: AgencyPasswords;
  readonly users: { readonly file: string; readonly reload: Reload | null } | null;
}

/** Null when no broker is configured: the bus is Postgres. */
export function natsSettingsOf(env: Env): NatsSettings | null {
  const { NATS_URL: urls } = env;
  if (urls === undefined) return null;
  const servers = urls.map(withoutCredentials);
  const caFile = env.NATS_CA_FILE ?? null;
  return {
    where: { servers, password: decodeURIComponent(new URL(urls[0] ?? '').password), caFile },
    agencyUrl: (env.NATS_AGENCY_URL ?? servers).map(withoutCredentials).join(','),
    topology: {
      maxBytes: env.NATS_MAX_BYTES,
      maxAgeHours: env.NATS_MAX_AGE_HOURS,
      replicas: env.NATS_REPLICAS,
      ackWaitMs: ACK_WAIT_MS,
      maxAckPending: MAX_ACK_PENDING,
    },
    messageKey: natsMessageKeyOf(env),
    passwords: new AgencyPasswords(natsAgencyKeyOf(env), env.NATS_CREDENTIALS_GENERATION),
    users: env.NATS_USERS_FILE === undefined ? null : { file: env.NATS_USERS_FILE, reload: reloadOf(env, servers) },
  };
}

function reloadOf(env: Env, servers: readonly string[]): Reload | null {
  if (env.NATS_PID_FILE !== undefined) return reloadByPidFile(env.NATS_PID_FILE);
  if (env.NATS_RELOAD_COMMAND !== undefined) return reloadByCommand(env.NATS_RELOAD_COMMAND);
  const password = env.NATS_SYSTEM_PASSWORD;
  if (password === undefined) return null;
  return reloadBySystemAccount({ servers, password, caFile: env.NATS_CA_FILE ?? null });
}

function withoutCredentials(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
