import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const WORKER = join(import.meta.dirname, 'service-worker.js');

/** Writes the service worker into the build, with the names of all that the shell is made of. */
export function shell(): Plugin {
  return {
    name: 'shell',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const paths = ['/', ...files.map((name) => `/${name}`), '/icon.svg', '/manifest.webmanifest'].sort();
      // Names carry the digest of their content, the page does not: it counts by what it is made of.
      const version = createHash('sha256').update(paths.join('\n')).digest('hex').slice(0, 12);
      const source = readFileSync(WORKER, 'utf8')
        .replace("'__VERSION__'", JSON.stringify(version))
        .replace("['__FILES__']", JSON.stringify(paths));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
