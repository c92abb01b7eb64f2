/** One or more violations per lint rule of eslint.config.mjs. Every text must be reported. */
export interface LintPlant {
  /** Folder the rule holds for. */
  readonly folder: string;
  readonly texts: readonly string[];
  /** File name when the rule looks at it. */
  readonly name?: string;
}

const DOMAIN = 'packages/domain/src';
const ENGINE = 'packages/engine/src';
const ROUTING = 'apps/routing/src';

const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

export const lintPlants: Record<string, LintPlant> = {
  eqeqeq: {
    folder: DOMAIN,
    texts: [
      'export const same = (a: number, b: number): boolean => a == b;',
      '/* eslint-disable */\nexport const same = (a: number, b: number): boolean => a == b;',
    ],
  },
  complexity: {
    folder: DOMAIN,
    texts: [
      `export function tangled(n: number): number {\n${lines(20, (n) => `if (n === ${n}) return ${n};`)}\nreturn n;\n}`,
    ],
  },
  'max-lines': { folder: DOMAIN, texts: [lines(301, (n) => `export const line${n} = ${n};`)] },
  'max-lines-per-function': {
    folder: DOMAIN,
    texts: [`export function long(): number {\nlet n = 0;\n${lines(60, () => 'n += 1;')}\nreturn n;\n}`],
  },
  'max-params': {
    folder: DOMAIN,
    texts: ['export const add = (a: number, b: number, c: number, d: number): number => a + b + c + d;'],
  },
  '@typescript-eslint/no-floating-promises': {
    folder: ENGINE,
    texts: ['const save = async (): Promise<number> => 1;\nexport const go = (): void => {\nsave();\n};'],
  },
  '@typescript-eslint/no-misused-promises': {
    folder: ENGINE,
    texts: ['const ready = async (): Promise<boolean> => true;\nexport const go = (): number => (ready() ? 1 : 2);'],
  },
  '@typescript-eslint/switch-exhaustiveness-check': {
    folder: DOMAIN,
    texts: [
      "export function read(phase: 'received' | 'decided'): number {\nswitch (phase) {\ncase 'received':\nreturn 1;\n}\nreturn 2;\n}",
    ],
  },
  '@typescript-eslint/no-explicit-any': {
    folder: DOMAIN,
    texts: ['export const anything = (x: any): string => String(x);'],
  },
  '@typescript-eslint/consistent-type-imports': {
    folder: ENGINE,
    texts: ["import { Bus } from './ports/bus.js';\nexport type Held = Bus;"],
  },
  '@typescript-eslint/ban-ts-comment': { folder: DOMAIN, texts: ['// @ts-ignore\nexport const n: number = 1;'] },
  'domain-has-no-wall-clock': {
    folder: DOMAIN,
    texts: [
      'export const now = (): number => Date.now();',
      'export const now = (): Date => new Date();',
      'export const now = (): string => Date();',
      'export const now = (): number => performance.now();',
    ],
  },
  'domain-has-no-chance': { folder: DOMAIN, texts: ['export const dice = (): number => Math.random();'] },
  'domain-has-no-timers': {
    folder: DOMAIN,
    texts: ['export const later = (f: () => void): unknown => setTimeout(f, 1);'],
  },
  'machines-have-no-after-or-invoke': {
    folder: `${DOMAIN}/procedure`,
    texts: [
      "export const machine = { states: { received: { after: { 1000: 'lapsed' } } } };",
      "export const machine = { states: { received: { 'invoke': { src: 'mail' } } } };",
    ],
  },
  'engine-asks-its-clock': {
    folder: ENGINE,
    texts: [
      'export const now = (): number => Date.now();',
      'export const now = (): Date => new Date();',
      'export const later = (f: () => void): unknown => setTimeout(f, 1);',
    ],
  },
  'engine-asks-its-ids': {
    folder: ENGINE,
    texts: [
      'export const dice = (): number => Math.random();',
      "import { randomUUID } from 'node:crypto';\nexport const id = (): string => randomUUID();",
      'export const id = (): string => crypto.randomUUID();',
    ],
  },
  'environment-is-read-once': {
    folder: ROUTING,
    texts: [
      "export const port = process.env['PORT'];",
      "export const port = process['env']['PORT'];",
      'export const { env } = process;',
      "import { env } from 'node:process';\nexport const port = env['PORT'];",
    ],
  },
  'only-relay-publishes-by-name': {
    folder: ROUTING,
    texts: ["import type { Bus } from '@lien-thong/engine';\nexport type Held = Bus;"],
  },
  'reads-skip-decide-by-name': {
    folder: ROUTING,
    name: 'get',
    texts: ["import { decide } from '@lien-thong/domain';\nexport const shortcut = decide;"],
  },
};

/** The places where the same text is right. None may be reported. */
export const allowedSources: Record<string, string> = {
  'packages/domain/src/dossier/before-and-after.ts': 'export const change = { before: 1, after: 2 };',
  'packages/domain/src/dossier/one-switch.ts': `export function answer(n: number): number {\nswitch (n) {\n${lines(25, (n) => `case ${n}: return ${n};`)}\ndefault: return 0;\n}\n}`,
  'packages/domain/src/allowed-instant.ts': 'export const at = (iso: string): Date => new Date(iso);',
  'packages/engine/src/clock/system-clock.ts': 'export const now = (): number => Date.now();',
  'packages/engine/src/adapters/random-ids.ts': 'export const id = (): string => crypto.randomUUID();',
  'apps/routing/src/env.ts': "export const port = process.env['PORT'];",
  'apps/routing/src/bus/held.ts': "import type { Bus } from '@lien-thong/engine';\nexport type Held = Bus;",
  'apps/routing/src/dossiers/transfer-dossier.ts':
    "import { decide } from '@lien-thong/domain';\nexport const shortcut = decide;",
  'packages/domain/src/long.spec.ts': `export function office(): number {\nlet n = 0;\n${lines(100, () => 'n += 1;')}\nreturn n;\n}`,
};
