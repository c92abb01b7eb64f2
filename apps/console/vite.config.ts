import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { beginsEarly } from './build/begins-early.js';
import { compressed } from './build/compressed.js';
import { shell } from './build/shell.js';

/** Where `npm run dev -w @lien-thong/console` finds the service. */
const SERVICE = process.env['LIENTHONG_URL'] ?? 'http://127.0.0.1:8080';
const PATHS = ['/v1', '/auth', '/demo', '/docs', '/health', '/track'];

/** What most screens share is one file: on a slow line asking for each by itself costs more than all they hold. */
const PARTS = {
  name: 'parts',
  test: /\/src\/(?:parts|words)\/(?!clock-level|minutes-text|kept-language)/,
  minShareCount: 8,
};
/** But not what the inbox shows nothing of: whoever waits for that waits for nothing else. */
const FORMS = {
  name: 'forms',
  test: /\/src\/parts\/(?:name-words|type-ahead|pick-one|day-field|words-field|field|dialog|pages|columns|choice|blocks|use-typed)\./,
};
/** The router in one file: its parts say much the same, and squeezed together they are smaller. */
const ROUTER = {
  name: 'router',
  test: /\/node_modules\/@tanstack\/(?:react-router|router-core|history|store|react-store)\//,
};

export default defineConfig(({ command }) => ({
  // A hundred names of files tell nobody who starts the system anything.
  logLevel: command === 'build' ? 'warn' : 'info',
  plugins: [react(), beginsEarly(), shell(), compressed()],
  // The last browsers of Windows 7 and 8.1, which wards still run.
  // The manifest says which file each part became and what it needs: what is loaded first is measured by it.
  build: {
    ...{ target: ['chrome109', 'firefox115'], sourcemap: false },
    ...{ modulePreload: { polyfill: false }, manifest: true },
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [FORMS, PARTS, ROUTER] } },
    },
  },
  server: {
    proxy: Object.fromEntries(
      // The service writes for its own pages only: it is told what it would be told by them.
      PATHS.map((path) => [path, { target: SERVICE, changeOrigin: true, headers: { origin: SERVICE } }]),
    ),
  },
}));
