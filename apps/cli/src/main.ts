#!/usr/bin/env node
/** `lienthong`: proves, checks and publishes from a command line, offline where it can. */
import { createInterface } from 'node:readline/promises';
import { readEnv } from './env.js';
import { run } from './run.js';
import type { Words } from './words.js';

async function confirm({ vi, en }: Words): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${vi} · ${en} [c/k · y/n] `);
  terminal.close();
  return ['c', 'có', 'y', 'yes'].includes(answer.trim().toLowerCase());
}

const output = {
  out: (line: string) => void process.stdout.write(`${line}\n`),
  err: (line: string) => void process.stderr.write(`${line}\n`),
  ...(process.stdin.isTTY ? { confirm } : {}),
};
process.exitCode = await run(process.argv.slice(2), readEnv(), output);
