import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Variables of `migrate`. The server's own are read elsewhere: it never sees a superuser or the migrator's password. */
const migrateEnvSchema = z.object({
  /** Superuser (or a role that may create roles and databases) of the server; any database. */
  SUPERUSER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Password the login `migrator`, which owns the tables, gets. */
  MIGRATOR_PASSWORD: z.string().min(1),
  /** Password the login `app`, which the server connects as, gets. */
  APP_PASSWORD: z.string().min(1),
  /** Database to create or bring up to date. */
  LIENTHONG_DATABASE: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,62}$/)
    .default('lien_thong'),
  /** Folder of the reference data. */
  LIENTHONG_SEEDS: z.string().default(fileURLToPath(new URL('../../../../../infra/seeds', import.meta.url))),
  /** `demo` adds the built-in accounts and keys. */
  LIENTHONG_PROFILE: z.enum(['demo', 'production']).default('production'),
});
export type MigrateEnv = z.infer<typeof migrateEnvSchema>;

/** Thrown with a message that is ready to be shown. */
export class MigrateEnvError extends Error {
  override readonly name = 'MigrateEnvError';
}

/** Reads and checks the environment. Throws `MigrateEnvError` naming every variable in the wrong. */
export function readMigrateEnv(source: Readonly<Record<string, string | undefined>> = process.env): MigrateEnv {
  const parsed = migrateEnvSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  - ${issue.path.join('.')}: ${issue.message}`);
  throw new MigrateEnvError(`Cấu hình chưa đúng / the configuration is wrong:\n${lines.join('\n')}`);
}
