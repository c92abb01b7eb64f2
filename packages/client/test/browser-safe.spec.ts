/** The entry for browsers, walked as a bundler would: neither zod, nor xstate, nor anything of Node is reached at run time. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import swc from '@swc/core';
import ts from 'typescript';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));
const DOMAIN_CUSTODY = fileURLToPath(new URL('../../domain/src/custody/receipt-of.ts', import.meta.url));

/** What a file imports once its types are gone. */
function runtimeImports(file: string): string[] {
  const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } } as const;
  const { code } = swc.transformSync(readFileSync(file, 'utf8'), { ...options, filename: file, swcrc: false });
  return ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);
}

/** Everything an entry reaches: files of the house by path, everything else by its name. */
function reachedFrom(entry: string): { readonly files: Set<string>; readonly others: Set<string> } {
  const files = new Set<string>();
  const others = new Set<string>();
  const todo = [resolve(SOURCE, entry)];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const target of runtimeImports(file)) {
      if (target.startsWith('.')) todo.push(resolve(dirname(file), target).replace(/\.js$/, '.ts'));
      else if (target === '@lien-thong/domain/custody') todo.push(DOMAIN_CUSTODY);
      else others.add(target);
    }
  }
  return { files, others };
}

describe('the entry for browsers', () => {
  it('reaches no package but the one that signs, and nothing of Node', () => {
    const { files, others } = reachedFrom('index.ts');
    expect(files.size).toBeGreaterThan(15);
    expect([...files].filter((file) => !existsSync(file))).toEqual([]);
    expect([...others]).toEqual(['jose']);
    expect([...files].filter((file) => file.includes('/node/'))).toEqual([]);
  });

  it('is told apart from the entry for Node, which reaches files and the broker', () => {
    const { others } = reachedFrom('node/index.ts');
    expect([...others]).toEqual(expect.arrayContaining(['node:fs/promises', '@nats-io/transport-node']));
  });

  it('names no global of Node', () => {
    for (const file of reachedFrom('index.ts').files) {
      expect(readFileSync(file, 'utf8')).not.toMatch(/\b(process|Buffer|__dirname|require)\s*[.(]/);
    }
  });

  it('is what the package gives to a browser', () => {
    const manifest = createRequire(import.meta.url)('../package.json') as {
      exports: Record<string, { default: string }>;
    };
    expect(manifest.exports['.']?.default).toBe('./dist/index.js');
  });
});
