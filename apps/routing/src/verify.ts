/** `node dist/verify.js`: re-derives every stored row from the journals and checks the hash chains. Exit code 1 names what is wrong. */
import { IndexedReference, verifyAll } from '@lien-thong/engine';
import type { DossierFinding } from '@lien-thong/engine';
import { EnvError, readEnv } from './env.js';
import { loadReference } from './reference/load-reference.js';
import { guardDatabase, UnsafeDatabase } from './database/boot-guard.js';
import { keyRingOf } from './runtime/keys.js';
import { createPool } from './store/pools.js';
import { PostgresStore } from './store/postgres-store.js';
import { rowsWithoutDossier } from './store/rows-without-dossier.js';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Where it is wrong, what should stand there and what does. */
function line({ dossierId, row, key, field, expected, found }: DossierFinding): string {
  return `✗ ${dossierId} ${row} ${key}: ${field}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(found)}`;
}

/** Returns the exit code: 0 when every row follows from its journal. */
async function verify(): Promise<number> {
  const env = readEnv();
  const pool = createPool({ url: env.DATABASE_URL, name: 'lien-thong-verify', max: 2 });
  try {
    await guardDatabase(pool);
    const reference = new IndexedReference(await loadReference(pool));
    const store = new PostgresStore(pool, keyRingOf(env));
    const report = await verifyAll(store, reference, ({ dossiers, events }) =>
      say(`  ${dossiers} hồ sơ · dossiers, ${events} sự kiện · events …`),
    );
    const lost = await rowsWithoutDossier(pool);
    const findings = [...report.findings, ...lost];
    for (const finding of findings) say(line(finding));
    const dossiers = report.dossiers + lost.length;
    say(
      `${dossiers - findings.length}/${dossiers} hồ sơ khớp với sự kiện của chúng · dossiers follow from their journals`,
    );
    return findings.length === 0 ? 0 : 1;
  } finally {
    await pool.end();
  }
}

verify()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    if (!(error instanceof EnvError) && !(error instanceof UnsafeDatabase)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  });
