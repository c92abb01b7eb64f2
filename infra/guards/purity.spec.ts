import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plantSkeleton, runTool } from './skeleton.js';

/** What a domain file may never reach; each is one line that would compile in any other package. */
const forbidden: Record<string, string> = {
  environment: "export const value = process.env['TZ'];",
  timer: 'export const value = setTimeout(() => undefined, 1);',
  network: "export const value = fetch('http://localhost');",
  disk: "import { readFileSync } from 'node:fs';\nexport const value = readFileSync;",
  'host-crypto': 'export const value = crypto.randomUUID();',
  console: "console.log('here');\nexport const value = 1;",
  buffer: "export const value = Buffer.from('a');",
};
const control = [
  "import { createMachine } from 'xstate';",
  "import { z } from 'zod';",
  "export const machine = createMachine({ initial: 'received', states: { received: {} } });",
  "export const instant = new Date('2026-02-13T01:00:00.000Z').getTime();",
  'export const code = z.string();',
].join('\n');

const path = (name: string): string => `packages/domain/src/planted-${name}.ts`;

/** Judged by the compiler with the domain's own tsconfig: no lint, no convention. */
describe('the domain compiler', () => {
  let root = '';
  let errors: string[] = [];

  beforeAll(() => {
    const sources: Record<string, string> = { [path('control')]: control };
    for (const [name, text] of Object.entries(forbidden)) sources[path(name)] = text;
    root = plantSkeleton(sources);
    errors = runTool(root, 'typescript/bin/tsc', ['-p', 'packages/domain', '--pretty', 'false']).split('\n');
  }, 60_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(Object.keys(forbidden))('refuses %s', (name) => {
    expect(errors.filter((line) => line.startsWith(`${path(name)}(`))).not.toEqual([]);
  });

  it('accepts xstate, zod and a date made from an instant', () => {
    expect(errors.filter((line) => line.startsWith(`${path('control')}(`))).toEqual([]);
  });
});
