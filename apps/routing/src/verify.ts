/** `node dist/verify.js`: re-derives every stored row from the journals and checks the hash chains. Exit code 1 names what is wrong. */
import { IndexedReference, verifyAll } from '@lien-thong/engine';
import type { DossierId, Instant } from '@lien-thong/domain';
import type { DossierFinding } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { EnvError, readEnv } from './env.js';
import { loadReference } from './reference/load-reference.js';
import { guardDatabase, UnsafeDatabase } from './database/boot-guard.js';
import { timeOf } from './alerts/time-of.js';
import { verifyAlerts } from './alerts/verify-alerts.js';
import { latenessFindings } from './lateness/verify-lateness.js';
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

/** Whether every alert follows from its events, and those that stand from their dossiers. */
async function alertsAgree(
  pool: Pool,
  reference: IndexedReference,
  at: { readonly now: Instant; readonly unsound: ReadonlySet<DossierId> },
): Promise<boolean> {
  const { alerts, dossiers, pending, findings } = await verifyAlerts(pool, reference, at);
  for (const { id, what, expected, found } of findings) {
    say(`✗ cảnh báo · alert ${id ?? ''} ${what}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(found)}`);
  }
  say(
    `${alerts} cảnh báo, ${dossiers} hồ sơ được đối chiếu (${pending} đang chờ cập nhật) · alerts compared, ${pending} dossiers pending`,
  );
  return findings.length === 0;
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
    const unsound = new Set(report.findings.map(({ dossierId }) => dossierId));
    const accounts = await latenessFindings(pool, reference, unsound);
    const findings = [...report.findings, ...accounts, ...lost];
    for (const finding of findings) say(line(finding));
    const dossiers = report.dossiers + lost.length;
    const suspect = new Set(findings.map(({ dossierId }) => dossierId));
    const alerts = await alertsAgree(pool, reference, { now: await timeOf(pool, env), unsound: suspect });
    say(
      `${dossiers - findings.length}/${dossiers} hồ sơ khớp với sự kiện của chúng · dossiers follow from their journals`,
    );
    return findings.length === 0 && alerts ? 0 : 1;
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
