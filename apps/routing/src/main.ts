import { createApp } from './create-app.js';
import { EnvError, readEnv } from './env.js';
import { logFault, logLine } from './http/log.js';
import { UnsafeDatabase } from './database/boot-guard.js';

/** BSD sysexits: EX_CONFIG and EX_UNAVAILABLE. */
const WRONG_CONFIGURATION = 78;
const NO_DATABASE = 69;

async function main(): Promise<void> {
  const env = readEnv();
  const app = await createApp(env);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen({ port: env.PORT, host: env.HOST });
  logLine('info', 'listening', {
    address: await app.getUrl(),
    profile: env.LIENTHONG_PROFILE,
    roles: env.LIENTHONG_ROLES.join(','),
  });
}

/** Sentences for what the reader can put right; a stack for what he cannot. */
function explain(error: unknown): number {
  if (error instanceof EnvError || error instanceof UnsafeDatabase) {
    process.stderr.write(`\n${error.message}\n`);
    return error instanceof EnvError ? WRONG_CONFIGURATION : NO_DATABASE;
  }
  logFault('boot', error);
  return 1;
}

main().catch((error: unknown) => {
  process.exit(explain(error));
});
