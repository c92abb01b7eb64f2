import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { codeOf, readDefinition, writtenDefinition } from './definition-text.js';
import type { Json } from './json.js';

const SEEDS = new URL('../../../../../infra/seeds/procedures/', import.meta.url);
const seeded = readdirSync(SEEDS)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, readFileSync(new URL(name, SEEDS), 'utf8')] as const);

describe('a definition as a file', () => {
  it.each(seeded)('gives %s back as it was read', (_, text) => {
    const definition = readDefinition(text);
    expect(readDefinition(writtenDefinition(definition))).toEqual(JSON.parse(text) as Json);
    expect(codeOf(definition)).toMatch(/^\d\.\d{6}$/);
  });

  it.each(['', '{', '[]', '"1.5wd"', 'null'])('does not take %p for one', (text) =>
    expect(readDefinition(text)).toBeNull(),
  );

  it('composes the marks of a name typed on another machine', () => {
    expect(readDefinition(`{"name":"${'Đông Hải'.normalize('NFD')}"}`)).toEqual({ name: 'Đông Hải' });
  });
});
