#!/usr/bin/env node
/** `lienthong`: checks what others claim, offline where it can. */
import { readEnv } from './env.js';
import { run } from './run.js';

process.exitCode = await run(process.argv.slice(2), readEnv(), {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
});
