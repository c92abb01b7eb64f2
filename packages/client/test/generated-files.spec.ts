import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { generatedFiles } from '../generate/generated-files.mjs';
import { typeText } from '../generate/type-text.mjs';

describe('the generated files', () => {
  it('are those of the OpenAPI document; after a change of it: npm run generate -w @lien-thong/client', async () => {
    const files = await generatedFiles();
    expect(files).toHaveLength(2);
    for (const { file, text } of files) expect({ file, text: readFileSync(file, 'utf8') }).toEqual({ file, text });
  });

  it('say of each schema what it allows', () => {
    const object = {
      type: 'object',
      properties: { a: { type: 'integer' }, b: { type: ['string', 'null'] } },
      required: ['a'],
    };
    const texts = [
      { const: 'x' },
      { enum: ['a', 'b'] },
      { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
      { $ref: '#/components/schemas/Dossier' },
      { type: 'object', additionalProperties: { type: 'boolean' } },
      object,
    ].map((schema) => typeText(schema, new Map()).replace(/\s+/g, ' '));
    expect(texts).toEqual([
      '"x"',
      '"a" | "b"',
      'readonly (string | null)[]',
      'Dossier',
      'Readonly<Record<string, boolean>>',
      '{ readonly a: number; readonly b?: string | null | undefined; }',
    ]);
  });
});
