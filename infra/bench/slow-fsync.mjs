// @ts-check
/** A Postgres whose disk is slow: a library put before libc's adds a millisecond to every fsync and fdatasync. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAccount } from '../postgres/account.mjs';
import { findBinaries } from '../postgres/binaries.mjs';

const SOURCE = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>
static void wait_a_millisecond(void) { struct timespec t = { 0, 1000000 }; nanosleep(&t, 0); }
int fsync(int fd) { static int (*real)(int); if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync"); wait_a_millisecond(); return real(fd); }
int fdatasync(int fd) { static int (*real)(int); if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync"); wait_a_millisecond(); return real(fd); }
`;

/** A folder for LIENTHONG_PG_BIN, or null where there is no C compiler. */
export function slowPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-slow-'));
  chmodSync(folder, 0o755);
  const library = join(folder, 'slow.so');
  const source = join(folder, 'slow.c');
  writeFileSync(source, SOURCE);
  const compiled = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], { encoding: 'utf8' });
  if (compiled.status !== 0) return null;
  const { bin } = findBinaries(serverAccount());
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  for (const [program, preload] of [
    ['postgres', `LD_PRELOAD=${library} `],
    ['initdb', ''],
    ['pg_ctl', ''],
  ]) {
    const path = join(programs, program ?? '');
    writeFileSync(path, `#!/bin/sh\n${preload}exec "${join(bin, program ?? '')}" "$@"\n`);
    chmodSync(path, 0o755);
  }
  return programs;
}
