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
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
      },
    ],
  },
  testTimeout: 30_000,
};
