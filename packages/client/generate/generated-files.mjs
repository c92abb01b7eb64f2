// @ts-check
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { operationsText, schemasText } from './client-text.mjs';

const DOCUMENT = new URL('../../../apps/routing/openapi.json', import.meta.url);
const FOLDER = new URL('../src/api/', import.meta.url);

/** What the generated files must hold now, laid out as the house does. @returns {Promise<{ file: string, text: string }[]>} */
export async function generatedFiles() {
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
  const files = [
    { name: 'schemas.generated.ts', text: schemasText(document) },
    { name: 'operations.generated.ts', text: operationsText(document) },
  ];
  return Promise.all(
    files.map(async ({ name, text }) => {
      const file = fileURLToPath(new URL(name, FOLDER));
      const options = await resolveConfig(file);
      return { file, text: await format(text, { ...options, parser: 'typescript' }) };
    }),
  );
}
