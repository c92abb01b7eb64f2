/**
 * One Jest for the whole repository, in ESM mode:
 *   node --experimental-vm-modules node_modules/jest/bin/jest.js [path]
 *
 * Suffixes: `.spec.ts` pure, `.tz.spec.ts` pure and run again under other time zones,
 * `.int.spec.ts` real Postgres, `.e2e.spec.ts` through HTTP.
 *
 * @type {import('jest').Config}
 */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/packages', '<rootDir>/apps', '<rootDir>/infra'],
  testEnvironment: 'node',
  // `source` is our own export condition: @lien-thong/* resolves to src, so specs need no build.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': '<rootDir>/infra/testing/own-globals.mjs' },
  testSequencer: '<rootDir>/infra/testing/longest-first.mjs',
  testTimeout: 30_000,
};
