import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Catalogue } from './catalogue.js';

const SOURCES = join(import.meta.dirname, '..');
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|[-/])words\.ts$/.test(file),
);

type Leaf = readonly [place: string, value: unknown];

function leaves(words: unknown, place: string): readonly Leaf[] {
  if (typeof words !== 'object' || words === null) return [[place, words]];
  return Object.entries(words).flatMap(([key, value]) => leaves(value, `${place}.${key}`));
}

/** What a sentence says when its gaps are filled with marks that can be found again. */
function said(value: unknown): string {
  if (typeof value !== 'function') return String(value);
  const marks = Array.from({ length: value.length }, (_, i) => `⟦${i}⟧`);
  return String((value as (...marks: string[]) => string)(...marks));
}

async function cataloguesOf(file: string): Promise<readonly (readonly [string, Catalogue<unknown>])[]> {
  const found = (await import(pathToFileURL(join(SOURCES, file)).href)) as Record<string, Catalogue<unknown>>;
  return Object.entries(found).filter(([, value]) => typeof value === 'object' && 'vi' in value && 'en' in value);
}

describe('the words of the console', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(5);
  });

  it.each(files)('of %s stand in both languages, none empty, and take the same values', async (file) => {
    const catalogues = await cataloguesOf(file);
    expect(catalogues).not.toEqual([]);
    for (const [name, { vi, en }] of catalogues) {
      const english = new Map(leaves(en, name));
      expect([...english.keys()].toSorted()).toEqual(
        leaves(vi, name)
          .map(([place]) => place)
          .toSorted(),
      );
      for (const [place, value] of leaves(vi, name)) {
        expect([place, said(value).trim()]).not.toEqual([place, '']);
        expect([place, said(english.get(place)).trim()]).not.toEqual([place, '']);
        expect([place, typeof english.get(place)]).toEqual([place, typeof value]);
      }
    }
  });

  it.each(files)('of %s are composed letters, as the service stores them', async (file) => {
    for (const [name, { vi, en }] of await cataloguesOf(file)) {
      for (const [place, value] of [...leaves(vi, name), ...leaves(en, name)]) {
        const text = said(value);
        expect([place, text]).toEqual([place, text.normalize('NFC')]);
      }
    }
  });
});
