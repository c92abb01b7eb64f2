/** What a ward's old machine has to fetch before the inbox stands there, and what it must never have to. Measured on the built console. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const DIST = join(import.meta.dirname, '..', 'dist');
const MOST_BYTES = 130 * 1024;

const asset = (name: string): string => readFileSync(join(DIST, name), 'utf8');
const gzipped = (name: string): number => readFileSync(join(DIST, `${name}.gz`)).length;
const files = (readdirSync(DIST, { recursive: true, encoding: 'utf8' }) as string[]).map((name) =>
  name.replaceAll('\\', '/'),
);
const chunks = files.filter((name) => /^assets\/.*\.js$/.test(name));

/** A part of the console as the builder tells it: which file it became, and what that cannot run without. */
interface Part {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const parts = JSON.parse(asset('.vite/manifest.json')) as Readonly<Record<string, Part>>;

/** Files that are loaded before any of these parts runs. */
function filesOf(names: readonly string[], seen = new Set<string>()): readonly string[] {
  return names.flatMap((name) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`${name} is no part of the console`);
    if (seen.has(name)) return [];
    seen.add(name);
    return [part.file, ...(part.css ?? []), ...filesOf(part.imports ?? [], seen)];
  });
}

const needed = [...new Set(filesOf(['index.html', 'src/app/start.tsx', 'src/inbox/inbox-screen.tsx']))];

describe('the console as it is built', () => {
  it('is made of files that are there, styles among them', () => {
    expect(needed.filter((name) => !existsSync(join(DIST, name)))).toEqual([]);
    expect(needed.some((name) => name.endsWith('.css'))).toBe(true);
    expect(needed.some((name) => name.startsWith('assets/inbox-screen-'))).toBe(true);
  });

  it('brings the inbox with no more than 130 KB of scripts and styles', () => {
    const bytes = needed.reduce((sum, name) => sum + gzipped(name), 0);
    expect(bytes).toBeGreaterThan(MOST_BYTES / 4);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it.each([
    ['zod', /ZodError|invalid_type/],
    ['xstate', /xstate\./],
    ['jose', /ERR_JWS|ERR_JWKS|JWSSignatureVerificationFailed/],
    ['typeorm', /typeorm|EntityMetadata/],
  ])('carries nothing of %s', (_, trace) => {
    expect(chunks.filter((name) => trace.test(asset(name)))).toEqual([]);
  });

  it('lies there squeezed in both ways, and shows nobody its sources', () => {
    const worth = files.filter((name) => !name.startsWith('.') && /\.(js|css|html|svg|webmanifest)$/.test(name));
    expect(worth.length).toBeGreaterThan(chunks.length);
    expect(worth.filter((name) => !files.includes(`${name}.br`) || !files.includes(`${name}.gz`))).toEqual([]);
    expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
    expect(chunks.filter((name) => asset(name).includes('sourceMappingURL'))).toEqual([]);
  });
});
