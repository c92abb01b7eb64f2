// @ts-check
/** `npm run generate -w @lien-thong/client`: writes the generated files anew. */
import { writeFileSync } from 'node:fs';
import { generatedFiles } from './generated-files.mjs';

for (const { file, text } of await generatedFiles()) writeFileSync(file, text);
