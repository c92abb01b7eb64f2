/** The only reader of process.env: parsed once at boot, every error at once, in both languages. */
import { z } from 'zod';
import { vietnamese } from './http/validation.js';

const roleSchema = z.enum(['api', 'relay', 'sweep']);

const GIBIBYTE = 1024 ** 3;
const NATS_ADDRESS = /^(nats|tls):\/\/[^\s,/]+$/;
/** Addresses of one cluster, separated by commas. */
const natsUrlsSchema = z
  .string()
  .transform((text) => text.split(',').map((url) => url.trim()))
  .pipe(z.array(z.string().regex(NATS_ADDRESS, 'nats://host:port or tls://host:port')).min(1));

const envSchema = z.object({
  /** Postgres as the login `app`, which owns nothing. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Port and address the service listens on. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  /** `demo` has built-in accounts and a stepped clock; it is refused when NODE_ENV is production. */
  LIENTHONG_PROFILE: z.enum(['demo', 'production']).default('production'),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  /** Which roles this process plays. */
  LIENTHONG_ROLES: z
    .string()
    .default('api,relay,sweep')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(roleSchema).min(1)),
  /** 32 bytes in base64: wraps the key of each dossier's private data. */
  LIENTHONG_MASTER_KEY: z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, '32 bytes in base64'),
  /** 32 bytes in base64: seed of the Ed25519 key that signs access tokens; derived from the master key when absent. */
  LIENTHONG_TOKEN_KEY: z
    .base64()
    .refine((text) => Buffer.from(text, 'base64').length === 32, '32 bytes in base64')
    .optional(),
  /** Where the stepped clock of the demo profile begins: Monday morning, when the offices open. */
  LIENTHONG_DEMO_START: z.iso.datetime({ offset: true }).default('2026-03-02T07:30:00+07:00'),
  /** Address people and agencies reach the service under; the audience of tokens and the origin of pages. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
  /** Folder of the web console. Left out: the one built beside the service, where there is one; empty: no console. */
  CONSOLE_DIR: z.string().optional(),
  /** Whose identifier leads a dossier code (reference/domain.md §9: both readings exist). */
  LIENTHONG_CODE_OWNER: z.enum(['competent', 'receiving']).default('competent'),
  /** OpenID Connect provider of the officers; without it people cannot sign in. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** The broker, with the credentials of the user `hub` in the first address: nats://hub:password@host:4222. Without it: Postgres. */
  NATS_URL: natsUrlsSchema.optional(),
  /** What agencies are told to connect to; the addresses of NATS_URL when absent. */
  NATS_AGENCY_URL: z
    .string()
    .transform((text) => (text === '' ? undefined : text))
    .pipe(natsUrlsSchema.optional())
    .optional(),
  /** PEM file of the authority that signed the broker's certificate. */
  NATS_CA_FILE: z.string().min(1).optional(),
  /** File the broker's configuration includes: written here, the hub and one user for each agency. Without it somebody else writes it. */
  NATS_USERS_FILE: z.string().min(1).optional(),
  /** How the broker is told to read that file again. One of: its pid file, a shell command, the password of the user `system`. */
  NATS_PID_FILE: z.string().min(1).optional(),
  NATS_RELOAD_COMMAND: z.string().min(1).optional(),
  NATS_SYSTEM_PASSWORD: z.string().min(1).optional(),
  /** Raised by one, it gives every agency another password at the broker. */
  NATS_CREDENTIALS_GENERATION: z.coerce.number().int().positive().default(1),
  /** Servers that keep each message: 3 in a cluster. */
  NATS_REPLICAS: z.coerce.number().int().min(1).max(5).default(1),
  /** Most the stream may hold, in bytes; it refuses what would go beyond. */
  NATS_MAX_BYTES: z.coerce.number().int().positive().default(GIBIBYTE),
  /** How long the broker keeps a message: beyond the longest outage of a reader he reads his feed. */
  NATS_MAX_AGE_HOURS: z.coerce
    .number()
    .int()
    .positive()
    .default(14 * 24),
  /** Working minutes after which an alert nobody has taken in hand goes from the unit to the leadership of the commune. */
  LIENTHONG_UNIT_REACTS_IN: z.coerce.number().int().min(1).max(14_400).default(60),
  /** And from there to the provincial centre. */
  LIENTHONG_COMMUNE_REACTS_IN: z.coerce.number().int().min(1).max(14_400).default(120),
  /** Requests a caller may make in a second, and in a burst. */
  LIENTHONG_RATE_PER_SECOND: z.coerce.number().positive().default(200),
  LIENTHONG_RATE_BURST: z.coerce.number().positive().default(400),
});

export type Env = z.infer<typeof envSchema>;

/** Thrown at boot; `message` is ready to be shown to whoever starts the service. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/** Reads and checks the environment. Throws `EnvError` naming every variable in the wrong. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `  - ${issue.path.join('.')}: ${vietnamese(issue.message)} / ${issue.message}`,
    );
    throw new EnvError(`Cấu hình chưa đúng / the configuration is wrong:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  if (env.LIENTHONG_PROFILE === 'demo' && env.NODE_ENV === 'production') {
    throw new EnvError(
      'Chế độ demo không được chạy khi NODE_ENV=production / the demo profile is refused when NODE_ENV is production.',
    );
  }
  return env;
}
