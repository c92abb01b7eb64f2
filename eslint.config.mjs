// @ts-check
import tseslint from 'typescript-eslint';
import { restrictions } from './infra/guards/restrictions.mjs';

const TYPESCRIPT = ['packages/**/*.ts', 'apps/**/*.{ts,tsx}', 'infra/**/*.ts'];
const EVERYTHING = [...TYPESCRIPT, '**/*.mjs', '**/*.cjs'];
const SPECS = ['**/*.spec.ts'];

/** Every rule is an error or absent: a warning erodes. Each has a planted violation in infra/guards. */
export const houseRules = {
  eqeqeq: 'error',
  // A switch over a union counts once: the compiler already holds it complete.
  complexity: ['error', { max: 20, variant: 'modified' }],
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', 60],
  'max-params': ['error', 3],
};

/** These need types, so they hold for TypeScript only. */
export const typedRules = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
};

/**
 * One small rule per restriction: its name stands in the report, and flat config, which replaces a
 * rule's options instead of adding to them, cannot let one list override another.
 */
function restricted() {
  return restrictions.map(({ name, files, except = [], selectors, because }) => ({
    files,
    ignores: except,
    plugins: { [name]: { rules: { here: restrictionRule(name, selectors, because) } } },
    rules: { [`${name}/here`]: 'error' },
  }));
}

function restrictionRule(name, selectors, because) {
  return {
    create: (context) =>
      Object.fromEntries(selectors.map((selector) => [selector, (node) => context.report({ node, message: because })])),
  };
}

export default [
  { ignores: ['**/dist/**', '**/node_modules/**', '**/coverage/**', '.data/**'] },
  // A rule that may be switched off in a comment is a wish.
  { linterOptions: { noInlineConfig: true } },
  { files: EVERYTHING, rules: houseRules },
  {
    files: TYPESCRIPT,
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['./tsconfig.check.json', './apps/console/tsconfig.check.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: typedRules,
  },
  // A `describe` block is one long function by nature, and a migration is one long statement.
  { files: [...SPECS, '**/migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  // Markup takes lines; what is reckoned stands in plain files beside it.
  { files: ['apps/console/**/*.tsx'], rules: { 'max-lines-per-function': ['error', 90] } },
  // As long as what they are made of.
  { files: ['**/*.generated.ts'], rules: { 'max-lines': 'off' } },
  // Nest injects through the constructor, one parameter for each thing a handler needs.
  { files: ['apps/routing/src/**/*.ts'], rules: { 'max-params': ['error', 6] } },
  ...restricted(),
];
